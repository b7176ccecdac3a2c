using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>
/// Runs a chain from its descriptors: the reference for what generated code does, and where generated code goes when a
/// hook fails or suspends. Completes synchronously, without allocating, as long as the hooks do.
/// </summary>
internal static class GeneralPath
{
    public static ValueTask<HookResult> StartAsync(HookDispatcher dispatcher, HookChain chain, HookContext context, CancellationToken cancellationToken)
    {
        if (context is null)
            return ValueTask.FromException<HookResult>(new ArgumentNullException(nameof(context)));
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<HookResult>(cancellationToken);
        return HookChain.MayNest(context.Final)
            ? ContinueAsync(Begin(dispatcher, chain, context, cancellationToken))
            : new(dispatcher.RefuseNesting(chain.Point, context));
    }

    public static HookResult Start(HookDispatcher dispatcher, HookChain chain, HookContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        return HookChain.MayNest(context.Final)
            ? Continue(Begin(dispatcher, chain, context, cancellationToken))
            : dispatcher.RefuseNesting(chain.Point, context);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ValueTask<HookResult> ContinueAsync(Fire fire) =>
        !Advance(ref fire, maySuspend: true, out var pending) ? fire.Outcome()
        : fire.Span is null ? AwaitAsync(fire, pending)
        : HookTracing.Outside(fire.Span, AwaitAsync(fire, pending));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HookResult Continue(Fire fire)
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
                return ContinueAsync(fire);
        }
    }

    public static ValueTask<HookResult> AwaitAsync(Fire fire, ValueTask pending) => AwaitAsync(fire, HookTable.AwaitAsync(pending));

    public static async ValueTask<HookResult> AwaitAsync(Fire fire, ValueTask<HookResult> pending)
    {
        while (true)
        {
            AfterHook next;
            Task<HookResult>? running = null;
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
                    HookResult result;
                    if (timeout == Timeout.InfiniteTimeSpan)
                    {
                        result = await pending.ConfigureAwait(false);
                    }
                    else
                    {
                        running = pending.AsTask();
                        result = await running.WaitAsync(timeout, fire.Dispatcher.Options.TimeProvider).ConfigureAwait(false);
                    }

                    next = fire.Take(result, slow.IsOver);
                }
            }
            catch (Exception error)
            {
                next = Failed(ref fire, error, running, isOfFire);
            }

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

    private static Fire Begin(HookDispatcher dispatcher, HookChain chain, HookContext context, CancellationToken cancellationToken)
    {
        var isMeasured = HookTelemetry.IsListening;
        var fire = new Fire(dispatcher, chain, context, cancellationToken, isMeasured) { Deadline = dispatcher.DeadlineOfFire() };
        if (isMeasured)
            fire.Span = chain.IsInBackground ? Activity.Current : HookTracing.BeginFire(chain.Point, context);
        return fire;
    }

    private static AfterHook Failed(ref Fire fire, Exception error, Task<HookResult>? running, bool isOfFire)
    {
        if (fire.IsBetweenAttempts)
        {
            fire.IsBetweenAttempts = false;
            return fire.CancelWait(error);
        }

        if (error is not TimeoutException || running is null or { IsCompleted: true })
            return fire.Fail(error);
        Observe(running);
        var next = fire.Fail(new TimeoutException($"The hook '{fire.Hook.Name}' took longer than it may."), timedOut: true, isOfFire);
        if (!fire.IsOver)
            return next;
        if (next != AfterHook.End || fire.HasThrown)
            fire.Expire();
        return AfterHook.End;
    }

    /// <summary>Nobody will ask for the outcome of a hook that is out of time, or of its cancellation.</summary>
    public static void Observe(Task late) =>
        late.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Runs hooks until the chain ends (false) or one suspends (true), on this thread.</summary>
    private static bool Advance(ref Fire fire, bool maySuspend, out ValueTask<HookResult> pending)
    {
        // Locals, because the struct is in memory and every hook would go there and back.
        var (dispatcher, chain, context, cancellationToken) = (fire.Dispatcher, fire.Chain, fire.Context, fire.CancellationToken);
        var (at, verdict) = (fire.At, fire.Verdict);
        var entries = chain.Entries;

        // Whether there is more to do around every call than to call; most fires pay one test a hook.
        var attendsAll = fire.IsMeasured || fire.Deadline != 0 || dispatcher.Watchdog is not null;
        ref var depth = ref HookChain.Depth;
        depth++;
        pending = default;
        while (true)
        {
            try
            {
                while ((uint)at < (uint)entries.Length)
                {
                    var (table, index, hook, policy) = entries[at];
                    if (hook.Tools is not null && !table.Matches(index, context))
                    {
                        if (fire.FailedAttempts == 0)
                        {
                            at++;
                            continue;
                        }

                        // Before its last attempt failed it was for this tool, or could not tell.
                        fire.At = at;
                        fire.Verdict = verdict;
                        var last = fire.GiveUp();
                        at = fire.At;
                        verdict = fire.Verdict;
                        if (last == AfterHook.End)
                            goto Ended;
                        continue;
                    }

                    if (attendsAll || policy is not null)
                    {
                        fire.At = at;
                        fire.Verdict = verdict;
                        var next = fire.Call(out pending);
                        at = fire.At;
                        verdict = fire.Verdict;
                        if (next == AfterHook.Next)
                            continue;
                        if (next == AfterHook.End)
                            goto Ended;
                        depth--;
                        return true;
                    }

                    HookResult result;
                    if (!hook.IsAsynchronous)
                    {
                        result = table.Invoke(index, context, cancellationToken);
                    }
                    else
                    {
                        var task = table.InvokeAsync(index, context, cancellationToken);
                        if (!task.IsCompletedSuccessfully)
                        {
                            depth--;
                            fire.At = at;
                            fire.Verdict = verdict;
                            pending = task;
                            return true;
                        }

                        result = task.Result;
                    }

                    if (!result.IsContinue && chain.Stops(dispatcher, result, context, at, ref verdict))
                        goto Ended;
                    at++;
                }

                // Whether the time is over does not depend on who stands behind the hook that took it.
                if (fire.Deadline != 0 && fire.IsOver)
                {
                    fire.Expire();
                    verdict = fire.Verdict;
                }

                goto Ended;
            }
            catch (Exception error)
            {
                fire.At = at;
                fire.Verdict = verdict;
                var next = fire.Fail(error);
                at = fire.At;
                verdict = fire.Verdict;
                if (next == AfterHook.End)
                    break;
                if (next == AfterHook.Again && maySuspend)
                {
                    depth--;
                    fire.IsBetweenAttempts = true;
                    pending = fire.DelayAsync();
                    return true;
                }
            }
        }

      Ended:
        depth--;
        fire.At = at;
        fire.Verdict = verdict;
        return false;
    }
}
