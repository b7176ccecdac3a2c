using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>A workflow, and where it stands.</summary>
public sealed class WorkflowContext : HookContext
{
    /// <summary>The name of the workflow.</summary>
    public required string WorkflowName { get; init; }

    /// <summary>The id of this run of it.</summary>
    public string? RunId { get; init; }

    /// <summary>How its stages follow each other, in the host's words, for example <c>sequential</c> or <c>parallel</c>.</summary>
    public string? Pattern { get; init; }

    /// <summary>The stage that is about to run or has run; at a transition, the next one.</summary>
    public string? Stage { get; init; }

    /// <summary>The stage before it.</summary>
    public string? PreviousStage { get; init; }

    /// <summary>The stage's place, counted from 0.</summary>
    public int? StageIndex { get; init; }

    /// <summary>How many stages there are, where that is known.</summary>
    public int? StageCount { get; init; }

    /// <summary>The checkpoint that was made, or to which the workflow was taken back.</summary>
    public string? CheckpointId { get; init; }

    /// <summary>Why it was taken back.</summary>
    public string? Reason { get; init; }

    /// <summary>What the workflow or stage is given.</summary>
    public object? Input { get; set => field = Change(value); }

    /// <summary>What the workflow or stage has given.</summary>
    public object? Output { get; set => field = Change(value); }

    /// <summary>What has come of the workflow or stage. The host fills it in.</summary>
    public ToolCallOutcome Outcome { get; set => field = Change(value); }

    /// <summary>Which attempt this is, counted from 1. The host fills it in.</summary>
    public int Attempt { get; set => field = Change(value); } = 1;

    /// <summary>How long the workflow or stage took. The host fills it in.</summary>
    public TimeSpan? Duration { get; set => field = Change(value); }

    /// <summary>What went wrong. The host fills it in.</summary>
    [JsonIgnore]
    public Exception? Error { get; set => field = Change(value); }

    /// <summary>What went wrong, in words. Default: the message of <see cref="Error"/>.</summary>
    public string? ErrorMessage { get => field ?? Error?.Message; set => field = Change(value); }

    /// <inheritdoc/>
    [JsonIgnore]
    public override WorkflowContext Final => (WorkflowContext)base.Final;
}
