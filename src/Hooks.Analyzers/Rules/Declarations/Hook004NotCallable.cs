using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK004: a method that the table cannot call, so that the hook would never run.</summary>
internal sealed class Hook004NotCallable : DeclarationRule
{
    private static readonly SymbolDisplayFormat Name = new(memberOptions: SymbolDisplayMemberOptions.None);

    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.NotCallable,
        title: "A hook cannot be called from the table",
        messageFormat: "The table cannot call the hook '{0}' because {1}; {2}",
        DiagnosticSeverity.Error,
        NeverSilent);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (!hook.Check.Violations.HasFlag(HookViolations.NotCallable) || !MethodHooks.Of(hook).IsFirstWith(HookViolations.NotCallable, hook))
            return;
        var obstacle = CallObstacle.Find(hook);
        report(Diagnostic.Create(
            Rule,
            obstacle.Place,
            ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Cause, obstacle.Cause.ToString()),
            hook.Method.ToDisplayString(Name),
            obstacle.Because,
            obstacle.Instead));
    }
}
