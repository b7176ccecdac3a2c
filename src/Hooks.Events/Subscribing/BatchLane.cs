namespace Hooks.Events;

/// <summary>A worker whose handler takes several events at a time.</summary>
internal sealed class BatchLane(EventSubscription subscription, Func<IReadOnlyList<HookEvent>, CancellationToken, ValueTask> handler, EventBatchOptions options)
    : WorkerLane<IReadOnlyList<HookEvent>>(subscription, handler)
{
    private List<HookEvent> _batch = [];

    protected override int HeldWhileHandling => _batch.Count;

    protected override int HeldWhileWaiting => _batch.Count;

    protected override async Task WorkAsync()
    {
        while (await Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            using var time = new CancellationTokenSource(options.MaxWait, Subscription.Clock);
            bool isOpen;
            do
            {
                if (!TryTakeTurn())
                    return;
                while (!Subscription.IsClosing && _batch.Count < options.MaxCount && Reader.TryRead(out var hookEvent))
                {
                    if (!HasExpired(hookEvent))
                        _batch.Add(hookEvent);
                }

                if (_batch.Count == options.MaxCount || Subscription.IsClosing)
                    break;
                EndTurn();
                isOpen = _batch.Count > 0 && await WaitForMoreAsync(time.Token).ConfigureAwait(false);
                if (!isOpen && !TryTakeTurn())
                    return;
            }
            while (isOpen);

            if (Subscription.IsClosing)
            {
                // Nobody asked for the events that were collected.
                Counters.Count(EventOutcome.Abandoned, _batch.Count);
                _batch = [];
            }
            else if (_batch.Count > 0)
            {
                if (!await HandleAsync(_batch, _batch.Count).ConfigureAwait(false))
                    return;
                _batch = [];
            }

            EndTurn();
            if (Subscription.IsClosing)
                return;
        }
    }

    // False when the batch's time is over, no event will come any more, or the subscription ends.
    private async ValueTask<bool> WaitForMoreAsync(CancellationToken time)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time, Subscription.Closing);
        try
        {
            return await Reader.WaitToReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
