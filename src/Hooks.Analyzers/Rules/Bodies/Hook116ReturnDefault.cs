using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Rules.Bodies;

/// <summary>HOOK116: a hook returns the default value, which looks like no answer and is Continue, or a null task, which is a failure.</summary>
internal sealed class Hook116ReturnDefault : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.ReturnDefault,
        title: "A hook returns a default value as its verdict",
        messageFormat: "The hook '{0}' returns '{1}', which {2}; say {3}",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookBody body, Action<Diagnostic> report)
    {
        if (!body.GivesVerdict)
            return;
        foreach (var operation in OwnCode.Of(body.Operation))
        {
            if (operation is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value })
                Look(value, body, report);
        }
    }

    private static void Look(IOperation value, HookBody body, Action<Diagnostic> report)
    {
        switch (value)
        {
            case IDefaultValueOperation or IObjectCreationOperation { Arguments.IsEmpty: true } or ILiteralOperation { ConstantValue: { HasValue: true, Value: null } }:
                Report(value, body, report);
                break;
            case IConversionOperation { OperatorMethod: null } conversion:
                Look(conversion.Operand, body, report);
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } condition:
                Look(condition.WhenTrue, body, report);
                Look(otherwise, body, report);
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                    Look(arm.Value, body, report);
                break;
            case ICoalesceOperation coalesce:
                Look(coalesce.WhenNull, body, report);
                break;
            case IAwaitOperation awaited:
                Look(awaited.Operation, body, report);
                break;
            case IObjectCreationOperation { Arguments: [var argument] } creation when IsTask(creation.Type, body):
                Look(argument.Value, body, report);
                break;
            case IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: var type }, Arguments: [var argument] } when IsTask(type, body):
                Look(argument.Value, body, report);
                break;
        }
    }

    private static void Report(IOperation value, HookBody body, Action<Diagnostic> report)
    {
        // The type of a literal null is that of the place where it stands.
        var type = value.Type ?? (value.Parent as IConversionOperation)?.Type;
        var isTask = IsTask(type, body);
        var isNull = isTask && type is { IsValueType: false };
        if (!isTask && !SymbolNames.IsHooksType(type, MetadataNames.HookResult))
            return;
        var wrapper = isTask ? type!.Name : null;
        report(Diagnostic.Create(
            Rule,
            value.Syntax.GetLocation(),
            isNull ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Cause, "null") : wrapper is null ? null : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Wrapper, wrapper),
            body.Method.Name,
            value.Syntax.ToString(),
            isNull ? "is no task, so that the hook fails" : "means Continue",
            isNull ? "what is meant, as in Task.FromResult(HookResult.Cancel(\"...\"))" : wrapper is null ? "HookResult.Continue" : wrapper + ".FromResult(HookResult.Continue)"));
    }

    private static bool IsTask(ITypeSymbol? type, HookBody body) => SymbolNames.IsTask(type, body.Method.ContainingAssembly);
}
