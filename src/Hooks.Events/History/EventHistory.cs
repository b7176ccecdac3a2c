using System.Numerics;

namespace Hooks.Events;

/// <summary>The newest events of a bus: a ring. Its places are counted by themselves, because not every sequence number is that of an event which went out.</summary>
internal sealed class EventHistory(int capacity)
{
    // A power of two, so that finding the place is no division.
    private readonly HookEvent?[] _ring = new HookEvent?[capacity == 0 ? 0 : BitOperations.RoundUpToPowerOf2((uint)capacity)];

    private long _added;

    public void Add(HookEvent hookEvent)
    {
        if (_ring.Length > 0)
            Volatile.Write(ref _ring[(Interlocked.Increment(ref _added) - 1) & (_ring.Length - 1)], hookEvent);
    }

    /// <summary>The newest events that match, at most so many, the oldest first.</summary>
    public IReadOnlyList<HookEvent> Newest(int count, EventPattern? pattern)
    {
        var kept = new List<HookEvent>();
        var added = Volatile.Read(ref _added);

        // Where a publisher is about to put an event, there is none yet, or one that would be gone.
        for (var place = Math.Max(0, added - capacity); place < added; place++)
        {
            if (Volatile.Read(ref _ring[place & (_ring.Length - 1)]) is { } hookEvent && pattern?.IsMatch(hookEvent.Type) != false)
                kept.Add(hookEvent);
        }

        kept.Sort(static (one, other) => one.Sequence.CompareTo(other.Sequence));
        return count < kept.Count ? kept[^count..] : kept;
    }
}
