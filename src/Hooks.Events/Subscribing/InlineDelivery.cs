namespace Hooks.Events;

/// <summary>Calls a synchronous handler on the publisher's thread.</summary>
internal sealed class InlineDelivery(EventSubscription subscription, Action<HookEvent> handler) : EventDelivery
{
    // Handlers that run in each other, because one publishes; a value that flows would cost an allocation for every call.
    [ThreadStatic]
    private static Stack<InlineDelivery>? t_running;

    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The calls under way, and one for the subscription as long as it takes events.
    private int _running = 1;
    private int _isCompleted;

    public override Task Completion => _idle.Task;

    public override bool IsRunningHere => t_running?.Contains(this) == true;

    public override EventOutcome Offer(HookEvent hookEvent)
    {
        Interlocked.Increment(ref _running);
        try
        {
            if (Volatile.Read(ref _isCompleted) != 0)
                return subscription.Counters.Count(EventOutcome.Abandoned);
            if (hookEvent.CanExpire && hookEvent.IsExpired(subscription.Clock.GetUtcNow()))
                return subscription.Counters.Count(EventOutcome.Expired);
            return Call(hookEvent);
        }
        finally
        {
            Leave();
        }
    }

    public override void Complete()
    {
        if (Interlocked.Exchange(ref _isCompleted, 1) == 0)
            Leave();
    }

    private EventOutcome Call(HookEvent hookEvent)
    {
        (t_running ??= new()).Push(this);
        var started = subscription.Clock.GetTimestamp();
        try
        {
            handler(hookEvent);
            EventTelemetry.Delivered(subscription, 1);
            return subscription.Counters.Count(EventOutcome.Delivered);
        }
        catch (Exception error)
        {
            subscription.Report(hookEvent, error);
            return subscription.Counters.Count(EventOutcome.Failed);
        }
        finally
        {
            subscription.Counters.AddHandlerTicks(subscription.Clock.GetTimestamp() - started);
            t_running.Pop();
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _running) == 0)
            _idle.TrySetResult();
    }
}
