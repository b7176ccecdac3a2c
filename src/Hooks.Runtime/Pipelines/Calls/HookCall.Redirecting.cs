namespace Hooks;

// Another target in place of this one, through all of its own hooks.
internal sealed partial class HookCall<TContext>
{
    private async ValueTask RedirectAsync(string target)
    {
        _ifInterrupted = new(ToolCallOutcome.Redirected, Message: "a hook failed");
        var (other, objection) = await kind.SwitchAsync(dispatcher, Judged, Instead(target, arguments: null, number: 1), caller).ConfigureAwait(false);
        if (objection.IsCancel)
        {
            Context.DecidedBy = other.DecidedBy;
            Settle(new(ToolCallOutcome.Denied, Message: objection.Reason));
            return;
        }

        var call = Of(other, caller);
        var final = await call.RunAsync().ConfigureAwait(false);
        Take(final.AddedContext);
        Settle(new(ToolCallOutcome.Redirected, kind.ResultOf(final), kind.ErrorOf(final), call.MessageOf(final), call._end.Of ?? call._end.Outcome));
        HasSucceeded = call.HasSucceeded;
    }

    private TContext Instead(string target, HookArguments? arguments, int number) => kind.Instead(Judged, Context, target, arguments, number);

    private HookCall<TContext> Of(TContext instead, CancellationToken token) => new(dispatcher, kind, instead, invoke, token, new(kind.TargetOf(Judged), path));

    private string? RedirectRefusal(string target) =>
        TooManyHops is { } reason ? reason
        : target == kind.TargetOf(Judged) || path?.Contains(target) == true ? $"answered Redirect to '{target}', from where the call has come"
        : null;

    private string? TooManyHops => path?.Hops >= Options.MaxRedirects || Options.MaxRedirects == 0
        ? $"wants to redirect or fork a call that has been {path?.Hops ?? 0} times, and {nameof(HookPipelineOptions.MaxRedirects)} is {Options.MaxRedirects}"
        : null;
}
