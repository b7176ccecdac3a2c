using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>
/// Runs a chain from its descriptors with all that there can be to do around a hook. Here goes what began as a
/// <see cref="PlainFire"/> or in generated code when a hook fails, suspends or has settings of its own. Completes
/// synchronously, without allocating, as long as the hooks do.
/// </summary>
internal static class GeneralPath
{
    public static ValueTask<HookResult> StartAsync(HookDispatcher dispatcher, HookChain chain, HookContext context, CancellationToken cancellationToken)
    {
        if (context is null)
            return ValueTask.FromException<HookResult>(new ArgumentNullException(nameof(context)));
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<HookResult>(cancellationToken);
        if (!HookChain.MayNest(context.Final))
            return new(dispatcher.RefuseNesting(chain.Point, context));
        var fire = Begin(dispatcher, chain, context, cancellationToken);
        return ContinueAsync(ref fire);
    }

    public static HookResult Start(HookDispatcher dispatcher, HookChain chain, HookContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        if (!HookChain.MayNest(context.Final))
            return dispatcher.RefuseNesting(chain.Point, context);
        var fire = Begin(dispatcher, chain, context, cancellationToken);
        return Continue(ref fire);
    }

    public static ValueTask<HookResult> ContinueAsync(ref Fire fire) =>
        Advance(ref fire, maySuspend: true, out var pending) ? SuspendAsync(fire, pending) : fire.Outcome();

    public static HookResult Continue(ref Fire fire)
    {
        // A synchronous chain never suspends; a hook that says it is synchronous and is not could not have compiled.
        Advance(ref fire, maySuspend: false, out _);
        return fire.OutcomeNow();
    }

    /// <summary>Goes on after a hook that has failed on the fast path.</summary>
    public static ValueTask<HookResult> RecoverAsync(Fire fire, Exception error)
    {
        switch (fire.Fail(error))
        {
            case AfterHook.End:
                return fire.Outcome();
            case AfterHook.Again:
                fire.IsBetweenAttempts = true;
                return AwaitAsync(fire, fire.DelayAsync());
            default:
                return ContinueAsync(ref fire);
        }
    }

    public static ValueTask<HookResult> AwaitAsync(Fire fire, ValueTask pending) => AwaitAsync(fire, HookTable.AwaitAsync(pending));

    public static async ValueTask<HookResult> AwaitAsync(Fire fire, ValueTask<HookResult> pending)
    {
        while (true)
        {
            AfterHook next;
            Task<HookResult>? late = null;
            var isOfFire = false;
            try
            {
                if (fire.IsBetweenAttempts)
                {
                    await pending.ConfigureAwait(false);
                    fire.IsBetweenAttempts = false;
                    next = AfterHook.Next;
                }
                else
                {
                    fire.Attempt.Own?.Hold();
                    var slow = SlowCall.Begin(fire.Policy?.Breaker, fire.Dispatcher.Options.TimeProvider);
                    var timeout = fire.TimeLeft(out isOfFire);
                    if (timeout == Timeout.InfiniteTimeSpan)
                    {
                        next = fire.Take(await pending.ConfigureAwait(false), slow.IsOver);
                    }
                    else
                    {
                        var running = pending.AsTask();
                        await ((Task)running.WaitAsync(timeout, fire.Dispatcher.Options.TimeProvider)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

                        // Asked of the hook itself: one that has ended just as its time did has answered.
                        late = running.IsCompleted ? null : running;
                        next = late is null ? fire.Take(running.GetAwaiter().GetResult(), slow.IsOver) : default;
                    }
                }
            }
            catch (Exception error)
            {
                next = Failed(ref fire, error);
            }

            if (late is not null)
                next = TimedOut(ref fire, late, isOfFire);
            if (next == AfterHook.End)
                break;
            if (next == AfterHook.Again)
            {
                fire.IsBetweenAttempts = true;
                pending = fire.DelayAsync();
                continue;
            }

            if (!Advance(ref fire, maySuspend: true, out pending))
                break;
        }
        return fire.OutcomeNow();
    }

    // Out of line: a frame that has room for the state of a suspended fire takes longer to clear than a hook to run.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ValueTask<HookResult> SuspendAsync(in Fire fire, in ValueTask<HookResult> pending) => !TelemetryPoll.IsSupported || fire.Span is null
        ? AwaitAsync(fire, pending)
        : HookTracing.Outside(fire.Span, AwaitAsync(fire, pending));

    private static Fire Begin(HookDispatcher dispatcher, HookChain chain, HookContext context, CancellationToken cancellationToken)
    {
        var isMeasured = TelemetryPoll.IsSupported && HookTelemetry.Poll.IsListening;
        var fire = new Fire(dispatcher, chain, context, cancellationToken, isMeasured) { Deadline = dispatcher.DeadlineOfFire() };
        if (isMeasured)
            fire.Span = chain.IsInBackground ? HookTracing.Current : HookTracing.BeginFire(chain.Point, context);
        return fire;
    }

    private static AfterHook Failed(ref Fire fire, Exception error)
    {
        if (!fire.IsBetweenAttempts)
            return fire.Fail(error);
        fire.IsBetweenAttempts = false;
        return fire.CancelWait(error);
    }

    private static AfterHook TimedOut(ref Fire fire, Task late, bool isOfFire)
    {
        Observe(late);
        var next = fire.Fail(new TimeoutException($"The hook '{fire.Hook.Name}' took longer than it may."), timedOut: true, isOfFire);
        if (!fire.IsOver)
            return next;
        if (next != AfterHook.End || fire.HasThrown)
            fire.Expire();
        return AfterHook.End;
    }

    /// <summary>Nobody will ask for the outcome of what is out of time, or of its cancellation.</summary>
    public static void Observe(Task late) =>
        late.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Runs hooks until the chain ends (false) or one suspends (true), on this thread.</summary>
    private static bool Advance(ref Fire fire, bool maySuspend, out ValueTask<HookResult> pending)
    {
        pending = default;
        var count = fire.Chain.Entries.Length;
        ref var depth = ref HookChain.Depth;
        depth++;
        var next = AfterHook.Next;
        while (next == AfterHook.Next && fire.At < count)
        {
            try
            {
                next = fire.Call(out pending);
            }
            catch (Exception error)
            {
                next = fire.Fail(error);
                if (next == AfterHook.Again && !maySuspend)
                {
                    next = AfterHook.Next;
                }
                else if (next == AfterHook.Again)
                {
                    fire.IsBetweenAttempts = true;
                    pending = fire.DelayAsync();
                }
            }
        }

        depth--;

        // Whether the time is over does not depend on who stands behind the hook that took it.
        if (next == AfterHook.Next && fire.Deadline != 0 && fire.IsOver)
            fire.Expire();
        return next == AfterHook.Again;
    }
}
