using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Firing;

/// <summary>HOOK113: the synchronous entry of a point that has an asynchronous hook, which it refuses to fire.</summary>
internal sealed class Hook113SynchronousFire : FireRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.SynchronousFire,
        title: "A point with an asynchronous hook is fired synchronously",
        messageFormat: "'{0}' throws an InvalidOperationException, because the hook '{1}' at {2} is asynchronous; await '{0}Async', or make the hook synchronous",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(FireCall fire, Action<Diagnostic> report)
    {
        // A test fails at once if it is mistaken; and it may well want the exception, or fire another table.
        if (!fire.IsSynchronous || fire.Hooks.IsTestProject || fire.Point is not { } point)
            return;
        var index = fire.Hooks.Index(fire.CancellationToken);
        if (index.Tables.Count == 0 || index.ChainOf(point)?.Hooks.FirstOrDefault(hook => hook.Model is { IsAsynchronous: true, RunsInBackground: false }) is not { } culprit)
            return;
        if (!SynchronousFireGuard.IsAround(fire))
            report(Diagnostic.Create(Rule, fire.NameLocation, fire.Operation.TargetMethod.Name, culprit.Name, point.Name));
    }
}
