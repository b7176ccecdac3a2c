namespace Hooks;

// A hook has asked for approval: other hooks may settle it, and if they do not, the approver does.
internal sealed partial class HookCall<TContext>
{
    /// <returns>Cancel for a denial, and otherwise what is to be done with the call; never Ask.</returns>
    private async ValueTask<HookResult> AskAsync(HookResult ask)
    {
        var question = new Question { Ask = ask, AskedBy = Context.DecidedBy };
        for (var attempt = 1; ; attempt++)
        {
            var (verdict, deniedBy) = await RequestAsync(question).ConfigureAwait(false);
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

    private async ValueTask<(HookResult Verdict, string? DeniedBy)> RequestAsync(Question question)
    {
        if (dispatcher.ShouldFire(HookPoint.PermissionRequest) && kind.PermissionOf(Judged, Context, question.Ask.Reason) is { } permission)
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
                if (verdict.IsCancel)
                    return (verdict, null);
                question.IfApproved = verdict.Kind == HookResultKind.Ask ? HookResult.Continue : verdict;
                if (verdict.Kind == HookResultKind.Ask)
                    (question.Ask, question.AskedBy) = (verdict, Context.DecidedBy);
            }

            if (answer.Kind == HookResultKind.Allow)
                return (question.IfApproved, null);
        }

        var denial = await dispatcher.ApproveAsync(kind.Before, Judged.Copy(), question.Ask.Reason, question.AskedBy, caller).ConfigureAwait(false);
        return denial is null ? (question.IfApproved, null) : (HookResult.Cancel(denial), "approver");
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

    private sealed class Question
    {
        public required HookResult Ask { get; set; }

        public required HookDescriptor? AskedBy { get; set; }

        /// <summary>What guards want of a call that has been changed since one asked.</summary>
        public HookResult IfApproved { get; set; } = HookResult.Continue;
    }
}
