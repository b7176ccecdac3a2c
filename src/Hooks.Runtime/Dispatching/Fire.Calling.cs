using System.Diagnostics;

namespace Hooks;

/// <content>What there is to do around the call of a hook.</content>
internal partial struct Fire
{
    /// <summary>
    /// Calls the hook at <see cref="At"/> with all that there is to do before and after it. Again means that it has
    /// suspended: there is nothing to do but to wait.
    /// </summary>
    public AfterHook Call(out ValueTask<HookResult> pending)
    {
        pending = default;
        var (table, index, hook, policy) = Entry;
        if (hook.Tools is not null && !table.Matches(index, Context))
        {
            // Before its last attempt failed it was for this tool, or could not tell.
            if (FailedAttempts > 0)
                return GiveUp();
            At++;
            return AfterHook.Next;
        }

        if (Deadline != 0 && IsOver)
        {
            Expire();
            return AfterHook.End;
        }

        if (policy is not null && !TryEnter(policy, out var next))
            return next;
        if (IsMeasured)
            BeginHook();
        HookResult result;
        if (!hook.IsAsynchronous)
        {
            result = Invoke(table, index);
        }
        else
        {
            var task = InvokeAsync(table, index);
            if (!task.IsCompletedSuccessfully)
            {
                HookTracing.Leave(HookSpan);
                pending = task;
                return AfterHook.Again;
            }

            result = task.Result;
        }

        var verdict = Verdict;
        var stops = !result.IsContinue && Chain.Stops(dispatcher, result, Context, At, ref verdict);
        if (IsMeasured)
            EndHook(result);
        policy?.Succeeded(Attempt);

        // Whatever the next hook does is no longer about this call.
        Attempt = default;
        FailedAttempts = 0;
        Verdict = verdict;
        if (stops)
            return AfterHook.End;
        At++;
        return AfterHook.Next;
    }

    private readonly CancellationToken TokenOfCall => Attempt.TokenOr(CancellationToken);

    private readonly HookResult Invoke(HookTable table, int index)
    {
        if (dispatcher.Watchdog is not { } watchdog)
            return table.Invoke(index, Context, TokenOfCall);
        var watched = watchdog.Begin(Hook);
        try
        {
            return table.Invoke(index, Context, TokenOfCall);
        }
        finally
        {
            watchdog.End(watched);
        }
    }

    private readonly ValueTask<HookResult> InvokeAsync(HookTable table, int index)
    {
        if (dispatcher.Watchdog is not { } watchdog)
            return table.InvokeAsync(index, Context, TokenOfCall);
        var watched = watchdog.Begin(Hook);
        try
        {
            return table.InvokeAsync(index, Context, TokenOfCall);
        }
        finally
        {
            watchdog.End(watched);
        }
    }

    // Begins the call of a hook with settings of its own.
    private bool TryEnter(HookPolicy policy, out AfterHook next)
    {
        next = AfterHook.Next;
        if (policy.Queue is not null)
        {
            policy.Enqueue(Context);
            Next();
            return false;
        }

        var entered = policy.TryEnter(CancellationToken, out var attempt);
        Attempt = attempt;
        if (!entered)
            next = Reject();
        return entered;
    }

    private void BeginHook()
    {
        if (Started == 0)
            Started = Stopwatch.GetTimestamp();
        HookSpan = HookTracing.BeginHook(Hook, Span);
    }

    private void EndHook(HookResult result)
    {
        if (TelemetryPoll.IsSupported)
            Started = HookTelemetry.Executed(Hook, result, Started);
        HookTracing.End(HookSpan, result);
        HookSpan = null;
    }
}
