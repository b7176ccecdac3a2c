namespace Hooks.Events;

/// <summary>
/// A subscription that is read with <c>await foreach</c>. Leaving the loop ends it, and so does losing the reader; the loop
/// ends when the subscription does. Read by one loop at a time, or by several that share its events.
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
    public async IAsyncEnumerator<HookEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        try
        {
            while (await _lane.WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                while (_lane.TryTake(out var hookEvent))
                    yield return hookEvent;
            }
        }
        finally
        {
            await DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends the subscription; what waits is abandoned and counted.</summary>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Subscription.DisposeAsync();
    }
}
