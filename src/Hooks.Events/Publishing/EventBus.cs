using System.Collections.Concurrent;

namespace Hooks.Events;

/// <summary>
/// Takes events from publishers to the subscriptions that match their types. Safe to use from several threads at once.
/// </summary>
/// <remarks>
/// Publishers are made by <see cref="CreatePublisher"/>, subscriptions by <c>Subscribe</c> and the like. Every event has a
/// sequence number. Events that one caller publishes one after the other reach each subscription in that order; a
/// subscription with several workers keeps it for each session.
/// </remarks>
public sealed partial class EventBus : IAsyncDisposable
{
    // The types of events about events, for which no hooks are fired.
    private static readonly string[] AboutEvents =
        [.. new[] { HookPoint.BeforeEventEmit, HookPoint.AfterEventEmit, HookPoint.EventHandlerError }.Select(point => HookPoints.Get(point).EventName)];

    private readonly PatternIndex<EventSubscription, EventRoute> _index;
    private readonly ConcurrentDictionary<string, EventPublisher> _publishers = new(StringComparer.Ordinal);
    private readonly EventHistory _history;
    private readonly TypeCounts _types;
    private readonly object _end = new();
    private (EventSubscription Subscription, Task Ending)[]? _ending;
    private long _sequence;
    private volatile bool _isClosed, _someSeeLess;

    /// <summary>A bus.</summary>
    /// <param name="options">How it works.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message says which.</exception>
    public EventBus(EventBusOptions? options = null)
    {
        Options = options ?? new();
        Options.Validate();
        _history = new(Options.HistoryCapacity);
        _types = new(Options.CountedTypes);
        _index = new(Route, Options.MatchCacheCapacity);
        EventTelemetry.Watch(this);
    }

    /// <summary>How many events were published.</summary>
    public long Published => _types.Sum;

    internal EventBusOptions Options { get; }

    internal bool IsClosed => _isClosed;

    /// <summary>Whether an event with <see cref="HookEvent.ExpiresAt"/> was published or replayed.</summary>
    internal bool MayExpire { get; private set; }

    /// <summary>Remembers that events have to be asked whether their time is over.</summary>
    internal void NoteExpiry(HookEvent hookEvent)
    {
        if (hookEvent.CanExpire)
            MayExpire = true;
    }

    /// <summary>Whether nothing is left of any subscription.</summary>
    internal bool IsEmpty => _index.IsEmpty && _subscriptions.IsEmpty;

    /// <summary>Makes a publisher.</summary>
    /// <param name="name">Its name, unique on the bus.</param>
    /// <param name="options">What it may publish, how much, and from which source. Default: anything.</param>
    /// <exception cref="ArgumentException">The name is blank or taken, or an option is out of range.</exception>
    /// <exception cref="ObjectDisposedException">The bus has been disposed.</exception>
    public EventPublisher CreatePublisher(string name, EventPublisherOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ObjectDisposedException.ThrowIf(_isClosed, this);
        options ??= EventPublisherOptions.Default;
        options.Validate();
        var publisher = new EventPublisher(this, name, options);
        return _publishers.TryAdd(name, publisher) ? publisher
            : throw new ArgumentException($"There is already a publisher named '{name}' on this bus.", nameof(name));
    }

    /// <summary>Whether a subscription would be offered an event of the type now; so that one nobody wants need not be made.</summary>
    /// <param name="type">The type.</param>
    /// <exception cref="ArgumentException">No event can have such a type; the message says why.</exception>
    public bool HasSubscriptions(string type) => !_isClosed && _index.Find(EventType.Require(type)).Subscriptions.Length > 0;

    /// <summary>Whether anyone would ever see an event of the type that is published now.</summary>
    internal bool WouldKeep(string type) => Options.HistoryCapacity > 0 || Options.Hooks is not null || HasSubscriptions(type);

    /// <summary>
    /// Accepts nothing any more, lets subscriptions deal with what waits within <see cref="EventBusOptions.DrainTimeout"/>,
    /// and ends them; what is left is abandoned and counted. A second call
    /// waits for the same; a call from a handler does not wait for its own subscription, whose time is limited too.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        lock (_end)
        {
            _isClosed = true;
            _ending ??= [.. _subscriptions.Values.Select(subscription => (subscription, subscription.End(drains: true, Options.DrainTimeout)))];
        }

        await Task.WhenAll(_ending.Select(ending => ending.Subscription.WaitAsync(ending.Ending))).ConfigureAwait(false);
        foreach (var publisher in _publishers.Values)
            publisher.Dispose();
    }

    internal void Remove(EventPublisher publisher) => _publishers.TryRemove(new(publisher.Name, publisher));

    internal ValueTask<EventReceipt> PublishAsync(EventPublisher publisher, HookEvent hookEvent, EventPublishOptions options, CancellationToken cancellationToken)
    {
        var route = FindRoute(hookEvent.Type);
        if (route.Schema is not null && Check(route.Schema, hookEvent) is { } error)
            return new(EventReceipt.Refused(EventPublishStatus.Invalid, error));
        return options.StoreFirst || (Options.Hooks is not null && !route.IsAboutEvents) || EventTelemetry.IsTracing
            ? PublishAroundAsync(publisher, hookEvent, route, options, cancellationToken)
            : Deliver(Stamp(publisher, hookEvent), route, cancellationToken);
    }

    private EventRoute FindRoute(string type) =>
        EventTelemetry.IsTimingMatches ? EventTelemetry.TimeMatch(_index, type) : _index.Find(type);

    private HookEvent Stamp(EventPublisher publisher, HookEvent hookEvent) =>
        hookEvent.Publish(publisher, Interlocked.Increment(ref _sequence), Options.TimeProvider, TraceText.Current);

    private ValueTask<EventReceipt> Deliver(HookEvent hookEvent, EventRoute route, CancellationToken cancellationToken)
    {
        NoteExpiry(hookEvent);
        (route.Count ??= _types.Of(hookEvent.Type)).Increment();
        _history.Add(hookEvent);
        EventTelemetry.Published(hookEvent);
        var tally = default(ReceiptTally);
        var subscriptions = route.Subscriptions;
        List<EventSubscription>? blocked = null;
        foreach (var subscription in subscriptions)
        {
            var outcome = subscription.Offer(hookEvent);
            if (outcome == EventOutcome.Blocked)
                (blocked ??= []).Add(subscription);
            else
                tally.Add(outcome);
        }

        return blocked is null
            ? new(tally.ToReceipt(hookEvent.Sequence, subscriptions.Length))
            : WaitForRoomAsync(hookEvent, subscriptions.Length, blocked, tally, cancellationToken);
    }

    // After all others have it, so that one without room holds up its publisher and nobody else.
    private static async ValueTask<EventReceipt> WaitForRoomAsync(HookEvent hookEvent, int matched, List<EventSubscription> blocked, ReceiptTally tally, CancellationToken cancellationToken)
    {
        var waiting = blocked.ConvertAll(subscription => subscription.OfferBlockedAsync(hookEvent, cancellationToken).AsTask());
        foreach (var outcome in await Task.WhenAll(waiting).ConfigureAwait(false))
            tally.Add(outcome);
        return tally.ToReceipt(hookEvent.Sequence, matched);
    }

    private static string? Check(Func<HookEvent, string?> schema, HookEvent hookEvent)
    {
        try
        {
            return schema(hookEvent);
        }
        catch (Exception e)
        {
            return $"the check of {hookEvent.Type} has failed: {e.GetType().Name}";
        }
    }

    private EventRoute Route(string type, List<EventSubscription> found)
    {
        // A subscription that nobody has looked at on this core yet takes longer to read than the rest of this.
        if (_someSeeLess)
            Hide(type, found);
        EventSubscription[] subscriptions = [.. found];
        if (subscriptions.Length > 1)
            Array.Sort(subscriptions, EventSubscription.ByTurn);
        return new(subscriptions, Options.Schemas.GetValueOrDefault(type), AboutEvents.Contains(type));
    }

    private static void Hide(string type, List<EventSubscription> found) => found.RemoveAll(subscription => !subscription.MaySee(type));
}
