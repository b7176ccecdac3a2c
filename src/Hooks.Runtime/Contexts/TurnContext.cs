using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>A turn, from a user's prompt to the agent's answer, or one message between them.</summary>
public sealed class TurnContext : HookContext
{
    /// <summary>What the user says: the prompt of the turn, or the message received.</summary>
    public string? Prompt { get; set => field = Change(value); }

    /// <summary>What the agent says: the answer of the turn, or the message sent. The host fills it in.</summary>
    public string? Response { get; set => field = Change(value); }

    /// <summary>Who speaks, for example <c>user</c> or <c>assistant</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Where the prompt comes from, in the host's words, for example <c>user</c>, <c>sdk</c> or a channel's name.</summary>
    public string? Source { get; init; }

    /// <summary>The id of the message.</summary>
    public string? MessageId { get; init; }

    /// <summary>Which turn of the session this is, counted from 1.</summary>
    public int? TurnNumber { get; init; }

    /// <summary>The model that is to answer.</summary>
    public string? Model { get; init; }

    /// <summary>How the host treats permissions, in its own words, for example <c>plan</c>.</summary>
    public string? PermissionMode { get; init; }

    /// <summary>The directory in which the agent works.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The file in which the host keeps the transcript.</summary>
    public string? TranscriptPath { get; init; }

    /// <summary>What has come of the turn. The host fills it in.</summary>
    public ToolCallOutcome Outcome { get; set => field = Change(value); }

    /// <summary>How long the turn took. The host fills it in.</summary>
    public TimeSpan? Duration { get; set => field = Change(value); }

    /// <summary>The tokens that the turn used. The host fills it in.</summary>
    public TokenUsage? Usage { get; set => field = Change(value); }

    /// <summary>What went wrong. The host fills it in.</summary>
    [JsonIgnore]
    public Exception? Error { get; set => field = Change(value); }

    /// <summary>What went wrong, in words; for a denied turn, the reason. Default: the message of <see cref="Error"/>.</summary>
    public string? ErrorMessage { get => field ?? Error?.Message; set => field = Change(value); }

    /// <inheritdoc/>
    [JsonIgnore]
    public override TurnContext Final => (TurnContext)base.Final;
}
