namespace Hooks.Events;

/// <summary>A worker whose handler takes several events at a time.</summary>
internal sealed class BatchLane(EventSubscription subscription, Func<IReadOnlyList<HookEvent>, CancellationToken, ValueTask> handler, EventBatchOptions options)
    : WorkerLane<IReadOnlyList<HookEvent>>(subscription, handler)
{
    private List<HookEvent> _batch = [];

    protected override int HeldWhileHandling => _batch.Count;

    protected override int HeldWhileWaiting => _batch.Count;

    protected override IReadOnlyList<HookEvent> TakeHeld()
    {
        var held = _batch;
        _batch = [];
        return held;
    }

    protected override async Task WorkAsync()
    {
        while (await Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            using var time = StartTime();
            bool isOpen;
            do
            {
                if (!TryTakeTurn())
                    return;
                while (!Subscription.IsClosing && _batch.Count < options.MaxCount && Reader.TryRead(out var hookEvent))
                {
                    if (Subscription.IsInTime(hookEvent, out _))
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

    // A clock that fails can hold up no events: they are handed over at once.
    private CancellationTokenSource StartTime()
    {
        try
        {
            return new(options.MaxWait, Subscription.Clock);
        }
        catch (Exception error)
        {
            if (Reader.TryPeek(out var next))
                Subscription.Report(next, error);
            var over = new CancellationTokenSource();
            over.Cancel();
            return over;
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
