namespace Hooks.Events;

/// <summary>
/// A subscription that is read with <c>await foreach</c>. Leaving the loop ends it, and so does losing the reader or the
/// enumerator, even one that waits; the loop ends when the subscription does. Read by one loop at a time, or by several that
/// share its events, until one of them is left.
/// </summary>
public sealed class EventReader : IAsyncEnumerable<HookEvent>, IAsyncDisposable
{
    private readonly ReaderLane _lane;

    internal EventReader(EventSubscription subscription, ReaderLane lane)
    {
        Subscription = subscription;
        _lane = lane;
    }

    /// <summary>Nobody holds the reader any more, so nobody will read what the bus still puts into its queue.</summary>
    ~EventReader() => Subscription.EndAsync(drains: false, TimeSpan.Zero).Forget();

    /// <summary>The subscription, with its counts.</summary>
    public EventSubscription Subscription { get; }

    /// <inheritdoc/>
    public IAsyncEnumerator<HookEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new EventEnumerator(this, _lane, cancellationToken);

    /// <summary>Ends the subscription; what waits is abandoned and counted.</summary>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Subscription.DisposeAsync();
    }
}
