using Hooks.Dispatch.Tests.Scripting;
using Hooks.Dispatch.Tests.Tools;

namespace Hooks.Dispatch.Tests.Differential;

/// <summary>
/// Sections 6.1 to 6.3 and 6.11 of DESIGN.md read once more, as plainly as possible and with nothing of the runtime but
/// the results: what a fire must have done.
/// </summary>
internal static class NaiveModel
{
    public static IReadOnlyList<HookSpec> Order(IEnumerable<HookSpec> hooks)
    {
        var waiting = hooks.ToList();
        var ordered = new List<HookSpec>();
        while (waiting.Count > 0)
        {
            var next = waiting.Where(hook => !waiting.Any(other => MustPrecede(other, hook)))
                .OrderBy(hook => hook.Priority)
                .ThenBy(hook => hook.Type, StringComparer.Ordinal)
                .ThenBy(hook => hook.Method, StringComparer.Ordinal)
                .ThenBy(hook => hook.Parameters, StringComparer.Ordinal)
                .First();
            waiting.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    public static RunTrace Fire(IReadOnlyList<HookSpec> ordered, RandomRun run)
    {
        var point = ordered[0].Point;
        var trace = new RunTrace();
        if (run.IsCancelled)
            return trace.Cancelled();
        if (run.Parents >= 16)
        {
            trace.Refused();
            return trace.Ended(point.IsBlocking ? RunTrace.RefusedVerdict : RunTrace.Describe(default), "-");
        }

        var (verdict, decidedBy, trail, cancelled) = (HookResult.Continue, "-", string.Empty, false);
        foreach (var hook in ordered.Where(hook => hook.Tools is null || NaiveMatcher.Matches(hook.Tools, run.ToolName)))
        {
            var step = run.Steps[hook.TableName];
            trace.Called(hook.TableName, !hook.TakesToken ? "-" : run.HasToken ? "caller's" : "none", trail);
            trail += step.Changes ? hook.TableName + ";" : string.Empty;
            cancelled |= step.CancelsCaller && run.HasToken;
            if (step.End == StepEnd.ThrowCancellation && cancelled)
                return trace.Cancelled();

            var answer = hook.GivesVerdict ? step.Result : HookResult.Continue;
            var failure = step.End == StepEnd.Throw ? nameof(BoomException)
                : step.End == StepEnd.ThrowCancellation ? nameof(OperationCanceledException)
                : ((int)point.Allowed >> (int)answer.Kind & 1) == 0 && hook.GivesVerdict ? nameof(InvalidOperationException)
                : null;
            if (failure is not null)
            {
                trace.Failed(hook.TableName, failure);
                var policy = hook.OnFailure != HookFailurePolicy.Default ? hook.OnFailure
                    : hook.GivesVerdict && !point.FailureGoesOn ? HookFailurePolicy.Block
                    : HookFailurePolicy.Continue;
                if (policy == HookFailurePolicy.Throw)
                    return trace.Threw(failure);
                if (policy == HookFailurePolicy.Block)
                    return trace.Ended(RunTrace.FailureVerdict(hook.TableName), hook.TableName, trail);
                continue;
            }

            if (Rank(answer) > Rank(verdict))
            {
                verdict = answer;
                decidedBy = Rank(answer) > 1 ? hook.TableName : decidedBy;
            }
            else if (Rank(answer) > 1)
            {
                trace.Ignored(hook.TableName, answer);
            }

            if (answer.Kind == HookResultKind.Cancel)
                break;
        }

        return trace.Ended(RunTrace.Describe(verdict), decidedBy, trail);
    }

    // Cancel over Ask over anything else that stops (Allow among them) over Modified over Continue and Skipped.
    private static int Rank(HookResult result) => result.Kind switch
    {
        HookResultKind.Continue or HookResultKind.Skipped => 0,
        HookResultKind.Modified => 1,
        HookResultKind.Cancel => 4,
        HookResultKind.Ask => 3,
        _ => 2,
    };

    private static bool MustPrecede(HookSpec first, HookSpec second) =>
        first != second
        && (first.Priority < second.Priority
            || (first.Priority == second.Priority && (second.After.Contains(first.TableName) || first.Before.Contains(second.TableName))));
}
