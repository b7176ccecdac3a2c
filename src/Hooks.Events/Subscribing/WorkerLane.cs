namespace Hooks.Events;

/// <summary>A queue with a worker, which calls the handler for one event, or one batch, after the other.</summary>
/// <typeparam name="TItem">What the handler takes.</typeparam>
internal abstract class WorkerLane<TItem>(EventSubscription subscription, Func<TItem, CancellationToken, ValueTask> handler) : EventLane(subscription)
{
    private readonly HandlerCall<TItem> _call = new(subscription, handler);
    private readonly LaneProgress _progress = new();
    private Task _worker = Task.CompletedTask;

    // A clock costs more than an empty handler; so several calls that return at once are measured together.
    private const int CallsMeasuredTogether = 16;

    // What flows with a call costs more still. A handler that has returned at once so often in a row is taken to leave nothing
    // running behind it; until then, and after each call that did not, every call can be told from the next.
    private const int CallsToldApart = 32;

    private LaneCall? _running;
    private int _returnedAtOnce;

    public override Task Completion => _worker;

    public override bool IsRunningHere => _progress.Turn.IsHandling && LaneCall.IsWithin(this);

    public override long Delivered => Volatile.Read(ref _progress.Delivered);

    public override long HandlerTicks => Volatile.Read(ref _progress.HandlerTicks);

    /// <summary>How many events are in the worker's hands while the handler runs.</summary>
    protected virtual int HeldWhileHandling => 1;

    /// <summary>How many events are in the worker's hands while it waits for others.</summary>
    protected virtual int HeldWhileWaiting => 0;

    public void Start()
    {
        // The worker must not carry on what flows with whoever happens to subscribe.
        using (ExecutionContext.SuppressFlow())
            _worker = Task.Run(RunAsync);
    }

    public override void Stop()
    {
        var held = _progress.Turn.Stop() switch
        {
            LaneEnd.WhileHandling => HeldWhileHandling,
            LaneEnd.WhileWaiting => HeldWhileWaiting,
            _ => 0,
        };
        Counters.Count(EventOutcome.Abandoned, held);
        AbandonWaiting();
    }

    /// <summary>Takes what is in the worker's hands out of them.</summary>
    protected virtual IReadOnlyList<HookEvent> TakeHeld() => [];

    /// <summary>Takes events from the queue until there will be no more.</summary>
    protected abstract Task WorkAsync();

    /// <summary>Begins to take events; false if the lane was stopped.</summary>
    protected bool TryTakeTurn()
    {
        var started = Subscription.Timestamp(out var error);
        _progress.MeasuredFrom = started;
        _progress.Unmeasured = 0;
        if (error is not null && Reader.TryPeek(out var next))
            Subscription.Report(next, error);
        return _progress.Turn.TryTake();
    }

    /// <summary>Ends what <see cref="TryTakeTurn"/> began; nothing may be in the worker's hands that is not in <see cref="HeldWhileWaiting"/>.</summary>
    protected void EndTurn()
    {
        Measure();
        _progress.Turn.Wait();
    }

    /// <summary>Calls the handler; false if the lane was stopped meanwhile.</summary>
    /// <param name="item">The event or batch.</param>
    /// <param name="events">How many events that is.</param>
    protected ValueTask<bool> HandleAsync(TItem item, int events)
    {
        BeginCall();
        _progress.Turn.Handle();
        var call = _call.RunAsync(item);
        if (!call.IsCompletedSuccessfully || call.Result is not null)
            return FinishAsync(item, events, call);
        EndCallAtOnce();
        if (!_progress.Turn.TryReturn())
            return new(false);
        Deliver(events);
        if (++_progress.Unmeasured == CallsMeasuredTogether)
            Measure();
        return new(true);
    }

    private async ValueTask<bool> FinishAsync(TItem item, int events, ValueTask<Exception?> call)
    {
        var error = await call.ConfigureAwait(false);
        var givenUp = error is null ? default : await _call.GiveUpAsync(item, error).ConfigureAwait(false);
        _running!.IsOver = true;
        _returnedAtOnce = 0;
        if (!_progress.Turn.TryReturn())
            return false;
        Counters.Count(EventOutcome.Failed, givenUp.Failed);
        Counters.Count(EventOutcome.DeadLettered, givenUp.DeadLettered);
        Deliver(events - givenUp.Failed - givenUp.DeadLettered);
        Measure();
        return true;
    }

    // Not asynchronous: what it lets flow is to reach the handler.
    private void BeginCall()
    {
        if (_running is { IsOver: false })
            return;
        _running = new(this);
        _running.Begin();
    }

    private void EndCallAtOnce()
    {
        if (_returnedAtOnce == CallsToldApart)
            return;
        _returnedAtOnce++;
        _running!.IsOver = true;
    }

    // The worker alone writes here, and never twice at a time.
    private void Deliver(int events)
    {
        Volatile.Write(ref _progress.Delivered, _progress.Delivered + events);
        EventTelemetry.Delivered(Subscription, events);
    }

    private void Measure()
    {
        _progress.Unmeasured = 0;
        var now = Subscription.Timestamp(out _);
        if (now != EventSubscription.NoTimestamp && _progress.MeasuredFrom != EventSubscription.NoTimestamp)
            Volatile.Write(ref _progress.HandlerTicks, _progress.HandlerTicks + now - _progress.MeasuredFrom);
        _progress.MeasuredFrom = now;
    }

    private async Task RunAsync()
    {
        while (true)
        {
            try
            {
                await WorkAsync().ConfigureAwait(false);
                return;
            }
            catch (Exception error)
            {
                if (!TryGoOn(error))
                    return;
            }
        }
    }

    // Nothing of a user's throws here but a clock in a way that nobody thought of. What is in the worker's hands has failed then,
    // or what comes next, so that a clock that fails for good does not keep the worker busy with nothing.
    private bool TryGoOn(Exception error)
    {
        if (!_progress.Turn.TryResume())
            return false;
        var held = TakeHeld();
        if (held.Count == 0 && Reader.TryRead(out var next))
            held = [next];
        foreach (var hookEvent in held)
            Subscription.Report(hookEvent, error);
        Counters.Count(EventOutcome.Failed, held.Count);
        _running = null;
        _progress.Turn.Wait();
        return true;
    }
}

/// <summary>What has become of the events of a call that failed in all attempts.</summary>
internal readonly record struct GivenUp(int Failed, int DeadLettered);
