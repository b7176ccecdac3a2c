namespace Hooks.Events;

/// <summary>Calls a handler: with its attempts, its span, and what happens when all have failed.</summary>
/// <typeparam name="TItem">What the handler takes: an event, or several.</typeparam>
internal sealed class HandlerCall<TItem>(EventSubscription subscription, Func<TItem, CancellationToken, ValueTask> handler)
{
    /// <summary>Calls the handler; never throws.</summary>
    /// <returns>The failure of the last attempt; null if one succeeded.</returns>
    public ValueTask<Exception?> RunAsync(TItem item)
    {
        if (EventTelemetry.IsTracing)
            return TraceAsync(item);
        try
        {
            var pending = handler(item, subscription.Stopping);
            return pending.IsCompletedSuccessfully ? default : AwaitAsync(item, pending);
        }
        catch (Exception error)
        {
            return subscription.Options.Retries == 0 ? new(error) : RetryAsync(item, error);
        }
    }

    /// <summary>All attempts have failed: tells whom it concerns, and hands the events to the dead-letter handler.</summary>
    public async ValueTask<GivenUp> GiveUpAsync(TItem item, Exception error)
    {
        var (failed, deadLettered) = (0, 0);
        foreach (var hookEvent in EventsOf(item))
        {
            await subscription.ReportAsync(hookEvent, error).ConfigureAwait(false);
            if (await TryDeadLetterAsync(hookEvent, error).ConfigureAwait(false))
                deadLettered++;
            else
                failed++;
        }

        return new(failed, deadLettered);
    }

    private async ValueTask<Exception?> TraceAsync(TItem item)
    {
        var span = EventTelemetry.BeginProcess(subscription, EventsOf(item));
        Exception? error = null;
        try
        {
            await handler(item, subscription.Stopping).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            error = subscription.Options.Retries == 0 ? e : await RetryAsync(item, e).ConfigureAwait(false);
        }

        EventTelemetry.End(span, error);
        return error;
    }

    private async ValueTask<Exception?> AwaitAsync(TItem item, ValueTask pending)
    {
        try
        {
            await pending.ConfigureAwait(false);
            return null;
        }
        catch (Exception error)
        {
            return await RetryAsync(item, error).ConfigureAwait(false);
        }
    }

    // A subscription that ends does not wait for another attempt.
    private async ValueTask<Exception?> RetryAsync(TItem item, Exception error)
    {
        for (var failed = 1; failed <= subscription.Options.Retries; failed++)
        {
            try
            {
                await Task.Delay(WaitTime.Times(subscription.Options.RetryDelay, failed), subscription.Clock, subscription.Closing).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return error;
            }
            catch (Exception clock)
            {
                // The bus's clock has failed, and nobody can say when to try again.
                foreach (var hookEvent in EventsOf(item))
                    await subscription.ReportAsync(hookEvent, clock).ConfigureAwait(false);
                return error;
            }

            try
            {
                await handler(item, subscription.Stopping).ConfigureAwait(false);
                return null;
            }
            catch (Exception e)
            {
                error = e;
            }
        }

        return error;
    }

    private async ValueTask<bool> TryDeadLetterAsync(HookEvent hookEvent, Exception error)
    {
        if (subscription.Options.DeadLetter is not { } deadLetter)
            return false;
        try
        {
            await deadLetter(hookEvent, error, subscription.Stopping).ConfigureAwait(false);
            return true;
        }
        catch (Exception e)
        {
            await subscription.ReportAsync(hookEvent, e).ConfigureAwait(false);
            return false;
        }
    }

    private static IReadOnlyList<HookEvent> EventsOf(TItem item) => item is HookEvent single ? [single] : (IReadOnlyList<HookEvent>)item!;
}
