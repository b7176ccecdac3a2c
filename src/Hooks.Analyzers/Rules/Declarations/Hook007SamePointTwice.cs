using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK007: a method that names a point more than once, found at every attribute but the first.</summary>
internal sealed class Hook007SamePointTwice : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.SamePointTwice,
        title: "A method is a hook at one point twice",
        messageFormat: "The hook '{0}' already has a [Hook] for {1}, so that none of them is in the table; keep one",
        DiagnosticSeverity.Error,
        NeverSilent);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (!hook.Check.Violations.HasFlag(HookViolations.SamePointTwice)
            || First(hook) is not { ApplicationSyntaxReference: { } first } attribute
            || attribute.IsWrittenAs(hook.Syntax))
        {
            return;
        }

        report(Diagnostic.Create(Rule, hook.Syntax.GetLocation(), additionalLocations: [Location.Create(first.SyntaxTree, first.Span)], hook.Method.Name, NameOfPoint(hook)));
    }

    // Both parts of a partial method have the attributes of both, in an order of their own; what is first must not depend on the part.
    private static AttributeData? First(HookDeclaration hook) =>
        (hook.Method.PartialDefinitionPart ?? hook.Method).GetAttributes()
            .FirstOrDefault(other => HookMethodRules.AreForOnePoint(other, hook.Attribute));

    private static string NameOfPoint(HookDeclaration hook) =>
        hook.Check.Point?.Name
        ?? hook.Attribute.ValueAt(0)?.ToString()
        ?? (hook.Attribute.AttributeClass is { TypeArguments: [var context] } ? context.Name : "no point");
}
