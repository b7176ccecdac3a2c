namespace Hooks.Events;

public sealed partial class EventBus
{
    private IEventStore Store => Options.Store ?? throw new InvalidOperationException($"The bus has no store. Set {nameof(EventBusOptions)}.{nameof(EventBusOptions.Store)}.");

    /// <summary>Reads stored events, in the order of their sequence, up to the last that is there now.</summary>
    /// <param name="query">Which. Default: all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The bus has no store.</exception>
    public IAsyncEnumerable<HookEvent> ReplayAsync(EventQuery? query = null, CancellationToken cancellationToken = default) =>
        Store.ReadAsync(query ?? new(), cancellationToken);

    /// <summary>
    /// Has events handled that are in the store, and then, without gap or duplicate, those that are published. Events that
    /// are published without being stored come when the store has been read.
    /// </summary>
    /// <param name="start">From where.</param>
    /// <param name="pattern">Which events.</param>
    /// <param name="handler">Handles an event.</param>
    /// <param name="options">As for other subscriptions, but with <see cref="EventOverflow.Block"/>: what is replayed waits for room. Default: that.</param>
    /// <exception cref="ArgumentException">The name is taken, or an option is out of range or does not fit.</exception>
    /// <exception cref="InvalidOperationException">The bus has no store.</exception>
    /// <exception cref="ObjectDisposedException">The bus has been disposed.</exception>
    public EventSubscription SubscribeFrom(EventReplayOptions start, EventPattern pattern, Func<HookEvent, CancellationToken, ValueTask> handler, EventSubscriptionOptions? options = null) =>
        SubscribeFrom(start, [pattern], handler, options);

    /// <inheritdoc cref="SubscribeFrom(EventReplayOptions, EventPattern, Func{HookEvent, CancellationToken, ValueTask}, EventSubscriptionOptions?)"/>
    public EventSubscription SubscribeFrom(EventReplayOptions start, IReadOnlyList<EventPattern> patterns, Func<HookEvent, CancellationToken, ValueTask> handler, EventSubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(handler);
        options ??= new() { Overflow = EventOverflow.Block };
        if (options.Overflow != EventOverflow.Block)
            throw new ArgumentException($"{nameof(EventSubscriptionOptions)}: {nameof(EventSubscriptionOptions.Overflow)} is {options.Overflow}; a subscription with a replay waits for room ({EventOverflow.Block}).", nameof(options));
        if (start.IsDurable && (options.Name is null || options.Workers != 1 || options.BlockTimeout != Timeout.InfiniteTimeSpan))
        {
            throw new ArgumentException(
                $"{nameof(EventSubscriptionOptions)}: a durable subscription needs a {nameof(EventSubscriptionOptions.Name)}, 1 worker, and an infinite {nameof(EventSubscriptionOptions.BlockTimeout)}; otherwise its position would pass over events that it never had.",
                nameof(options));
        }

        var store = Store;
        return Add(patterns, options, subscription =>
        {
            var position = start.IsDurable ? new DurablePosition(subscription, store) : null;
            subscription.ReplayFirst(new(subscription, store, start, position));
            return StartLanes(subscription, () =>
            {
                WorkerLane<HookEvent> lane = position is null ? new SingleLane(subscription, handler) : new DurableLane(subscription, handler, position);
                lane.Start();
                return lane;
            });
        });
    }
}
