namespace Hooks.Events;

/// <summary>
/// May publish on a bus. Whoever holds the object is the publisher: hand it to the code that is to publish, and nobody else
/// can publish in its name.
/// </summary>
public sealed class EventPublisher : IDisposable
{
    private readonly EventBus _bus;
    private readonly TokenBucket? _rate;
    private readonly SubjectCache<object>? _allowed;
    private readonly IReadOnlyList<EventPattern>? _mayPublish;
    private volatile bool _isDisposed;

    internal EventPublisher(EventBus bus, string name, EventPublisherOptions options)
    {
        const int RememberedTypes = 256;
        (_bus, Name, _mayPublish) = (bus, name, options.MayPublish);
        Source = options.Source ?? new HookEventSource(name);
        if (options.EventsPerSecond is { } rate)
            _rate = new(bus.Options.TimeProvider, rate, options.Burst ?? Math.Max(1, (int)Math.Min(rate * 2, int.MaxValue)));
        if (_mayPublish is not null)
            _allowed = new(RememberedTypes);
    }

    /// <summary>The name, unique on the bus.</summary>
    public string Name { get; }

    /// <summary>The source of its events that have none.</summary>
    public HookEventSource Source { get; }

    /// <summary>Publishes an event, and waits only where a subscription with <see cref="EventOverflow.Block"/> has no room, for hooks, and for the store.</summary>
    /// <param name="hookEvent">The event.</param>
    /// <param name="options">How it is published. Default: it is not stored.</param>
    /// <param name="cancellationToken">Ends the waiting: subscriptions that have no room by then reject the event.</param>
    /// <returns>What has become of it. Nothing that a subscriber does is thrown here.</returns>
    /// <exception cref="InvalidOperationException">It is to be stored, and the bus has no store.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the event was published.</exception>
    public ValueTask<EventReceipt> PublishAsync(HookEvent hookEvent, EventPublishOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(hookEvent);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<EventReceipt>(cancellationToken);
        if (_isDisposed || _bus.IsClosed)
            return new(EventReceipt.Refused(EventPublishStatus.NotAccepted, _bus.IsClosed ? EventReceipt.BusDisposed : $"the publisher '{Name}' has been disposed"));
        if (_mayPublish is not null && !MayPublish(hookEvent.Type))
            return new(EventReceipt.Refused(EventPublishStatus.Denied, $"the publisher '{Name}' may not publish {EventType.Quote(hookEvent.Type)}"));
        if (_rate is not null && !_rate.TryTake())
            return new(EventReceipt.Refused(EventPublishStatus.RateLimited, $"the publisher '{Name}' has published more than its rate allows"));
        return _bus.PublishAsync(this, hookEvent, options ?? EventPublishOptions.Default, cancellationToken);
    }

    /// <summary>Publishes an event, and keeps the thread where <see cref="PublishAsync"/> waits.</summary>
    /// <inheritdoc cref="PublishAsync"/>
    public EventReceipt Publish(HookEvent hookEvent, EventPublishOptions? options = null)
    {
        var receipt = PublishAsync(hookEvent, options);
        return receipt.IsCompletedSuccessfully ? receipt.Result : receipt.AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Takes the right to publish away, and frees the name. Events published afterwards are not accepted.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _bus.Remove(this);
    }

    private bool MayPublish(string type)
    {
        if (_allowed!.TryGet(type, out _))
            return true;
        if (!_mayPublish!.Any(pattern => pattern.IsMatch(type)))
            return false;
        _allowed.Add(type, this);
        return true;
    }
}
