using System.Runtime.CompilerServices;

namespace Hooks.Events;

/// <summary>A store that lives as long as its process: for tests, and for agents whose events need to outlive a subscriber only.</summary>
public sealed class InMemoryEventStore : IEventStore
{
    private readonly object _lock = new();
    private readonly List<HookEvent> _events = [];
    private readonly Dictionary<string, long> _positions = new(StringComparer.Ordinal);
    private long _lastSequence;

    /// <inheritdoc/>
    public ValueTask AppendAsync(IReadOnlyList<HookEvent> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var last = _lastSequence;
            foreach (var hookEvent in events)
            {
                if (hookEvent.Sequence <= last)
                    throw new InvalidOperationException($"The event '{hookEvent.Id}' has the sequence {hookEvent.Sequence}, and {last} is stored already; events are stored in the order of their sequence.");
                last = hookEvent.Sequence;
            }

            _events.AddRange(events);
            _lastSequence = last;
        }

        return default;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<HookEvent> ReadAsync(EventQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        HookEvent[] events;
        lock (_lock)
            events = [.. _events.Skip(FirstAfter(query.AfterSequence)).Where(query.IsMatch).Take(query.Limit ?? int.MaxValue)];
        foreach (var hookEvent in events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return hookEvent;
        }

        await default(ValueTask).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<long> GetLastSequenceAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
            return new(_lastSequence);
    }

    /// <inheritdoc/>
    public ValueTask<long> GetPositionAsync(string subscriber, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        lock (_lock)
            return new(_positions.GetValueOrDefault(subscriber));
    }

    /// <inheritdoc/>
    public ValueTask SetPositionAsync(string subscriber, long sequence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        lock (_lock)
        {
            if (sequence == 0)
                _positions.Remove(subscriber);
            else
                _positions[subscriber] = sequence;
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask<long> TrimAsync(EventRetention retention, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(retention);
        lock (_lock)
        {
            var count = Math.Max(0, _events.Count - (retention.KeepNewest ?? _events.Count));
            long removed = count;
            _events.RemoveRange(0, count);
            if (retention.Before is { } before)
                removed += _events.RemoveAll(hookEvent => hookEvent.Time < before);
            return new(removed);
        }
    }

    private int FirstAfter(long sequence)
    {
        var (low, high) = (0, _events.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _events[middle].Sequence <= sequence ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
