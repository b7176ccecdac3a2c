namespace Hooks.Events;

// The end of a subscription: at once or when what waits has been dealt with, and within a time.
public sealed partial class EventSubscription
{
    private readonly CancellationTokenSource _closing = new(), _stopping = new();
    private volatile bool _isClosing;
    private Task _following = Task.CompletedTask;
    private bool _hasEnded;

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

    /// <summary>Whether what waits is no longer wanted.</summary>
    internal bool IsClosing => _isClosing;

    /// <summary>Is cancelled when what waits is no longer wanted.</summary>
    internal CancellationToken Closing { get; }

    /// <summary>The token of handlers: is cancelled when there is no more time to wait for them.</summary>
    internal CancellationToken Stopping { get; }

    /// <summary>Ends the subscription; the task waits, but not for the handler from which this is called.</summary>
    internal Task EndAsync(bool drains, TimeSpan timeout) => WaitAsync(End(drains, timeout));

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

    /// <summary>Waits for an end that was begun; a handler of the subscription, and a loop over it, only for the other handlers.</summary>
    internal Task WaitAsync(Task ending)
    {
        if (!_delivery.IsRunningHere)
            return ending;

        // Its time is limited all the same.
        ending.Forget();
        return Task.WhenAny(ending, _delivery.CompletionOfOthers());
    }

    private async Task FinishAsync(TimeSpan timeout)
    {
        try
        {
            await DealWithRestAsync().WaitAsync(timeout, Clock).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The time is over; or the bus's clock has failed, and there is none.
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

    private void Abandon()
    {
        _isClosing = true;
        _ = _closing.CancelAsync().ContinueWith(static cancelled => _ = cancelled.Exception, TaskScheduler.Default);
        _delivery.AbandonWaiting();
    }
}
