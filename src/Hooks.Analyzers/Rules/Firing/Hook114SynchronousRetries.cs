using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Firing;

/// <summary>HOOK114: the synchronous entry of a point that has a hook with retries, between which it does not wait.</summary>
internal sealed class Hook114SynchronousRetries : FireRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.SynchronousRetries,
        title: "A point with retries is fired synchronously",
        messageFormat: "'{0}' repeats the hook '{1}' at {2} without a wait, so that what failed has no time to recover; await '{0}Async', or remove Retries",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(FireCall fire, Action<Diagnostic> report)
    {
        // A test may well want the attempts to follow at once.
        if (!fire.IsSynchronous || fire.Hooks.IsTestProject || fire.Point is not { } point)
            return;
        var index = fire.Hooks.Index(fire.CancellationToken);

        // A point with an asynchronous hook is refused before any attempt, which HOOK113 says.
        if (index.Tables.Count == 0 || index.ChainOf(point) is not { IsSynchronous: true } chain)
            return;
        if (chain.Hooks.FirstOrDefault(hook => hook.Model is { Retries: > 0, RunsInBackground: false }) is { } repeated
            && !SynchronousFireGuard.HasAnotherTable(fire)
            && !SynchronousFireGuard.IsChosen(fire))
        {
            report(Diagnostic.Create(Rule, fire.NameLocation, fire.Operation.TargetMethod.Name, repeated.Name, point.Name));
        }
    }
}
