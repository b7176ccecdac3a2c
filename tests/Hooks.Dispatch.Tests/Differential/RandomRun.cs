using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential;

/// <summary>What happens in one fire: what each hook does, and what the caller brings along.</summary>
/// <param name="Steps">What each hook would do, by its name in the table.</param>
/// <param name="ToolName">The tool.</param>
/// <param name="HasToken">Whether the caller has a token.</param>
/// <param name="IsCancelled">Whether it is cancelled from the start.</param>
/// <param name="Parents">How many parents the context has.</param>
internal sealed record RandomRun(IReadOnlyDictionary<string, Step> Steps, string ToolName, bool HasToken, bool IsCancelled, int Parents)
{
    private static readonly string[] Tools = ["bash", "Bash", "edit", "git_push", "git_p", "READ_file", "read", "shell", "x"];

    private static readonly IReadOnlyList<HookResult> Stopping =
    [
        HookResult.Cancel("not today"), HookResult.Cancel(" "), HookResult.Ask("sure?"), HookResult.Ask(), HookResult.Allow("known"), HookResult.Allow(), HookResult.Allow("for now"),
        HookResult.Replace(42, "cached"), HookResult.Replace(null), HookResult.Redirect("other"), HookResult.Retry("again", TimeSpan.FromSeconds(2), 5),
        HookResult.Fork([new("left"), new("right")], HookForkMerge.Vote), HookResult.Cache(TimeSpan.FromMinutes(1), "key", shared: true),
    ];

    public static RandomRun Draw(Random random, IEnumerable<HookSpec> chain)
    {
        // A run has its own rates, so that some go through to the end and others break early.
        var failing = random.Next(3) * 8;
        var stopping = random.Next(3) * 15;
        var hooks = chain.ToList();
        var allowed = AllowedAt(hooks[0].Point);
        var favourite = default(HookResult);
        if (allowed.Count > 0 && random.Next(2) == 0)
        {
            var kinds = allowed.GroupBy(result => result.Kind).ToList();
            favourite = kinds[random.Next(kinds.Count)].First();
            stopping = 40;
        }

        var steps = hooks.ToDictionary(hook => hook.TableName, hook => DrawStep(random, hook, failing, stopping, favourite));
        if (random.Next(6) == 0)
            BreakRule(random, hooks, steps);
        var hasToken = random.Next(2) == 0;
        var isCancelled = hasToken && random.Next(25) == 0;
        var parents = isCancelled ? 0 : random.Next(25) switch { 0 => 16, 1 => 15, 2 => 17, 3 => 1, _ => 0 };
        return new(steps, Tools[random.Next(Tools.Length)], hasToken, isCancelled, parents);
    }

    private static Step DrawStep(Random random, HookSpec hook, int failing, int stopping, HookResult favourite)
    {
        var end = random.Next(100) >= failing ? StepEnd.Answer : random.Next(3) == 0 ? StepEnd.ThrowCancellation : StepEnd.Throw;
        var result = random.Next(100) < stopping ? favourite.IsContinue ? DrawStopping(random, hook.Point) : favourite
            : random.Next(6) switch { 0 => HookResult.Skipped, 1 => HookResult.Modified, _ => HookResult.Continue };
        return new(end, result, DrawCompletion(random), Changes: random.Next(3) == 0, CancelsCaller: random.Next(40) == 0);
    }

    private static HookResult DrawStopping(Random random, PointSpec point)
    {
        // Answers that the point does not allow are failures; mostly the allowed ones are wanted.
        var allowed = AllowedAt(point);
        var from = allowed.Count == 0 || random.Next(12) == 0 ? Stopping : allowed;
        return from[random.Next(from.Count)];
    }

    private static IReadOnlyList<HookResult> AllowedAt(PointSpec point) => [.. Stopping.Where(result => IsAllowedAt(point, result))];

    private static bool IsAllowedAt(PointSpec point, HookResult result) => ((int)point.Allowed >> (int)result.Kind & 1) != 0;

    // One hook gives an answer that its point does not allow; one whose failures end the fire, if there is any.
    private static void BreakRule(Random random, IReadOnlyList<HookSpec> hooks, Dictionary<string, Step> steps)
    {
        var wrong = Stopping.Where(result => !IsAllowedAt(hooks[0].Point, result)).ToList();
        var guards = hooks.Where(hook => hook.GivesVerdict).ToList();
        if (wrong.Count == 0 || guards.Count == 0)
            return;
        var chosen = guards.Find(hook => hook.OnFailure == HookFailurePolicy.Throw) ?? guards[random.Next(guards.Count)];
        steps[chosen.TableName] = steps[chosen.TableName] with { End = StepEnd.Answer, Result = wrong[random.Next(wrong.Count)] };
    }

    private static Completion DrawCompletion(Random random) => random.Next(10) switch
    {
        0 => Completion.Yielding,
        1 => Completion.Gated,
        < 5 => Completion.CompletedTask,
        _ => Completion.AtOnce,
    };
}
