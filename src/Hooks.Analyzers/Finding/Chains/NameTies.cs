using Hooks.Generators.Emitting;
using Hooks.Shared;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>The hooks of equal priority for which it matters whether they run before or after one, and nothing but names says so.</summary>
internal sealed class NameTies(PlacedHook hook, HookPointFacts point, ContextUse use, ChainIndex chain, ToolOverlap tools, CancellationToken cancellationToken)
{
    /// <summary>Those that run before it, the nearest first.</summary>
    public IEnumerable<PlacedHook> Before()
    {
        var said = chain.Order.Before(hook);
        for (var at = hook.At - 1; IsPeer(at); at--)
        {
            var first = chain.Chain.Hooks[at];
            if (UseOf(first) is { } other && OrderStake.Exists(other, use) && !IsWrong(other) && OrderStake.CanMeet(first, other, hook, use, tools) && !said.Contains(first))
                yield return first;
        }
    }

    /// <summary>Why it matters that one of these runs before.</summary>
    public string Stake(PlacedHook first) => OrderStake.Describe(first.Name, UseOf(first)!, use);

    /// <summary>The next priority, if to have it leaves the present order as it is; null if not.</summary>
    public int? NextPriority()
    {
        var priority = hook.Model.Priority;
        var said = chain.Order.After(hook);
        var at = hook.At + 1;
        for (; IsPeer(at); at++)
        {
            var second = chain.Chain.Hooks[at];
            if (said.Contains(second) || (UseOf(second) is { } other && OrderStake.Exists(use, other) && OrderStake.CanMeet(hook, use, second, other, tools)))
                return null;
        }

        var taken = at < chain.Chain.Hooks.Count ? chain.Chain.Hooks[at].Model.Priority : (int?)null;
        if (priority == HookPriorities.Normal && taken is null or > HookPriorities.Low)
            return HookPriorities.Low;
        return priority == int.MaxValue || taken == priority + 1 ? null : priority + 1;
    }

    // HOOK108 says so, and nobody should be told to keep such an order.
    private bool IsWrong(ContextUse first) => DefeatedJudgement.IsPossibleAt(point) && DefeatedJudgement.Of(first, use) is not null;

    private bool IsPeer(int at) => at >= 0 && at < chain.Chain.Hooks.Count && chain.Chain.Hooks[at].Model.Priority == hook.Model.Priority;

    private ContextUse? UseOf(PlacedHook other) => chain.Sources[other.At]?.Use(cancellationToken);
}
