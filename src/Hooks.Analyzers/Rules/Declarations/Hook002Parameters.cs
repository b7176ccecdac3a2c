using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK002: parameters that the dispatcher cannot fill, so that the method would never be called.</summary>
internal sealed class Hook002Parameters : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.Parameters,
        title: "A hook takes what its point does not give",
        messageFormat: "The hook '{0}' {1}; {2}",
        DiagnosticSeverity.Error,
        NeverSilent);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (!hook.Check.Violations.HasFlag(HookViolations.Parameters) || !hook.HasOwnSignature)
            return;
        var all = MethodHooks.Of(hook);
        if (!all.IsFirstWith(HookViolations.Parameters, hook) || ParameterMistake.Find(hook, all) is not { } mistake)
            return;

        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(FixProperties.Cause, mistake.Cause.ToString())
            .Add(FixProperties.Context, all.Context is { } context ? MetadataName(context) : null);
        report(Diagnostic.Create(Rule, mistake.Place, properties, hook.Method.Name, mistake.What, mistake.Instead));
    }

    // A context need not be a type of its own in a namespace.
    private static string MetadataName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? $"{MetadataName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
}
