using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Rules.Bodies;

/// <summary>
/// HOOK203: a hook that gives verdicts and never objects, so that it may as well return nothing; or one that allows
/// everything for which permission is asked. A hook that always cancels, asks or modifies is a sensible thing.
/// </summary>
internal sealed class Hook203ConstantVerdict : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.ConstantVerdict,
        title: "A verdict that is the same on every path",
        messageFormat: "The hook '{0}' answers {1} on every path, so that {2}",
        DiagnosticSeverity.Info);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookBody body, Action<Diagnostic> report)
    {
        if (!body.GivesVerdict || body.Checks.Any(check => check.Point is not { IsBlocking: true }) || OnlyKind(body) is not { } kind)
            return;

        // What is compiled may depend on symbols, and it may be the exceptions that judge.
        if (body.Syntax.ContainsDirectives || FailsOnPurpose(body) || JudgingCalls.MayStandIn(body))
            return;
        if (kind is ResultKind.Continue or ResultKind.Skipped && CouldReturnNothing(body) && AnswersOnly(kind, body))
        {
            var advice = HookMethodRules.Returns(body.Method) switch
            {
                HookReturn.ValueTaskOfResult => "ValueTask",
                HookReturn.TaskOfResult => "Task",
                _ => "void",
            };
            report(Diagnostic.Create(
                Rule,
                body.Syntax.ReturnType.GetLocation(),
                body.Method.Name,
                kind,
                $"it judges nothing; return {advice}, with OnFailure = Block if its failure has to stop what happens"));
        }
        else if (kind == ResultKind.Allow && AllowsAllTools(body) && body.Checks.All(check => check.Point!.Allows(kind)) && AnswersOnly(kind, body))
        {
            report(Diagnostic.Create(
                Rule,
                body.Flow.Answers[0].Operation.Syntax.GetLocation(),
                body.Method.Name,
                kind,
                "nobody is asked about any tool; name the tools with Tools, or answer Continue where someone else should decide"));
        }
    }

    // Cheap, and true of few hooks: the one kind that stands in the body, if there is only one.
    private static ResultKind? OnlyKind(HookBody body)
    {
        ResultKind? only = null;
        foreach (var operation in body.Operation.Descendants())
        {
            var kind = Verdicts.KindOf(operation) ?? (IsDefaultTask(operation) ? ResultKind.Continue : null);
            if (kind is null)
                continue;
            if (only is not null && only != kind)
                return null;
            only = kind;
        }

        return only;
    }

    private static bool IsDefaultTask(IOperation operation) =>
        operation is IDefaultValueOperation or IObjectCreationOperation { Arguments.IsEmpty: true } && operation.Type is { Name: "ValueTask", IsValueType: true };

    private static bool AnswersOnly(ResultKind kind, HookBody body) => body.Flow.Answers is { Count: > 0 } answers && answers.All(answer => answer.Kind == kind);

    // Not where someone else has settled what is returned, or where a change wants to be told.
    private static bool CouldReturnNothing(HookBody body) =>
        !body.Method.IsOverride && !body.Method.IsVirtual && !body.Method.IsPartialDefinition && body.Method.PartialDefinitionPart is null
        && !Implementations.Has(body.Method)
        && body.Changes.Count == 0;

    // A null task is a failure, too.
    private static bool FailsOnPurpose(HookBody body) =>
        body.Method.GetAttributes().Any(attribute =>
            SymbolNames.IsHookAttribute(attribute.AttributeClass) && attribute.NamedArguments.Any(argument => argument is { Key: "OnFailure", Value.Value: HookFailurePolicies.Block or HookFailurePolicies.Throw }))
        || body.Operation.Descendants().Any(operation => operation is { ConstantValue: { HasValue: true, Value: null }, Type: INamedTypeSymbol { IsReferenceType: true, Name: "Task" } } or IDefaultValueOperation { Type: INamedTypeSymbol { IsReferenceType: true, Name: "Task" } });

    private static bool AllowsAllTools(HookBody body)
    {
        foreach (var attribute in body.Method.GetAttributes())
        {
            if (SymbolNames.IsHookAttribute(attribute.AttributeClass) && !attribute.NamedArguments.Any(argument => argument is { Key: "Tools", Value.Value: not null }))
                return true;
        }

        return false;
    }
}
