using System.Threading.Channels;

namespace Hooks.Events;

/// <summary>
/// Leads a subscription from the store to live events: each stored event once, and none left out.
/// </summary>
/// <remarks>
/// The store has events in the order of their sequence, and an event is stored before it is delivered. So while the replay
/// is behind, live events that are stored can be passed over: it will find them. When it has caught up they are held instead; the
/// store is read once more, and of those held only what it has not read is delivered. More than the queue's capacity is not held: then
/// the replay is behind again.
/// A durable subscription takes stored events from the store for good: publishers deliver in no certain order and may give up
/// waiting, and its position would pass over what it never had. A live event tells it only that there is more to read.
/// </remarks>
internal sealed class ReplayHandOver(EventSubscription subscription, IEventStore store, EventReplayOptions start, DurablePosition? position)
{
    /// <summary>How long a durable subscription waits when the store could not be read, before it tries again.</summary>
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();

    // The latest reason to read again; null if it is no event.
    private readonly Channel<HookEvent?> _news = Channel.CreateBounded<HookEvent?>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly List<HookEvent> _held = [];
    private readonly HashSet<long> _ahead = [];
    private long _replayedTo = start.AfterSequence;
    private bool _isHolding;
    private volatile bool _isOpen;

    /// <summary>Keeps a live event from the queue, because it was replayed, will be, or has to wait; true if so.</summary>
    public bool TryHold(HookEvent hookEvent)
    {
        // What is not wanted from the store is not wanted live either.
        if (start.From is { } from && hookEvent.Time < from)
            return true;
        if (start.IsDurable && hookEvent.IsStored)
        {
            _news.Writer.TryWrite(hookEvent);
            return true;
        }

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
        if (position is not null)
            _replayedTo = Math.Max(_replayedTo, await position.LoadAsync().ConfigureAwait(false));
        do
        {
            await ReplayAsync().ConfigureAwait(false);
            lock (_lock)
                _isHolding = true;
            await ReplayAsync().ConfigureAwait(false);
        }
        while (!await TryOpenAsync().ConfigureAwait(false));
    }

    /// <summary>Has the store read again, because events may have come to it of which this was not told.</summary>
    public void ReadAgain() => _news.Writer.TryWrite(null);

    /// <summary>Lets <see cref="FollowAsync"/> end when it has read what there is.</summary>
    public void Complete() => _news.Writer.TryComplete();

    /// <summary>Goes on reading whenever there is more, if the subscription is durable.</summary>
    public async Task FollowAsync()
    {
        try
        {
            while (start.IsDurable && await _news.Reader.WaitToReadAsync(subscription.Closing).ConfigureAwait(false))
            {
                if (_news.Reader.TryRead(out var news) && subscription.MayFollow)
                    await ReadOnAsync(news).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (subscription.IsClosing)
        {
            // What was not read comes when the subscription begins again.
        }
    }

    private async Task ReadOnAsync(HookEvent? news)
    {
        try
        {
            await ReplayAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (!subscription.IsClosing)
        {
            if (news is not null)
                subscription.Report(news, error);
            await Task.Delay(PauseAfterFailure, subscription.Clock, subscription.Closing).ConfigureAwait(false);
            _news.Writer.TryWrite(news);
        }
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
        HookEvent? last = null;
        var query = new EventQuery { AfterSequence = _replayedTo, From = start.From, Patterns = subscription.Patterns };
        await foreach (var hookEvent in store.ReadAsync(query, subscription.Closing).ConfigureAwait(false))
        {
            hookEvent.IsStored = true;
            if (subscription.MaySee(hookEvent.Type) && !_ahead.Contains(hookEvent.Sequence))
                await subscription.OfferWaitingAsync(hookEvent, position).ConfigureAwait(false);
            Volatile.Write(ref _replayedTo, hookEvent.Sequence);
            last = hookEvent;
        }

        _ahead.Clear();
        if (position is not null && last is not null)
            await position.ReadToAsync(last).ConfigureAwait(false);
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
