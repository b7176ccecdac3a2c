namespace Hooks.Events;

/// <summary>A worker that has the position kept behind each stored event that it has dealt with: delivered, expired, dead-lettered or failed.</summary>
internal sealed class DurableLane(EventSubscription subscription, Func<HookEvent, CancellationToken, ValueTask> handler, DurablePosition position)
    : WorkerLane<HookEvent>(subscription, handler)
{
    protected override async Task WorkAsync()
    {
        while (await Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            if (!TryTakeTurn())
                return;
            if (!Subscription.IsClosing && Reader.TryRead(out var hookEvent))
            {
                var delivered = Delivered;
                if (Subscription.IsInTime(hookEvent, out _) && !await HandleAsync(hookEvent, 1).ConfigureAwait(false))
                    return;

                // The store's time is not the worker's: whoever ends the subscription need not wait for it.
                EndTurn();

                // When a subscription ends, a failed handler has not had all of its attempts; the event comes again.
                if (hookEvent.IsStored && (Delivered > delivered || !Subscription.IsClosing))
                    await position.DealWithAsync(hookEvent).ConfigureAwait(false);
            }
            else
            {
                EndTurn();
            }

            if (Subscription.IsClosing)
                return;
        }
    }
}
