namespace Hooks.Events;

/// <summary>Several queues with a worker each. The events of one session go to one of them, so that they are handled in their order.</summary>
internal sealed class LanesDelivery(EventLane[] lanes) : EventDelivery
{
    // Of each lane: whether its handler has ended the subscription and waits for the others.
    private readonly TaskCompletionSource[] _waitingForOthers = [.. lanes.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
    private int _turn;

    public override int Depth => lanes.Sum(lane => lane.Depth);

    public override long Delivered => lanes.Sum(lane => lane.Delivered);

    public override long HandlerTicks => lanes.Sum(lane => lane.HandlerTicks);

    public override Task Completion => Task.WhenAll(lanes.Select(lane => lane.Completion));

    public override bool IsRunningHere => Array.Exists(lanes, lane => lane.IsRunningHere);

    // Two handlers that end the subscription at the same time must not wait for each other.
    public override Task CompletionOfOthers()
    {
        var others = new List<Task>();
        for (var i = 0; i < lanes.Length; i++)
        {
            if (lanes[i].IsRunningHere)
                _waitingForOthers[i].TrySetResult();
            else
                others.Add(Task.WhenAny(lanes[i].Completion, _waitingForOthers[i].Task));
        }

        return Task.WhenAll(others);
    }

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
