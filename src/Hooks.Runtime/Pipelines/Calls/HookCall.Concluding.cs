namespace Hooks;

// Those who only watch are told, under a token of their own: also when the caller has cancelled.
internal sealed partial class HookCall<TContext>
{
    private async ValueTask ConcludeAsync()
    {
        try
        {
            // What went wrong in a branch of a fork was told of the branch.
            if (_wasReached && _isFollowed)
                await kind.ReachedAsync(dispatcher, Context, Judged).ConfigureAwait(false);
            if (_end.Outcome is ToolCallOutcome.Failed or ToolCallOutcome.TimedOut && !_isForked)
                await ObserveErrorAsync(HookPoint.ErrorOccurred, kind.ErrorOf(Context), recovery: null).ConfigureAwait(false);
            else if (_overcome is not null && HasSucceeded)
                await ObserveErrorAsync(HookPoint.ErrorRecovered, _overcome, _end.Outcome == ToolCallOutcome.Replaced ? "replace" : "retry").ConfigureAwait(false);
            if (HasSucceeded && kind.Succeeded is { } succeeded)
                await dispatcher.ObserveAsync(succeeded, Context).ConfigureAwait(false);
        }
        finally
        {
            // Whatever other observers throw on request.
            if (kind.After is { } after)
                await dispatcher.ObserveAsync(after, Context).ConfigureAwait(false);
        }
    }

    private ValueTask ObserveErrorAsync(HookPoint point, Exception? error, string? recovery) => dispatcher.ShouldFire(point)
        ? dispatcher.ObserveAsync(point, new ErrorContext
        {
            Parent = Context,
            Error = error,
            Message = MessageOf(Context) ?? (error is null ? string.Empty : MessageOf(error)),
            Origin = kind.Origin,
            Recovery = recovery,
            IsRecoverable = recovery is null ? null : true,
            Attempts = _attempt == 0 ? null : _attempt,
        })
        : default;
}
