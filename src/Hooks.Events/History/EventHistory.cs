using System.Numerics;

namespace Hooks.Events;

/// <summary>The newest events of a bus: a ring in which each event's sequence is its place, so that keeping it is one write.</summary>
internal sealed class EventHistory(int capacity)
{
    // A power of two, so that finding the place is no division.
    private readonly HookEvent?[] _ring = new HookEvent?[capacity == 0 ? 0 : BitOperations.RoundUpToPowerOf2((uint)capacity)];

    public void Add(HookEvent hookEvent)
    {
        if (_ring.Length > 0)
            Volatile.Write(ref _ring[hookEvent.Sequence & (_ring.Length - 1)], hookEvent);
    }

    /// <summary>The newest events that match, at most so many, the oldest first.</summary>
    public IReadOnlyList<HookEvent> Newest(int count, EventPattern? pattern, long last)
    {
        // A slow publisher may put its event into the ring after a whole round of others; that one is too old to be shown.
        var kept = new List<HookEvent>();
        for (var i = 0; i < _ring.Length; i++)
        {
            if (Volatile.Read(ref _ring[i]) is { } hookEvent && hookEvent.Sequence > last - capacity && (pattern is null || pattern.IsMatch(hookEvent.Type)))
                kept.Add(hookEvent);
        }

        kept.Sort(static (one, other) => one.Sequence.CompareTo(other.Sequence));
        return count < kept.Count ? kept[^count..] : kept;
    }
}
