using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>An agent or subagent, and its run where there is one.</summary>
public sealed class AgentContext : HookContext
{
    /// <summary>What kind of agent it is, in the host's words.</summary>
    public string? AgentType { get; init; }

    /// <summary>The agent that started this one.</summary>
    public string? ParentAgentId { get; init; }

    /// <summary>The model that the agent uses.</summary>
    public string? Model { get; init; }

    /// <summary>How the host treats permissions, in its own words, for example <c>plan</c>.</summary>
    public string? PermissionMode { get; init; }

    /// <summary>The directory in which the agent works.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The file in which the host keeps the agent's transcript.</summary>
    public string? TranscriptPath { get; init; }

    /// <summary>The agent's instructions.</summary>
    public string? Instructions { get; set => field = Change(value); }

    /// <summary>What the agent is to do in this run.</summary>
    public string? Task { get; set => field = Change(value); }

    /// <summary>What the agent has answered; at a stop point, the answer with which it wants to stop.</summary>
    public string? Response { get; set => field = Change(value); }

    /// <summary>The run's result, where it is more than a text.</summary>
    public object? Result { get; set => field = Change(value); }

    /// <summary>What has come of the run. The host fills it in.</summary>
    public AgentRunOutcome Outcome { get; set => field = Change(value); }

    /// <summary>Why the run stops, in the host's words, for example <c>max_iterations</c>. The host fills it in.</summary>
    public string? StopReason { get; set => field = Change(value); }

    /// <summary>How often in a row hooks have kept the agent from stopping in this run.</summary>
    public int ContinuationCount { get; init; }

    /// <summary>How many rounds the agent's loop has made. The host fills it in.</summary>
    public int? Iterations { get; set => field = Change(value); }

    /// <summary>How long the run took. The host fills it in.</summary>
    public TimeSpan? Duration { get; set => field = Change(value); }

    /// <summary>The tokens that the run used. The host fills it in.</summary>
    public TokenUsage? Usage { get; set => field = Change(value); }

    /// <summary>What the run cost, in the currency in which the host reckons. The host fills it in.</summary>
    public decimal? Cost { get; set => field = Change(value); }

    /// <summary>What went wrong. The host fills it in.</summary>
    [JsonIgnore]
    public Exception? Error { get; set => field = Change(value); }

    /// <summary>What went wrong, in words. Default: the message of <see cref="Error"/>.</summary>
    public string? ErrorMessage { get => field ?? Error?.Message; set => field = Change(value); }

    /// <summary>What has been done in the run, over all of its attempts; shared by the copies of the context.</summary>
    [JsonIgnore]
    internal AgentProgress? Progress { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override AgentContext Final => (AgentContext)base.Final;
}
