namespace Hooks;

// One attempt, which ends in a result or an error.
internal sealed partial class HookCall<TContext>
{
    private bool _wasReached;

    private async ValueTask AttemptAsync(string? cacheKey, HookCache? cache)
    {
        var time = dispatcher.Options.TimeProvider;
        var context = Context;
        kind.WriteAttempt(context, _attempt);
        kind.Write(context, new(ToolCallOutcome.Pending));
        _ifInterrupted = new(ToolCallOutcome.Failed);
        var lent = _keepsJudged ? (TContext)Judged.Copy() : Judged;
        kind.WriteAttempt(lent, _attempt);
        var started = time.GetTimestamp();
        try
        {
            _end = cacheKey is null
                ? new(ToolCallOutcome.Succeeded, await ReachAsync(lent, caller).ConfigureAwait(false))
                : await LookUpAsync(lent, cacheKey, cache!.TimeToLive).ConfigureAwait(false);
            _wasReached |= _end.Outcome == ToolCallOutcome.Succeeded;

            // Whoever throws from now on has not let the result through.
            _ifInterrupted = new(ToolCallOutcome.Withheld, Message: "a hook failed");
        }
        catch (OperationCanceledException) when (caller.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error)
        {
            _end = _ifInterrupted = new(error is CallTimeoutException ? ToolCallOutcome.TimedOut : ToolCallOutcome.Failed, Error: error);
        }

        kind.WriteDuration(context, time.GetElapsedTime(started));
        kind.Write(context, _end with { Outcome = ToolCallOutcome.Pending });
    }

    private ValueTask<object?> ReachAsync(TContext lent, CancellationToken token) =>
        kind.TimeLimit(Options) is { } limit ? ReachAsync(lent, limit, token) : invoke(lent, token);

    private async ValueTask<object?> ReachAsync(TContext lent, TimeSpan limit, CancellationToken token)
    {
        using var own = CancellationTokenSource.CreateLinkedTokenSource(token);
        var call = invoke(lent, own.Token);
        if (call.IsCompleted)
            return await call.ConfigureAwait(false);
        var running = call.AsTask();
        try
        {
            return await running.WaitAsync(limit, dispatcher.Options.TimeProvider, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The target's own, or it has come to its end in that moment.
            if (running.IsCompleted)
                return await running.ConfigureAwait(false);
            Abandon(running, own);
            throw new CallTimeoutException($"The {kind.Noun} '{kind.TargetOf(Judged)}' took longer than {limit}.");
        }
    }

    // It may go on; nobody will ask for what becomes of it.
    private static void Abandon(Task running, CancellationTokenSource own)
    {
        GeneralPath.Observe(running);
        try
        {
            own.Cancel();
        }
        catch (AggregateException)
        {
            // What the target does when it is told to stop comes too late.
        }
    }

    private async ValueTask<CallEnd> LookUpAsync(TContext lent, string key, TimeSpan timeToLive)
    {
        var found = await dispatcher.CallCache.GetOrCallAsync(key, timeToLive, token => ReachAsync(lent, token), caller).ConfigureAwait(false);
        return new(found.IsHit ? ToolCallOutcome.Cached : ToolCallOutcome.Succeeded, found.Value);
    }

    private sealed class CallTimeoutException(string message) : TimeoutException(message);
}
