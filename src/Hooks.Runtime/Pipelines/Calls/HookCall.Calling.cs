namespace Hooks;

// The target is called: once, or again as long as hooks ask for it and the options allow it.
internal sealed partial class HookCall<TContext>
{
    private CallEnd _end;
    private Exception? _overcome;
    private int _attempt;

    // Whether someone may want another attempt, or to know what was called: then the target gets a copy of what was judged.
    private bool _keepsJudged;
    private bool _isFollowed;

    private async ValueTask CallAsync(HookResult verdict)
    {
        var policy = verdict.RetryPolicy;
        var cacheKey = verdict.CachePolicy is { } cache ? kind.CacheKeyOf(Judged, cache) : null;
        if (verdict.Kind == HookResultKind.Cache && cacheKey is null)
            dispatcher.Report(HookReport.NotCached(Context.DecidedBy!, verdict));

        _isFollowed = kind.IsFollowed(dispatcher, Judged);
        _keepsJudged = _isFollowed || policy is not null || (kind.MayRepeat(Judged) && CanAskAgain);
        for (_attempt = 1; ; _attempt++)
        {
            caller.ThrowIfCancellationRequested();
            await AttemptAsync(cacheKey, verdict.CachePolicy).ConfigureAwait(false);
            if (_end.Error is not null || !kind.KeepsLateResult)
                caller.ThrowIfCancellationRequested();
            var error = _end.Error;
            if (error is not null && policy is not null && MayTryAgain(policy))
            {
                _overcome = error;
                await DelayAsync(policy).ConfigureAwait(false);
                continue;
            }

            if (await SettleAsync(error is null ? kind.ResultReady : kind.IsDealtWith(error) ? kind.Failed : null).ConfigureAwait(false) is not { } again)
                return;
            _overcome = error ?? _overcome;
            if (cacheKey is not null)
                dispatcher.CallCache.Remove(cacheKey);
            await DelayAsync(again).ConfigureAwait(false);
        }
    }

    private bool CanAskAgain => (kind.ResultReady is { } ready && dispatcher.ShouldFire(ready)) || (kind.Failed is { } failed && dispatcher.ShouldFire(failed));

    /// <summary>Lets hooks judge the result, or deal with the error.</summary>
    /// <returns>How to try again; null if the call has its outcome.</returns>
    private ValueTask<HookRetry?> SettleAsync(HookPoint? point)
    {
        var fire = point is null ? default : FireAsync(point.Value);
        return fire.IsCompletedSuccessfully ? new(Settle(point, fire.Result)) : SettleAsync(point, fire);
    }

    private async ValueTask<HookRetry?> SettleAsync(HookPoint? point, ValueTask<HookResult> fire) => Settle(point, await fire.ConfigureAwait(false));

    private HookRetry? Settle(HookPoint? point, HookResult verdict)
    {
        if (verdict.Kind == HookResultKind.Retry)
        {
            if (RepeatRefusal(verdict) is { } reason)
                verdict = Fail(point!.Value, verdict, reason);
            else if (!_keepsJudged)
                verdict = Fail(point!.Value, verdict, "answered Retry, and was registered only after the call had begun");
            else if (MayTryAgain(verdict.RetryPolicy!))
                return verdict.RetryPolicy;
            else
                dispatcher.Report(HookReport.Exhausted(Context.DecidedBy!, verdict, kind.Attempts(_attempt)));
        }

        switch (verdict.Kind)
        {
            case HookResultKind.Cancel when _end.Error is null:
                Settle(new(ToolCallOutcome.Withheld, kind.InPlace(verdict.Reason, Context), Message: verdict.Reason));
                break;
            case HookResultKind.Cancel:
                Settle(_end with { Message = verdict.Reason });
                break;
            case HookResultKind.Replace:
                _overcome = _end.Error ?? _overcome;
                Settle(new(ToolCallOutcome.Replaced, kind.InPlace(verdict.Value, Context)));
                break;
            default:
                // Hooks may have changed what they were shown.
                var context = Context;
                Settle(_end.Error is null ? _end with { Result = kind.ResultOf(context) } : _end with { Error = kind.ErrorOf(context) ?? _end.Error, Message = MessageOf(context) });
                break;
        }

        return null;
    }

    private bool MayTryAgain(HookRetry policy) => kind.MayRepeat(Judged) && kind.Attempts(_attempt) <= Math.Min(policy.MaxAttempts, Options.MaxAttempts);

    private ValueTask DelayAsync(HookRetry policy)
    {
        var delay = policy.Delay < Options.MaxRetryDelay ? policy.Delay : Options.MaxRetryDelay;
        return delay == TimeSpan.Zero ? default : new(Task.Delay(delay, dispatcher.Options.TimeProvider, caller));
    }
}
