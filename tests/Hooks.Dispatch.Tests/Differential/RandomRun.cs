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

    private static readonly HookResult[] Stopping =
    [
        HookResult.Cancel("not today"), HookResult.Cancel(" "), HookResult.Ask("sure?"), HookResult.Ask(), HookResult.Allow("known"),
        HookResult.Replace(42, "cached"), HookResult.Replace(null), HookResult.Redirect("other"), HookResult.Retry("again", TimeSpan.FromSeconds(2), 5),
        HookResult.Fork([new("left"), new("right")], HookForkMerge.Vote), HookResult.Cache(TimeSpan.FromMinutes(1), "key", shared: true),
    ];

    public static RandomRun Draw(Random random, IEnumerable<HookSpec> chain)
    {
        // A run has its own rates, so that some go through to the end and others break early.
        var failing = random.Next(3) * 8;
        var stopping = random.Next(3) * 15;
        var steps = chain.ToDictionary(hook => hook.TableName, hook => DrawStep(random, hook, failing, stopping));
        var hasToken = random.Next(2) == 0;
        var isCancelled = hasToken && random.Next(25) == 0;
        var parents = isCancelled ? 0 : random.Next(25) switch { 0 => 16, 1 => 15, 2 => 17, 3 => 1, _ => 0 };
        return new(steps, Tools[random.Next(Tools.Length)], hasToken, isCancelled, parents);
    }

    private static Step DrawStep(Random random, HookSpec hook, int failing, int stopping)
    {
        var end = random.Next(100) >= failing ? StepEnd.Answer : random.Next(3) == 0 ? StepEnd.ThrowCancellation : StepEnd.Throw;
        var result = random.Next(100) < stopping ? DrawStopping(random, hook.Point)
            : random.Next(6) switch { 0 => HookResult.Skipped, 1 => HookResult.Modified, _ => HookResult.Continue };
        return new(end, result, DrawCompletion(random), Changes: random.Next(3) == 0, CancelsCaller: random.Next(40) == 0);
    }

    private static HookResult DrawStopping(Random random, PointSpec point)
    {
        // Answers that the point does not allow are failures; mostly the allowed ones are wanted.
        var allowed = Stopping.Where(result => ((int)point.Allowed >> (int)result.Kind & 1) != 0).ToArray();
        var from = allowed.Length == 0 || random.Next(12) == 0 ? Stopping : allowed;
        return from[random.Next(from.Length)];
    }

    private static Completion DrawCompletion(Random random) => random.Next(10) switch
    {
        0 => Completion.Yielding,
        1 => Completion.Gated,
        < 5 => Completion.CompletedTask,
        _ => Completion.AtOnce,
    };
}
