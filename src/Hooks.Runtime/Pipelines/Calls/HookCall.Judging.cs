using System.Runtime.CompilerServices;

namespace Hooks;

// What the guards say, and whether the call can do it.
internal sealed partial class HookCall<TContext>
{
    private TContext? _judged;

    /// <summary>
    /// The call as the guards judged it: never handed to a hook, so that nothing that keeps the context can change what
    /// is called.
    /// </summary>
    private TContext Judged => _judged!;

    // What completes at once, as most guards do, costs no state machine; what is thrown here is thrown within the caller's.
    private ValueTask<HookResult> JudgeAsync()
    {
        if (kind.Validation is { } validation && dispatcher.ShouldFire(validation))
            return ValidateAsync(validation);
        var fire = FireAsync(kind.Before);
        return fire.IsCompletedSuccessfully ? new(Judge(fire.Result)) : JudgeAsync(fire);
    }

    private async ValueTask<HookResult> JudgeAsync(ValueTask<HookResult> fire) => Judge(await fire.ConfigureAwait(false));

    private async ValueTask<HookResult> ValidateAsync(HookPoint validation)
    {
        var valid = await FireAsync(validation).ConfigureAwait(false);
        return valid.IsCancel ? valid : Judge(await FireAsync(kind.Before).ConfigureAwait(false));
    }

    private HookResult Judge(HookResult verdict)
    {
        if (verdict.IsCancel)
            return verdict;
        _judged = Unsafe.As<TContext>(Context.Copy());
        if (Refusal(verdict) is { } reason)
            verdict = Fail(kind.Before, verdict, reason);
        return LetsThrough(verdict) && kind.NeedsApproval(Judged, Options) ? HookResult.Ask($"the {kind.Noun} '{kind.TargetOf(Judged)}' needs approval") : verdict;
    }

    private static bool LetsThrough(HookResult verdict) =>
        verdict.Kind is HookResultKind.Continue or HookResultKind.Skipped or HookResultKind.Modified or HookResultKind.Retry or HookResultKind.Cache;

    private ValueTask<HookResult> FireAsync(HookPoint point) => dispatcher.FirePointAsync(point, Context, caller);

    private string? Refusal(HookResult verdict) => verdict.Kind switch
    {
        HookResultKind.Retry or HookResultKind.Cache => RepeatRefusal(verdict),
        HookResultKind.Redirect => RedirectRefusal(verdict.Target!),
        HookResultKind.Fork => RepeatRefusal(verdict) ?? ForkRefusal(verdict.Branches!),
        _ => null,
    };

    private string? RepeatRefusal(HookResult verdict) => kind.MayRepeat(Judged)
        ? null
        : $"answered {verdict.Kind} for the {kind.Noun} '{kind.TargetOf(Judged)}', which its host has marked neither as idempotent nor as read-only";

    // An answer that cannot be carried out is a failure of the hook that gave it.
    private HookResult Fail(HookPoint point, HookResult verdict, string reason)
    {
        var context = Context;
        if (context.DecidedBy is not { } hook)
            return HookResult.Cancel("a hook failed");
        var error = new InvalidOperationException($"The hook '{hook.Name}' {reason}.");
        var policy = dispatcher.FailurePolicyOf(point, hook);
        dispatcher.Report(HookReport.Failed(hook, policy, error, attempt: 1));
        switch (policy)
        {
            case HookFailurePolicy.Throw:
                throw error;
            case HookFailurePolicy.Continue:
                context.DecidedBy = null;
                return HookResult.Continue;
            default:
                return HookResult.Cancel($"the hook '{hook.Name}' failed");
        }
    }
}
