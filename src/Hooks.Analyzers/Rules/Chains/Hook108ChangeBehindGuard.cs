using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Finding.Chains;
using Hooks.Generators.Emitting;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Chains;

/// <summary>HOOK108: a hook that sets what a guard before it has judged, so that something else happens than was judged.</summary>
internal sealed class Hook108ChangeBehindGuard : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.ChangeBehindGuard,
        title: "What a guard has judged is changed behind it",
        messageFormat: "The hook '{0}' sets {1} after the guard '{2}' has judged it; let it run before the guard, or say After = \"{2}\" if it is meant like this",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (hook.Check.Point is not { } point || !DefeatedJudgement.IsPossibleAt(point) || hook.Place is not { At: > 0 } place || hook.Index.IndexOf(place.Model) is not { } chain)
            return;
        if (chain.Sources[place.At]?.Use(hook.CancellationToken) is not { Writes.Count: > 0 } use)
            return;
        for (var at = 0; at < place.At; at++)
        {
            var guard = chain.Chain.Hooks[at];
            if (chain.Sources[at]?.Use(hook.CancellationToken) is not { } judged
                || DefeatedJudgement.Of(judged, use) is not { } change
                || IsMeant(chain, guard, place)
                || !OrderStake.CanMeet(guard, judged, place, use, hook.Index.Tools))
            {
                continue;
            }

            report(Create(hook, hook.NameLocation, place.Name, change, guard.Name));
            return;
        }
    }

    private static bool IsMeant(ChainIndex chain, PlacedHook guard, PlacedHook changer) =>
        OrderNames.Of(changer.Model.After).SelectMany(name => chain.Named(changer, name)).Contains(guard)
        || OrderNames.Of(guard.Model.Before).SelectMany(name => chain.Named(guard, name)).Contains(changer)
        || (guard.Model.Priority == changer.Model.Priority && chain.Order.Before(changer).Contains(guard));
}
