using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK014: a hook that wants to block when it fails, at a point where nothing can be blocked.</summary>
internal sealed class Hook014BlockAtObserveOnlyPoint : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.BlockAtObserveOnlyPoint,
        title: "A failed hook cannot block at an observe-only point",
        messageFormat: "The hook '{0}' has OnFailure = Block, but nothing can be blocked at {1}; remove it, or write Throw if the host has to see the failure",
        DiagnosticSeverity.Error);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (hook.Check.Point is { IsBlocking: false } point && hook.Setting("OnFailure") is { Value: HookFailurePolicies.Block })
            report(Diagnostic.Create(Rule, hook.LocationOf("OnFailure"), hook.Method.Name, point.Name));
    }
}
