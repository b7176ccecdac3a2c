namespace Hooks.Events;

/// <summary>Several queues with a worker each. The events of one session go to one of them, so that they are handled in their order.</summary>
internal sealed class LanesDelivery(EventLane[] lanes) : EventDelivery
{
    private int _turn;

    public override int Depth => lanes.Sum(lane => lane.Depth);

    public override long Delivered => lanes.Sum(lane => lane.Delivered);

    public override long HandlerTicks => lanes.Sum(lane => lane.HandlerTicks);

    public override Task Completion => Task.WhenAll(lanes.Select(lane => lane.Completion));

    public override bool IsRunningHere => lanes[0].IsRunningHere;

    public override EventOutcome Offer(HookEvent hookEvent) => LaneOf(hookEvent, isNew: true).Offer(hookEvent);

    public override ValueTask<EventOutcome> OfferBlockedAsync(HookEvent hookEvent, CancellationToken cancellationToken) =>
        LaneOf(hookEvent, isNew: false).OfferBlockedAsync(hookEvent, cancellationToken);

    public override ValueTask<EventOutcome> OfferWaitingAsync(HookEvent hookEvent) => LaneOf(hookEvent, isNew: false).OfferWaitingAsync(hookEvent);

    public override void Complete() => Array.ForEach(lanes, lane => lane.Complete());

    public override void AbandonWaiting() => Array.ForEach(lanes, lane => lane.AbandonWaiting());

    public override void Stop() => Array.ForEach(lanes, lane => lane.Stop());

    private EventLane LaneOf(HookEvent hookEvent, bool isNew)
    {
        var number = hookEvent.SessionId is { } session ? session.GetHashCode(StringComparison.Ordinal)
            : isNew ? Interlocked.Increment(ref _turn)
            : Volatile.Read(ref _turn);
        return lanes[(uint)number % (uint)lanes.Length];
    }
}
