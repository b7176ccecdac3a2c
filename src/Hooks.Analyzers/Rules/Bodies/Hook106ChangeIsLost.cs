using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Rules.Bodies;

/// <summary>HOOK106: a hook changes the context's data where the moment is over, so that nobody uses the change.</summary>
internal sealed class Hook106ChangeIsLost : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.ChangeIsLost,
        title: "A change of the context that is lost",
        messageFormat: "The hook '{0}' changes {1} at {2}, which only observes and comes too late, so that the change is lost; {3}",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookBody body, Action<Diagnostic> report)
    {
        // One point at which the change counts is reason enough to make it.
        if (body.Checks.Any(check => check.Point is not { } point || !LatePoints.IsLate(point)))
            return;
        foreach (var change in body.Changes)
        {
            if (IsOfTheContextAlone(change) && !change.IsAccount() && !PutBack.Is(change, body) && body.Checks[0].Point is { } point)
                report(Diagnostic.Create(Rule, change.Target.GetLocation(), body.Method.Name, NameOf(change), point.Name, Advice(point, change)));
        }
    }

    // What hangs on a context, such as the list of messages, may be the host's own, so that a change of it stays.
    private static bool IsOfTheContextAlone(ContextChange change) =>
        change.Path.Member switch
        {
            IMethodSymbol => true,
            IPropertySymbol property => change.Path.Depth == 1 && change.Operation is not IInvocationOperation || SymbolNames.IsHooksType(property.Type, MetadataNames.HookArguments),
            _ => false,
        };

    private static string Advice(HookPointFacts point, ContextChange change) =>
        change.IsFact() ? "only the host can say it" : "change it at " + LatePoints.Instead(point, change);

    private static string NameOf(ContextChange change) => change.Path.Member is IMethodSymbol ? "the tools" : change.Path.Member!.Name;
}
