namespace Hooks;

// A hook has asked for approval: other hooks may settle it, and if they do not, the approver does.
internal sealed partial class HookCall<TContext>
{
    /// <returns>Cancel for a denial, and otherwise what is to be done with the call; never Ask.</returns>
    private async ValueTask<HookResult> AskAsync(HookResult ask)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (verdict, deniedBy) = await RequestAsync(ask).ConfigureAwait(false);
            if (deniedBy is null)
                return verdict;
            var objection = await FireDeniedAsync(verdict, deniedBy).ConfigureAwait(false);
            switch (objection.Kind)
            {
                case HookResultKind.Cancel or HookResultKind.Replace:
                    return objection;
                case HookResultKind.Retry when attempt <= Math.Min(objection.RetryPolicy!.MaxAttempts, Options.MaxAttempts):
                    await DelayAsync(objection.RetryPolicy).ConfigureAwait(false);
                    break;
                case HookResultKind.Retry:
                    dispatcher.Report(HookReport.Exhausted(Context.DecidedBy!, objection, attempt));
                    return verdict;
                default:
                    return verdict;
            }
        }
    }

    private async ValueTask<(HookResult Verdict, string? DeniedBy)> RequestAsync(HookResult ask)
    {
        var askedBy = Context.DecidedBy;
        if (dispatcher.ShouldFire(HookPoint.PermissionRequest) && kind.PermissionOf(Judged, Context, ask.Reason) is { } permission)
        {
            var answer = await dispatcher.FirePointAsync(HookPoint.PermissionRequest, permission, caller).ConfigureAwait(false);
            permission = permission.Final;
            Take(permission.AddedContext);
            if (answer.IsCancel)
            {
                Context.DecidedBy = permission.DecidedBy;
                return (answer, "policy");
            }

            if (kind.TakeOver(Context, Judged, permission))
            {
                // What has been changed is a call that no guard has seen.
                var verdict = await JudgeAsync().ConfigureAwait(false);
                if (verdict.Kind is not (HookResultKind.Continue or HookResultKind.Modified or HookResultKind.Ask))
                    return (verdict, null);
            }

            if (answer.Kind == HookResultKind.Allow)
                return (HookResult.Continue, null);
        }

        return await dispatcher.ApproveAsync(kind.Before, Judged.Copy(), ask.Reason, askedBy, caller).ConfigureAwait(false) is { } denial ? (HookResult.Cancel(denial), "approver") : (HookResult.Continue, null);
    }

    private async ValueTask<HookResult> FireDeniedAsync(HookResult denial, string deniedBy)
    {
        if (!dispatcher.ShouldFire(HookPoint.PermissionDenied) || kind.PermissionOf(Judged, Context, denial.Reason, deniedBy) is not { } denied)
            return HookResult.Continue;
        var objection = await dispatcher.FirePointAsync(HookPoint.PermissionDenied, denied, caller).ConfigureAwait(false);
        denied = denied.Final;
        Take(denied.AddedContext);
        if (denied.DecidedBy is { } hook)
            Context.DecidedBy = hook;
        return objection;
    }

    private void Take(IReadOnlyList<string> addedContext)
    {
        for (var i = 0; i < addedContext.Count; i++)
            Context.AddContext(addedContext[i]);
    }
}
