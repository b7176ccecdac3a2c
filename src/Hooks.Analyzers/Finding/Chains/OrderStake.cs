using Hooks.Generators.Emitting;
using Hooks.Shared;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>Why it matters which of two hooks of one point runs first.</summary>
internal static class OrderStake
{
    /// <summary>Whether it matters, as far as is known.</summary>
    public static bool Exists(ContextUse first, ContextUse second)
    {
        if (first.DecidesFirst is not null && second.DecidesFirst is not null)
            return true;
        if (first.OnlyNarrows && second.OnlyNarrows)
            return false;
        return Meeting(first.Writes, second.Reads) is not null
            || Meeting(first.Writes, second.Writes) is not null
            || Meeting(second.Writes, first.Reads) is not null;
    }

    /// <summary>What the hook that runs later gains or loses by it.</summary>
    public static string Describe(string firstName, ContextUse first, ContextUse second)
    {
        if (Meeting(first.Writes, second.Reads) is { } seen)
            return $"it reads {seen}, which '{firstName}' changes";
        if (Meeting(first.Writes, second.Writes) is { } both)
            return $"both change {both}";
        return Meeting(second.Writes, first.Reads) is { } missed
            ? $"it changes {missed}, which '{firstName}' has read by then"
            : $"of {first.DecidesFirst} and {second.DecidesFirst} only the first that is answered counts";
    }

    /// <summary>Whether there can be a moment that concerns both hooks, as far as tools and comparisons in their bodies tell.</summary>
    public static bool CanMeet(PlacedHook one, ContextUse oneUse, PlacedHook other, ContextUse otherUse, ToolOverlap tools)
    {
        foreach (var data in oneUse.Selects)
        {
            foreach (var same in otherUse.Selects)
            {
                if (data.Meets(same))
                    return false;
            }
        }

        return !(other.Model.Tools is not null && ChoosesTool(oneUse))
            && !(one.Model.Tools is not null && ChoosesTool(otherUse))
            && tools.IsPossible(one.Model.Tools, other.Model.Tools);
    }

    private static bool ChoosesTool(ContextUse use)
    {
        foreach (var data in use.Selects)
        {
            if (data.Member == MetadataNames.ToolName)
                return true;
        }

        return false;
    }

    // The smaller of the two changes is part of both.
    private static ContextData? Meeting(IReadOnlyList<ContextWrite> writes, IReadOnlyList<ContextWrite> others)
    {
        foreach (var write in writes)
        {
            foreach (var other in others)
            {
                if (write.Data.Meets(other.Data))
                    return write.Data.Key is null ? other.Data : write.Data;
            }
        }

        return null;
    }

    /// <summary>What is read; by preference something that is changed by the same name.</summary>
    private static ContextData? Meeting(IReadOnlyList<ContextWrite> writes, IReadOnlyList<ContextData> reads)
    {
        ContextData? met = null;
        foreach (var read in reads)
        {
            foreach (var write in writes)
            {
                if (write.Data == read)
                    return read;
                if (write.Data.Meets(read))
                    met ??= read;
            }
        }

        return met;
    }
}
