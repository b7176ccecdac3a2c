namespace Hooks.Events;

/// <summary>What someone wants to hear of, and how it gets there. Disposing it ends it.</summary>
public sealed partial class EventSubscription : IAsyncDisposable
{
    private readonly EventBus _bus;
    private readonly object _changes = new();
    private readonly Func<HookEvent, bool>? _filter;
    private EventDelivery _delivery = null!;
    private bool _isEnabled = true;
    private ReplayHandOver? _handOver;

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

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {string.Join(", ", Patterns)}";

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

    /// <summary>What <see cref="Timestamp"/> is while the clock fails.</summary>
    internal const long NoTimestamp = long.MinValue;

    internal int Depth => _delivery.Depth;

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
    internal async ValueTask OfferWaitingAsync(HookEvent hookEvent, DurablePosition? position = null)
    {
        _bus.NoteExpiry(hookEvent);
        Counters.Match();
        if (_filter is not null && !IsWanted(hookEvent, out _))
            return;
        position?.Offer(hookEvent);
        if (_delivery.Offer(hookEvent) == EventOutcome.Blocked)
            await _delivery.OfferWaitingAsync(hookEvent).ConfigureAwait(false);
    }

    /// <summary>Whether it is not too late for an event; else the outcome under which it was counted.</summary>
    internal bool IsInTime(HookEvent hookEvent, out EventOutcome outcome)
    {
        outcome = EventOutcome.Expired;

        // Asked first of the bus: an event that nobody has looked at on this core yet takes longer to read than to handle.
        if (!_bus.MayExpire || !hookEvent.CanExpire)
            return true;
        try
        {
            if (!hookEvent.IsExpired(Clock.GetUtcNow()))
                return true;
        }
        catch (Exception error)
        {
            Report(hookEvent, error);
            outcome = EventOutcome.Failed;
        }

        Counters.Count(outcome);
        return false;
    }

    /// <summary>The clock, for measuring; one that fails does not keep an event from its handler, whose time is then not measured.</summary>
    internal long Timestamp(out Exception? error)
    {
        try
        {
            error = null;
            return Clock.GetTimestamp();
        }
        catch (Exception e)
        {
            error = e;
            return NoTimestamp;
        }
    }

    internal void Report(HookEvent hookEvent, Exception error) => _bus.ReportAsync(this, hookEvent, error).Forget();

    internal ValueTask ReportAsync(HookEvent hookEvent, Exception error) => _bus.ReportAsync(this, hookEvent, error);

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
