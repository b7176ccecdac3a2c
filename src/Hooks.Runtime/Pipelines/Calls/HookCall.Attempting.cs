using System.Runtime.CompilerServices;

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
        var lent = _keepsJudged ? Unsafe.As<TContext>(Judged.Copy()) : Judged;
        kind.WriteAttempt(lent, _attempt);
        if (_attempt > 1)
            kind.HandOn(context, Judged, lent);
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
            var isTooLate = error is CallTimeoutException { IsThrownOn: false } && kind.TimeLimit(Options) is not null;
            _end = _ifInterrupted = new(isTooLate ? ToolCallOutcome.TimedOut : ToolCallOutcome.Failed, Error: error);
        }

        kind.WriteDuration(context, time.GetElapsedTime(started));
        kind.Write(context, _end with { Outcome = ToolCallOutcome.Pending });
    }

    private ValueTask<object?> ReachAsync(TContext lent, CancellationToken token) =>
        kind.TimeLimit(Options) is { } limit && !kind.LimitsItself ? ReachWithinAsync(limit, lent, token) : invoke(lent, token);

    private ValueTask<object?> ReachWithinAsync(TimeSpan limit, TContext lent, CancellationToken token) =>
        TimeLimit.CallAsync(invoke, lent, limit, () => $"The {kind.Noun} '{kind.TargetOf(Judged)}' took longer than {limit}.", dispatcher.Options.TimeProvider, token);

    private async ValueTask<CallEnd> LookUpAsync(TContext lent, string key, TimeSpan timeToLive)
    {
        kind.Keeps(lent);
        var found = await dispatcher.CallCache.GetOrCallAsync(key, timeToLive, token => ReachAsync(lent, token), caller).ConfigureAwait(false);
        var result = await kind.FoundAsync(lent, found.Value, caller).ConfigureAwait(false);
        return found.IsHit ? new(ToolCallOutcome.Cached, kind.Unspent(result)) : new(ToolCallOutcome.Succeeded, result);
    }
}
