using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK008: a point that does not exist: a number without a member, or a class that is no custom point.</summary>
internal sealed class Hook008UnknownPoint : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.UnknownPoint,
        title: "A hook point does not exist",
        messageFormat: "The hook '{0}' is at no point: {1}",
        DiagnosticSeverity.Error,
        NeverSilent);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (!hook.Check.Violations.HasFlag(HookViolations.UnknownPoint))
            return;
        if (hook.Attribute.AttributeClass is { Arity: 1 } custom)
        {
            if (custom.TypeArguments[0] is INamedTypeSymbol { TypeKind: not TypeKind.Error } context)
                Report(hook.TypeArgument, CustomPoints.WhyNot(context));
        }
        else if (JoinedPoints.Find(hook.Attribute) is { } joined)
        {
            Report(joined, "points cannot be joined or calculated; write one [Hook] for each point");
        }
        else if (hook.Attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Enum, Value: { } number }])
        {
            Report(hook.Syntax.ArgumentList?.Arguments.FirstOrDefault(), $"HookPoint has no member with the number {number}; write a member by its name");
        }

        void Report(SyntaxNode? place, string reason) => report(Diagnostic.Create(Rule, (place ?? hook.Syntax).GetLocation(), hook.Method.Name, reason));
    }
}
