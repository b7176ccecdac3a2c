using System.Collections.Concurrent;

namespace Hooks.Events;

public sealed partial class EventBus
{
    private readonly ConcurrentDictionary<string, EventSubscription> _subscriptions = new(StringComparer.Ordinal);
    private long _lastSubscription;

    /// <summary>The subscriptions there are, disabled ones too, in the order in which they were made.</summary>
    public IReadOnlyList<EventSubscription> Subscriptions => [.. _subscriptions.Values.OrderBy(subscription => subscription.Number)];

    /// <summary>Has matching events handled one after the other, in the background.</summary>
    /// <param name="pattern">Which events.</param>
    /// <param name="handler">Handles an event. Its token is cancelled when the subscription ends and no time is left. It may take what time it wants; what it throws is counted and reported.</param>
    /// <param name="options">Queue, workers, filter, further attempts.</param>
    /// <exception cref="ArgumentException">The name is taken, or an option is out of range.</exception>
    /// <exception cref="ObjectDisposedException">The bus has been disposed.</exception>
    public EventSubscription Subscribe(EventPattern pattern, Func<HookEvent, CancellationToken, ValueTask> handler, EventSubscriptionOptions? options = null) =>
        Subscribe([pattern], handler, options);

    /// <inheritdoc cref="Subscribe(EventPattern, Func{HookEvent, CancellationToken, ValueTask}, EventSubscriptionOptions?)"/>
    public EventSubscription Subscribe(IReadOnlyList<EventPattern> patterns, Func<HookEvent, CancellationToken, ValueTask> handler, EventSubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add(patterns, options, subscription => StartLanes(subscription, () =>
        {
            var lane = new SingleLane(subscription, handler);
            lane.Start();
            return lane;
        }));
    }

    /// <summary>Has matching events handled several at a time, in the background.</summary>
    /// <param name="pattern">Which events.</param>
    /// <param name="handler">Handles a batch, which is its own to keep.</param>
    /// <param name="batches">When a batch is handed over.</param>
    /// <param name="options">Queue, workers, filter, further attempts of the whole batch.</param>
    /// <exception cref="ArgumentException">The name is taken, or an option is out of range.</exception>
    /// <exception cref="ObjectDisposedException">The bus has been disposed.</exception>
    public EventSubscription SubscribeBatches(EventPattern pattern, Func<IReadOnlyList<HookEvent>, CancellationToken, ValueTask> handler, EventBatchOptions? batches = null, EventSubscriptionOptions? options = null) =>
        SubscribeBatches([pattern], handler, batches, options);

    /// <inheritdoc cref="SubscribeBatches(EventPattern, Func{IReadOnlyList{HookEvent}, CancellationToken, ValueTask}, EventBatchOptions?, EventSubscriptionOptions?)"/>
    public EventSubscription SubscribeBatches(IReadOnlyList<EventPattern> patterns, Func<IReadOnlyList<HookEvent>, CancellationToken, ValueTask> handler, EventBatchOptions? batches = null, EventSubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        batches ??= new();
        batches.Validate();
        return Add(patterns, options, subscription => StartLanes(subscription, () =>
        {
            var lane = new BatchLane(subscription, handler, batches);
            lane.Start();
            return lane;
        }));
    }

    /// <summary>
    /// Has matching events handled at once, on the publisher's thread, before any that wait in a queue. Handlers run by
    /// priority, lower first, and those of equal priority in the order in which they were subscribed. For work that is quick.
    /// </summary>
    /// <param name="pattern">Which events.</param>
    /// <param name="handler">Handles an event; what it throws is counted and reported, and does not reach the publisher.</param>
    /// <param name="priority">Its place; see <see cref="HookPriority"/>.</param>
    /// <param name="options">Name, filter, and what it may see; it has no queue, no workers, and one attempt.</param>
    /// <exception cref="ArgumentException">The name is taken, or an option is out of range or means nothing here.</exception>
    /// <exception cref="ObjectDisposedException">The bus has been disposed.</exception>
    public EventSubscription SubscribeInline(EventPattern pattern, Action<HookEvent> handler, int priority = HookPriority.Normal, EventSubscriptionOptions? options = null) =>
        SubscribeInline([pattern], handler, priority, options);

    /// <inheritdoc cref="SubscribeInline(EventPattern, Action{HookEvent}, int, EventSubscriptionOptions?)"/>
    public EventSubscription SubscribeInline(IReadOnlyList<EventPattern> patterns, Action<HookEvent> handler, int priority = HookPriority.Normal, EventSubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (options is { Workers: not 1 } or { Retries: not 0 } or { DeadLetter: not null })
            throw new ArgumentException($"{nameof(EventSubscriptionOptions)}: workers, retries and a dead-letter handler are for subscriptions with a queue; a synchronous handler has one attempt, on the publisher's thread.", nameof(options));
        return Add(patterns, options, subscription => new InlineDelivery(subscription, handler), priority);
    }

    /// <summary>Reads matching events with <c>await foreach</c>.</summary>
    /// <param name="pattern">Which events.</param>
    /// <param name="options">Name, queue, filter; a reader has no workers and no attempts.</param>
    /// <exception cref="ArgumentException">The name is taken, or an option is out of range or means nothing here.</exception>
    /// <exception cref="ObjectDisposedException">The bus has been disposed.</exception>
    public EventReader SubscribeReader(EventPattern pattern, EventSubscriptionOptions? options = null) => SubscribeReader([pattern], options);

    /// <inheritdoc cref="SubscribeReader(EventPattern, EventSubscriptionOptions?)"/>
    public EventReader SubscribeReader(IReadOnlyList<EventPattern> patterns, EventSubscriptionOptions? options = null)
    {
        if (options is { Workers: not 1 } or { Retries: not 0 } or { DeadLetter: not null })
            throw new ArgumentException($"{nameof(EventSubscriptionOptions)}: workers, retries and a dead-letter handler are for subscriptions with a handler; a reader has none.", nameof(options));
        ReaderLane lane = null!;
        var subscription = Add(patterns, options, subscription => lane = new ReaderLane(subscription));
        return new(subscription, lane);
    }

    internal void Match(EventSubscription subscription, bool isMatched)
    {
        if (isMatched)
            _index.Add(subscription.Patterns, subscription);
        else
            _index.Remove(subscription.Patterns, subscription);
    }

    internal void Remove(EventSubscription subscription, bool isMatched)
    {
        if (isMatched)
            _index.Remove(subscription.Patterns, subscription);
        _subscriptions.TryRemove(new(subscription.Name, subscription));
    }

    private string UnusedName(ref long number)
    {
        while (true)
        {
            var name = $"subscription-{number}";
            if (!_subscriptions.ContainsKey(name))
                return name;
            number = Interlocked.Increment(ref _lastSubscription);
        }
    }

    private static EventDelivery StartLanes(EventSubscription subscription, Func<EventLane> start)
    {
        if (subscription.Options.Workers == 1)
            return start();
        var lanes = new EventLane[subscription.Options.Workers];
        for (var i = 0; i < lanes.Length; i++)
            lanes[i] = start();
        return new LanesDelivery(lanes);
    }

    private EventSubscription Add(IReadOnlyList<EventPattern> patterns, EventSubscriptionOptions? options, Func<EventSubscription, EventDelivery> deliver, int? priority = null)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        if (patterns.Count == 0 || patterns.Any(pattern => pattern is null))
            throw new ArgumentException("A subscription needs at least one pattern, and none of them null.", nameof(patterns));
        ObjectDisposedException.ThrowIf(_isClosed, this);
        options ??= EventSubscriptionOptions.Default;
        options.Validate();

        // Only ever set: to write back what was read could undo what another subscriber has set meanwhile.
        if (options.MaySee is not null)
            _someSeeLess = true;
        var number = Interlocked.Increment(ref _lastSubscription);
        var subscription = new EventSubscription(this, options.Name ?? UnusedName(ref number), [.. patterns.Distinct()], options, number, priority);
        subscription.Begin(deliver(subscription));
        if (!_subscriptions.TryAdd(subscription.Name, subscription))
        {
            subscription.DisposeAsync().Forget();
            throw new ArgumentException($"There is already a subscription named '{subscription.Name}' on this bus.", nameof(options));
        }

        _index.Add(subscription.Patterns, subscription);
        if (!_isClosed)
        {
            subscription.BeginReplay();
            return subscription;
        }

        // Disposal may have gone through the list just before, or ended the subscription before it was in the index.
        subscription.DisposeAsync().Forget();
        Remove(subscription, isMatched: true);
        throw new ObjectDisposedException(nameof(EventBus));
    }
}
