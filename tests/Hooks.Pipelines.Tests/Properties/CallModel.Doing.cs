namespace Hooks.Pipelines.Tests.Properties;

// Hooks, attempts, redirects and branches.
internal sealed partial class CallModel
{
    private Answer Fire(HookPoint point, Call call) => Fire(point, call, out _);

    private Answer Fire(HookPoint point, Call call, out HookScript? by, bool permission = false)
    {
        by = null;
        var verdict = new Answer(Say.Continue);

        // Before a call there is always the hook that notes the arguments.
        if (point != HookPoint.BeforeToolCall && !script.Hooks.Any(hook => hook.Point == point))
            return verdict;
        if (_cancelled)
            throw new Unwound(Thrown.Cancellation);
        foreach (var hook in script.Hooks.Where(hook => hook.Point == point && hook.Tool == call.Tool))
        {
            var name = $"hook {script.Hooks.ToList().FindIndex(each => ReferenceEquals(each, hook))}";
            Happen();
            if (hook.Changes && permission)
                call.Permission += name;
            else if (hook.Changes)
                call.Text += name;
            if (hook.Changes && point == HookPoint.ToolResultReady)
                call.Result += "+";
            var answer = hook.Answers[Math.Min(Count(name), hook.Answers.Length - 1)];
            if (answer.Kind == Say.Fail)
            {
                if (Failure(point, hook) is { } cancel)
                    return cancel;
            }
            else if (answer.Kind == Say.Cancel)
            {
                return answer;
            }
            else if (answer.Kind is not (Say.Continue or Say.Skipped or Say.Modified) && (by is null || (answer.Kind == Say.Ask && verdict.Kind != Say.Ask)))
            {
                (verdict, by) = (answer, hook);
            }
        }

        return verdict;
    }

    // Null where the others go on as if the hook had not spoken.
    private static Answer? Failure(HookPoint point, HookScript hook) => hook.OnFailure switch
    {
        HookFailurePolicy.Throw => throw new Unwound(Thrown.Error),
        HookFailurePolicy.Continue => null,
        HookFailurePolicy.Default when point is HookPoint.ToolError or HookPoint.PermissionDenied => null,
        _ => new(Say.Cancel),
    };

    private void Repeat(Call call, Answer verdict)
    {
        for (var attempt = 1; ; attempt++)
        {
            Check();
            var (outcome, result) = Reach(call, verdict.Kind == Say.Cache ? $"{call.Tool} {call.Judged}" : null);
            Check();
            var failed = outcome == ToolCallOutcome.Failed;
            if (failed && verdict.Kind == Say.Retry && attempt <= Math.Min(verdict.Count, script.MaxAttempts))
            {
                call.HadError = true;
                continue;
            }

            call.Result = result;
            call.IfThrown = failed ? ToolCallOutcome.Failed : ToolCallOutcome.Withheld;
            var point = failed ? HookPoint.ToolError : HookPoint.ToolResultReady;
            var judgement = Fire(point, call, out var hook);
            if (judgement.Kind == Say.Retry && !call.MayRepeat)
                judgement = Failure(point, hook!) ?? new(Say.Continue);
            if (judgement.Kind == Say.Retry && attempt <= Math.Min(judgement.Count, script.MaxAttempts))
            {
                call.HadError |= failed;
                _cache.Remove($"{call.Tool} {call.Judged}");
                continue;
            }

            if (judgement.Kind == Say.Replace)
                call.HadError |= failed;
            if (judgement.Kind == Say.Replace)
                call.End(ToolCallOutcome.Replaced, "replacement");
            else if (judgement.Kind == Say.Cancel && !failed)
                call.End(ToolCallOutcome.Withheld, "");
            else
                call.End(outcome, failed ? "" : call.Result);
            return;
        }
    }

    private (ToolCallOutcome Outcome, string Result) Reach(Call call, string? key)
    {
        if (key is not null && _cache.TryGetValue(key, out var kept))
            return (ToolCallOutcome.Cached, kept);
        _trace.Add($"call {call.Tool} {call.Judged}");
        var results = script.Tools[call.Tool];
        var number = Count(call.Tool);
        Happen();
        if (!results[Math.Min(number, results.Length - 1)])
            return (ToolCallOutcome.Failed, "");
        var result = $"{call.Tool}{number}";
        if (key is not null)
            _cache[key] = result;
        return (ToolCallOutcome.Succeeded, result);
    }

    private void Redirect(Call call, string target)
    {
        call.IfThrown = ToolCallOutcome.Redirected;
        var instead = Instead(call, target);
        if (Make(instead) is { } thrown)
            throw new Unwound(thrown);
        call.End(ToolCallOutcome.Redirected, instead.Result, instead.Succeeded);
    }

    private void Fork(Call call, Answer fork)
    {
        call.IsForked = true;
        List<Call> good = [];
        var bad = 0;
        var count = fork.Targets.Length;
        foreach (var target in fork.Targets)
        {
            var branch = Instead(call, $"{target}");
            if (Make(branch) is null && branch.Succeeded)
                good.Add(branch);
            else
                bad++;
            if (fork.Merge == HookForkMerge.FirstSuccess ? good.Count > 0 : fork.Merge == HookForkMerge.All ? bad > 0 : Largest(good) * 2 > count || bad * 2 > count)
                break;
        }

        Check();
        if (fork.Merge switch { HookForkMerge.FirstSuccess => good.Count == 0, HookForkMerge.All => bad > 0, _ => bad > Largest(good) })
            call.End(ToolCallOutcome.Failed, "");
        else if (fork.Merge == HookForkMerge.FirstSuccess)
            call.End(ToolCallOutcome.Succeeded, good[0].Result);
        else if (fork.Merge == HookForkMerge.All)
            call.End(ToolCallOutcome.Succeeded, $"[{string.Join(' ', good.Select(branch => branch.Result))}]");
        else
            call.End(ToolCallOutcome.Succeeded, good.First(branch => good.Count(other => other.Result == branch.Result) == Largest(good)).Result);
    }

    private static int Largest(List<Call> calls) => calls.Count == 0 ? 0 : calls.GroupBy(call => call.Result).Max(group => group.Count());

    private static Call Instead(Call call, string target) => new(target, call.Judged, target == call.Tool && call.MayRepeat, [.. call.Path, call.Tool]);

    private void Happen()
    {
        if (++_events != script.CancelAt)
            return;
        _cancelled = true;
        if (script.CancelStops)
            throw new Unwound(Thrown.Cancellation);
    }

    private void Check()
    {
        if (_cancelled)
            throw new Unwound(Thrown.Cancellation);
    }

    private int Count(string what)
    {
        var count = _counts.GetValueOrDefault(what);
        _counts[what] = count + 1;
        return count;
    }
}
