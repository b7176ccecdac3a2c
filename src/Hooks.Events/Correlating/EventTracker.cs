namespace Hooks.Events;

/// <summary>Remembers the events of recent activities, by <see cref="HookEvent.CorrelationId"/>, within bounds. Safe to use from several threads.</summary>
public sealed class EventTracker : IAsyncDisposable
{
    private readonly object _lock = new();
    private readonly Dictionary<string, LinkedListNode<Correlation>> _byId = new(StringComparer.Ordinal);

    // The one without news for longest first.
    private readonly LinkedList<Correlation> _byNews = new();
    private readonly EventTrackerOptions _options;
    private readonly TimeProvider _clock;
    private readonly EventSubscription _subscription;

    /// <summary>Begins to remember what a bus publishes.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="options">How much.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="ObjectDisposedException">The bus has been disposed.</exception>
    public EventTracker(EventBus bus, EventTrackerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(bus);
        _options = options ?? new();
        _options.Validate();
        _clock = bus.Options.TimeProvider;
        _subscription = bus.SubscribeInline(_options.Pattern, Add);
    }

    /// <summary>The correlations that are remembered, the one with the latest news first.</summary>
    public IReadOnlyList<string> Correlations
    {
        get
        {
            lock (_lock)
            {
                Forget();
                return [.. _byNews.Reverse().Select(correlation => correlation.Id)];
            }
        }
    }

    /// <summary>How many events were forgotten because there were too many, or they were too old.</summary>
    public long Forgotten { get; private set; }

    /// <summary>The events of a correlation that are remembered; an empty timeline if none is.</summary>
    /// <param name="correlationId">The correlation.</param>
    public EventTimeline GetTimeline(string correlationId)
    {
        ArgumentNullException.ThrowIfNull(correlationId);
        lock (_lock)
        {
            Forget();
            return new(_byId.TryGetValue(correlationId, out var node) ? [.. node.Value.Events] : []);
        }
    }

    /// <summary>Remembers nothing more; what is remembered can still be asked for.</summary>
    public ValueTask DisposeAsync() => _subscription.DisposeAsync();

    private void Add(HookEvent hookEvent)
    {
        if (hookEvent.CorrelationId is not { } id)
            return;
        lock (_lock)
        {
            if (_byId.TryGetValue(id, out var node))
                _byNews.Remove(node);
            else
                _byId[id] = node = new(new(id));
            _byNews.AddLast(node);
            node.Value.Events.Enqueue(hookEvent);
            node.Value.News = _clock.GetUtcNow();
            if (node.Value.Events.Count > _options.MaxEvents)
            {
                node.Value.Events.Dequeue();
                Forgotten++;
            }

            Forget();
        }
    }

    private void Forget()
    {
        var now = _clock.GetUtcNow();
        var oldest = _options.MaxIdle.Ticks < now.UtcTicks ? now - _options.MaxIdle : DateTimeOffset.MinValue;
        while (_byNews.First is { Value: var correlation } && (_byNews.Count > _options.MaxCorrelations || correlation.News <= oldest))
        {
            _byNews.RemoveFirst();
            _byId.Remove(correlation.Id);
            Forgotten += correlation.Events.Count;
        }
    }

    private sealed class Correlation(string id)
    {
        public string Id { get; } = id;

        public Queue<HookEvent> Events { get; } = new();

        public DateTimeOffset News { get; set; }
    }
}
