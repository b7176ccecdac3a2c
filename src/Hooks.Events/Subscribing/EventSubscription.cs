namespace Hooks.Events;

/// <summary>What someone wants to hear of, and how it gets there. Disposing it ends it.</summary>
public sealed class EventSubscription : IAsyncDisposable
{
    private readonly EventBus _bus;
    private readonly CancellationTokenSource _closing = new(), _stopping = new();
    private readonly object _changes = new();
    private readonly Func<HookEvent, bool>? _filter;
    private EventDelivery _delivery = null!;
    private bool _isEnabled = true;
    private volatile bool _isClosing;
    private ReplayHandOver? _handOver;
    private Task _following = Task.CompletedTask;
    private bool _hasEnded;

    internal EventSubscription(EventBus bus, string name, IReadOnlyList<EventPattern> patterns, EventSubscriptionOptions options, long number, int? priority)
    {
        (_bus, Name, Patterns, Options, Number, Priority) = (bus, name, patterns, options, number, priority);
        (Closing, Stopping) = (_closing.Token, _stopping.Token);
        _filter = options.Filter;
    }

    /// <summary>The name, unique on its bus.</summary>
    public string Name { get; }

    /// <summary>What it matches.</summary>
    public IReadOnlyList<EventPattern> Patterns { get; }

    /// <summary>Whether events that are published now match it.</summary>
    public bool IsEnabled => _isEnabled && !_hasEnded;

    /// <summary>What has become of its events so far.</summary>
    public EventSubscriptionCounts Counts => new()
    {
        Matched = Counters.Matched,
        Filtered = Counters[EventOutcome.Filtered],
        Delivered = Counters[EventOutcome.Delivered] + _delivery.Delivered,
        Dropped = Counters[EventOutcome.Dropped],
        Rejected = Counters[EventOutcome.Rejected],
        Expired = Counters[EventOutcome.Expired],
        Failed = Counters[EventOutcome.Failed],
        DeadLettered = Counters[EventOutcome.DeadLettered],
        Abandoned = Counters[EventOutcome.Abandoned],
        Depth = Depth,
        HandlerTime = TimeSpan.FromSeconds((double)(Counters.HandlerTicks + _delivery.HandlerTicks) / Clock.TimestampFrequency),
    };

    /// <summary>
    /// Ends when a subscription that began with a replay has nothing left to read from the store; for others it has ended. It
    /// fails if the store could not be read; the subscription has ended then.
    /// </summary>
    public Task CaughtUp { get; private set; } = Task.CompletedTask;

    /// <summary>Lets events match again.</summary>
    /// <exception cref="ObjectDisposedException">The subscription has ended.</exception>
    public void Enable() => SetEnabled(true);

    /// <summary>
    /// Lets no events match until it is enabled again; those that wait are still delivered. A durable subscription has those that are
    /// stored meanwhile when it is enabled again.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The subscription has ended.</exception>
    public void Disable() => SetEnabled(false);

    /// <summary>
    /// Ends the subscription: no event matches it any more, those that wait are abandoned and counted, its reader is completed.
    /// Waits for a handler that runs, at most <see cref="EventBusOptions.DrainTimeout"/>, after which its token is
    /// cancelled; not for the handler from which it is called. A second call does no harm.
    /// </summary>
    public ValueTask DisposeAsync() => new(EndAsync(drains: false, _bus.Options.DrainTimeout));

    /// <summary>Ends the subscription, but lets it deal with the events that wait first, at most for a time; the rest is abandoned and counted.</summary>
    /// <param name="timeout">How long.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative and not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than 49 days.</exception>
    public Task DrainAsync(TimeSpan timeout)
    {
        if (!WaitTime.IsValidOrInfinite(timeout))
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, $"It has to be {WaitTime.OrInfinite}.");
        return EndAsync(drains: true, timeout);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {string.Join(", ", Patterns)}";

    /// <summary>The subscription whose handler has called this code.</summary>
    internal static AsyncLocal<EventSubscription?> Running { get; } = new();

    /// <summary>Synchronous handlers by priority, then those with queues; those that are equal in the order in which they were made.</summary>
    internal static Comparison<EventSubscription> ByTurn { get; } = static (one, other) =>
        (one.Priority is null, one.Priority ?? 0, one.Number).CompareTo((other.Priority is null, other.Priority ?? 0, other.Number));

    internal EventSubscriptionOptions Options { get; }

    internal SubscriptionCounters Counters { get; } = new();

    internal TimeProvider Clock => _bus.Options.TimeProvider;

    /// <summary>The order in which subscriptions were made.</summary>
    internal long Number { get; }

    /// <summary>Where a synchronous handler stands among the others; null for those with a queue.</summary>
    internal int? Priority { get; }

    internal int Depth => _delivery.Depth;

    /// <summary>Whether what waits is no longer wanted.</summary>
    internal bool IsClosing => _isClosing;

    /// <summary>Is cancelled when what waits is no longer wanted.</summary>
    internal CancellationToken Closing { get; }

    /// <summary>The token of handlers: is cancelled when there is no more time to wait for them.</summary>
    internal CancellationToken Stopping { get; }

    internal void Begin(EventDelivery delivery) => _delivery = delivery;

    /// <summary>Lets the subscription begin with what is stored; live events are kept back from now on.</summary>
    internal void ReplayFirst(ReplayHandOver handOver) => _handOver = handOver;

    /// <summary>Begins to replay, when live events reach the subscription: one that came before would be in neither.</summary>
    internal void BeginReplay()
    {
        if (_handOver is null)
            return;
        lock (_changes)
        {
            if (_hasEnded)
                return;
            using (ExecutionContext.SuppressFlow())
                CaughtUp = Task.Run(ReplayAsync);
            CaughtUp.Forget();
        }
    }

    /// <summary>Whether events that are stored now are to be delivered: while it is enabled, and a last time when it drains.</summary>
    internal bool MayFollow => _isEnabled && !_isClosing;

    /// <summary>Whether any event of the bus has a time from which on nobody needs it.</summary>
    internal bool MayExpire => _bus.MayExpire;

    internal bool MaySee(string type) => Options.MaySee is not { } visible || visible.Any(pattern => pattern.IsMatch(type));

    internal EventOutcome Offer(HookEvent hookEvent)
    {
        if (_handOver is not null && _handOver.TryHold(hookEvent))
            return EventOutcome.Queued;
        Counters.Match();
        return _filter is null || IsWanted(hookEvent, out var outcome) ? _delivery.Offer(hookEvent) : outcome;
    }

    internal ValueTask<EventOutcome> OfferBlockedAsync(HookEvent hookEvent, CancellationToken cancellationToken) =>
        _delivery.OfferBlockedAsync(hookEvent, cancellationToken);

    /// <summary>Offers an event for which there is time to wait until there is room.</summary>
    internal async ValueTask OfferWaitingAsync(HookEvent hookEvent)
    {
        _bus.NoteExpiry(hookEvent);
        Counters.Match();
        if (_filter is not null && !IsWanted(hookEvent, out _))
            return;
        if (_delivery.Offer(hookEvent) == EventOutcome.Blocked)
            await _delivery.OfferWaitingAsync(hookEvent).ConfigureAwait(false);
    }

    internal void Report(HookEvent hookEvent, Exception error) => _bus.ReportAsync(this, hookEvent, error).Forget();

    internal ValueTask ReportAsync(HookEvent hookEvent, Exception error) => _bus.ReportAsync(this, hookEvent, error);

    /// <summary>Ends the subscription; the task waits, but not for the handler from which this is called.</summary>
    internal Task EndAsync(bool drains, TimeSpan timeout)
    {
        var ending = End(drains, timeout);
        if (!IsRunningHere)
            return ending;

        // Its time is limited all the same.
        ending.Forget();
        return Task.CompletedTask;
    }

    /// <summary>Whether the code that asks was called by the subscription's handler.</summary>
    internal bool IsRunningHere => _delivery.IsRunningHere;

    /// <summary>Ends the subscription; the task waits for any handler that runs.</summary>
    internal Task End(bool drains, TimeSpan timeout)
    {
        lock (_changes)
        {
            if (!_hasEnded)
                _bus.Remove(this, isMatched: _isEnabled);
            _hasEnded = true;
        }

        _handOver?.Complete();
        if (!drains)
        {
            // First, or a worker might still take what waits for an end of the queue.
            _isClosing = true;
            _delivery.Complete();
            Abandon();
        }

        return FinishAsync(timeout);
    }

    private async Task FinishAsync(TimeSpan timeout)
    {
        try
        {
            await DealWithRestAsync().WaitAsync(timeout, Clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _delivery.Complete();
            Abandon();
            _delivery.Stop();
            _ = _stopping.CancelAsync().ContinueWith(static cancelled => _ = cancelled.Exception, TaskScheduler.Default);
        }

        // What a publisher had under way when the queue was completed.
        _delivery.AbandonWaiting();
    }

    private async Task DealWithRestAsync()
    {
        await _following.ConfigureAwait(false);
        _delivery.Complete();
        await _delivery.Completion.ConfigureAwait(false);
    }

    private async Task ReplayAsync()
    {
        try
        {
            await _handOver!.RunAsync().ConfigureAwait(false);
            lock (_changes)
            {
                if (!_hasEnded)
                    _following = _handOver.FollowAsync();
            }
        }
        catch (Exception)
        {
            await EndAsync(drains: true, _bus.Options.DrainTimeout).ConfigureAwait(false);
            throw;
        }
    }

    private void Abandon()
    {
        _isClosing = true;
        _ = _closing.CancelAsync().ContinueWith(static cancelled => _ = cancelled.Exception, TaskScheduler.Default);
        _delivery.AbandonWaiting();
    }

    private void SetEnabled(bool isEnabled)
    {
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_hasEnded, this);
            if (_isEnabled == isEnabled)
                return;
            _isEnabled = isEnabled;
            _bus.Match(this, isEnabled);
        }

        if (isEnabled)
            _handOver?.ReadAgain();
    }

    private bool IsWanted(HookEvent hookEvent, out EventOutcome outcome)
    {
        try
        {
            if (_filter!(hookEvent))
            {
                outcome = EventOutcome.Queued;
                return true;
            }

            outcome = Counters.Count(EventOutcome.Filtered);
        }
        catch (Exception error)
        {
            Report(hookEvent, error);
            outcome = Counters.Count(EventOutcome.Failed);
        }

        return false;
    }
}
