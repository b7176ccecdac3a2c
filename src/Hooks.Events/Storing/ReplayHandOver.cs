namespace Hooks.Events;

/// <summary>
/// Leads a subscription from the store to live events: each stored event once, and none left out.
/// </summary>
/// <remarks>
/// The store has events in the order of their sequence, and an event is stored before it is delivered. So while the replay
/// is behind, live events that are stored can be passed over: it will find them. When it has caught up they are held instead; the
/// store is read once more, and of those held only what it has not read is delivered. More than the queue's capacity is not held: then
/// the replay is behind again.
/// </remarks>
internal sealed class ReplayHandOver(EventSubscription subscription, IEventStore store, EventReplayOptions start)
{
    private readonly object _lock = new();
    private readonly List<HookEvent> _held = [];
    private readonly HashSet<long> _ahead = [];
    private long _replayedTo = start.AfterSequence;
    private bool _isHolding;
    private volatile bool _isOpen;

    /// <summary>Keeps a live event from the queue, because it was replayed, will be, or has to wait; true if so.</summary>
    public bool TryHold(HookEvent hookEvent)
    {
        if (!_isOpen)
        {
            lock (_lock)
            {
                if (!_isOpen)
                {
                    Hold(hookEvent);
                    return true;
                }
            }
        }

        return hookEvent.IsStored && hookEvent.Sequence <= Volatile.Read(ref _replayedTo);
    }

    /// <summary>Replays until there is nothing left but live events.</summary>
    public async Task RunAsync()
    {
        if (start.IsDurable)
            _replayedTo = Math.Max(_replayedTo, await store.GetPositionAsync(subscription.Name, subscription.Closing).ConfigureAwait(false));
        do
        {
            await ReplayAsync().ConfigureAwait(false);
            lock (_lock)
                _isHolding = true;
            await ReplayAsync().ConfigureAwait(false);
        }
        while (!await TryOpenAsync().ConfigureAwait(false));
    }

    private void Hold(HookEvent hookEvent)
    {
        if (hookEvent.IsStored && !_isHolding)
            return;
        if (_held.Count < subscription.Options.Capacity)
        {
            _held.Add(hookEvent);
        }
        else if (hookEvent.IsStored)
        {
            _isHolding = false;
            _held.RemoveAll(held => held.IsStored);
        }
        else
        {
            // The store does not have it, and there is no room.
            subscription.Counters.Match();
            subscription.Counters.Count(EventOutcome.Dropped);
        }
    }

    private async Task ReplayAsync()
    {
        var query = new EventQuery { AfterSequence = _replayedTo, From = start.From, Patterns = subscription.Patterns };
        await foreach (var hookEvent in store.ReadAsync(query, subscription.Closing).ConfigureAwait(false))
        {
            hookEvent.IsStored = true;
            if (subscription.MaySee(hookEvent.Type) && !_ahead.Contains(hookEvent.Sequence))
                await subscription.OfferWaitingAsync(hookEvent).ConfigureAwait(false);
            Volatile.Write(ref _replayedTo, hookEvent.Sequence);
        }

        _ahead.Clear();
    }

    // Live events that come meanwhile are held too, until none is left.
    private async Task<bool> TryOpenAsync()
    {
        while (true)
        {
            HookEvent[] held;
            lock (_lock)
            {
                if (!_isHolding)
                    return false;
                if (_held.Count == 0)
                    return _isOpen = true;
                held = [.. _held];
                _held.Clear();
            }

            foreach (var hookEvent in held)
            {
                if (hookEvent.IsStored && (hookEvent.Sequence <= _replayedTo || !_ahead.Add(hookEvent.Sequence)))
                    continue;
                await subscription.OfferWaitingAsync(hookEvent).ConfigureAwait(false);
            }
        }
    }
}
