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
            return subscription.IsInTime(hookEvent, out var tooLate) ? Call(hookEvent) : tooLate;
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
        var span = EventTelemetry.IsTracing ? EventTelemetry.BeginProcess(subscription, [hookEvent]) : null;
        var started = subscription.Timestamp(out var clock);
        Exception? failure = null;
        try
        {
            handler(hookEvent);
        }
        catch (Exception error)
        {
            failure = error;
        }
        finally
        {
            t_running.Pop();
        }

        EventTelemetry.End(span, failure);
        if (subscription.Timestamp(out _) is var ended && started != EventSubscription.NoTimestamp && ended != EventSubscription.NoTimestamp)
            subscription.Counters.AddHandlerTicks(ended - started);
        if (clock is not null)
            subscription.Report(hookEvent, clock);
        if (failure is not null)
            subscription.Report(hookEvent, failure);
        EventTelemetry.Delivered(subscription, failure is null ? 1 : 0);
        return subscription.Counters.Count(failure is null ? EventOutcome.Delivered : EventOutcome.Failed);
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _running) == 0)
            _idle.TrySetResult();
    }
}
