namespace Hooks.Events;

/// <summary>A worker whose handler takes one event at a time.</summary>
internal sealed class SingleLane(EventSubscription subscription, Func<HookEvent, CancellationToken, ValueTask> handler)
    : WorkerLane<HookEvent>(subscription, handler)
{
    /// <summary>After how many events in a row the worker lets others have its thread.</summary>
    private const int EventsBeforeYield = 256;

    protected override async Task WorkAsync()
    {
        while (await Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            if (!TryTakeTurn())
                return;
            var inARow = 0;
            while (Advance(ref inARow) is { } handled)
            {
                if (!await handled.ConfigureAwait(false))
                    return;
            }

            EndTurn();
            if (Subscription.IsClosing)
                return;
            if (inARow == EventsBeforeYield)
                await Task.Yield();
        }
    }

    // Apart from the asynchronous method, whose locals are on the heap: goes on as long as handlers return at once.
    private ValueTask<bool>? Advance(ref int inARow)
    {
        while (inARow < EventsBeforeYield && !Subscription.IsClosing && Reader.TryRead(out var hookEvent))
        {
            if (!Subscription.IsInTime(hookEvent, out _))
                continue;
            inARow++;
            var handled = HandleAsync(hookEvent, 1);
            if (!handled.IsCompletedSuccessfully || !handled.Result)
                return handled;
        }

        return null;
    }
}
