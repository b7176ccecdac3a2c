using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Finding.Commands;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Commands;

/// <summary>HOOK303: a hook at a point that no coding agent raises for which the program is meant.</summary>
internal sealed class Hook303PointThatNobodyRaises : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.PointThatNobodyRaises,
        title: "A hook at a point that no coding agent raises",
        messageFormat: "The hook '{0}' never runs: {1} is raised by {2}, and this program is meant for {3}",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (hook.Hooks.Targets is not { } targets || hook.Hooks.IsTestProject || hook.Check is not { IsValid: true, Point: { } point } || !CommandTargets.IsRaisedByAgents(point))
            return;
        var raising = HostTable.All.Where(host => CommandTargets.EventsOf(host, point).Any()).ToList();
        if (raising.Any(targets.Hosts.Contains))
            return;
        report(Create(
            hook,
            (hook.TypeArgument ?? hook.Syntax.ArgumentList?.Arguments.FirstOrDefault() ?? (SyntaxNode)hook.Syntax).GetLocation(),
            hook.Method.Name,
            point.IsCustom ? point.Context.Name : point.Name,
            raising.Count == 0 ? "no coding agent" : string.Join(", ", raising.Select(host => host.DisplayName)),
            targets.AreNamed ? targets.Names : "coding agents"));
    }
}
