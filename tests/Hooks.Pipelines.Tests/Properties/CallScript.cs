using System.Text;

namespace Hooks.Pipelines.Tests.Properties;

/// <summary>What hooks, tools, the approver and the caller do in one random test.</summary>
internal sealed record CallScript
{
    public required IReadOnlyList<HookScript> Hooks { get; init; }

    /// <summary>By tool, whether its first, second ... call gives a result; then the last goes on for ever.</summary>
    public required IReadOnlyDictionary<string, bool[]> Tools { get; init; }

    /// <summary>What the approver says the first, second ... time; null for no approver.</summary>
    public required Approving[]? Approver { get; init; }

    public bool IsIdempotent { get; init; }

    public int MaxAttempts { get; init; }

    public int MaxRedirects { get; init; }

    /// <summary>The event, a hook, the approver or a tool that is called, in which the caller cancels; 0 for none.</summary>
    public int CancelAt { get; init; }

    /// <summary>Whether what is called then stops at once, or takes no notice.</summary>
    public bool CancelStops { get; init; }

    /// <summary>How often the call is made, one after the other.</summary>
    public int Times { get; init; } = 1;

    public bool Forks => Hooks.Any(hook => hook.Answers.Any(answer => answer.Kind == Say.Fork));

    public override string ToString()
    {
        var text = new StringBuilder($"idempotent {IsIdempotent}, attempts {MaxAttempts}, redirects {MaxRedirects}, cancel at {CancelAt} {CancelStops}, times {Times}, approver {(Approver is null ? "none" : string.Join(' ', Approver))}");
        foreach (var (tool, results) in Tools)
            text.Append($"\n  tool {tool}: {string.Join(' ', results)}");
        foreach (var hook in Hooks)
            text.Append($"\n  {hook.Point} {hook.Tool}: {string.Join(", ", hook.Answers.AsEnumerable())}{(hook.Changes ? " changes" : "")} {hook.OnFailure}");
        return text.ToString();
    }
}

/// <summary>One hook: at a point, for one tool.</summary>
/// <param name="Point">The point.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Answers">Its first, second ... answer; the last goes on for ever.</param>
/// <param name="Changes">Whether it changes the arguments, or at the result point the result.</param>
/// <param name="OnFailure">What its failure becomes.</param>
internal sealed record HookScript(HookPoint Point, string Tool, Answer[] Answers, bool Changes, HookFailurePolicy OnFailure);

/// <summary>One answer.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Count">For a Retry, how many attempts.</param>
/// <param name="Targets">For a Redirect or Fork, the tools.</param>
/// <param name="Merge">For a Fork, the merge.</param>
internal sealed record Answer(Say Kind, int Count = 0, string Targets = "", HookForkMerge Merge = HookForkMerge.FirstSuccess)
{
    public override string ToString() => $"{Kind}{(Count > 0 ? $" {Count}" : "")}{(Targets.Length > 0 ? $" {Targets}" : "")}{(Kind == Say.Fork ? $" {Merge}" : "")}";
}

internal enum Say
{
    Continue, Skipped, Modified, Cancel, Ask, Allow, Replace, Redirect, Retry, Fork, Cache, Fail,
}

internal enum Approving
{
    Yes, No, Fails,
}
