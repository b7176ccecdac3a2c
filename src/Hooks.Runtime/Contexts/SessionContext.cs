using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>A moment in the life of a session.</summary>
public sealed class SessionContext : HookContext
{
    /// <summary>How the session began, in the host's words, for example <c>startup</c>, <c>resume</c> or <c>clear</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Why it ended or is reset, in the host's words, for example <c>logout</c> or <c>idle</c>.</summary>
    public string? Reason { get; set => field = Change(value); }

    /// <summary>The title that the user sees.</summary>
    public string? Title { get; init; }

    /// <summary>The model that the session uses.</summary>
    public string? Model { get; init; }

    /// <summary>Who provides the model.</summary>
    public string? Provider { get; init; }

    /// <summary>How the host treats permissions, in its own words, for example <c>plan</c>.</summary>
    public string? PermissionMode { get; init; }

    /// <summary>The directory in which the agent works.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The file in which the host keeps the transcript.</summary>
    public string? TranscriptPath { get; init; }

    /// <summary>What was said, where the host hands it over; at a rollover, all that is about to go.</summary>
    public IReadOnlyList<HookMessage>? Transcript { get; init; }

    /// <summary>The prompt with which the session was started.</summary>
    public string? InitialPrompt { get; init; }

    /// <summary>The checkpoint that was made, or to which the session returned.</summary>
    public string? CheckpointId { get; init; }

    /// <summary>When the session started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long the session has lasted. The host fills it in.</summary>
    public TimeSpan? Duration { get; set => field = Change(value); }

    /// <summary>How many messages the session has.</summary>
    public int? MessageCount { get; init; }

    /// <summary>How many tokens of the model's window the conversation takes.</summary>
    public long? ContextTokens { get; init; }

    /// <summary>The tokens that the session has used.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>What the session has cost, in the currency in which the host reckons.</summary>
    public decimal? Cost { get; init; }

    /// <summary>What went wrong, at <see cref="HookPoint.SessionError"/>. The host fills it in.</summary>
    [JsonIgnore]
    public Exception? Error { get; set => field = Change(value); }

    /// <summary>What went wrong, in words. Default: the message of <see cref="Error"/>.</summary>
    public string? ErrorMessage { get => field ?? Error?.Message; set => field = Change(value); }

    /// <inheritdoc/>
    [JsonIgnore]
    public override SessionContext Final => (SessionContext)base.Final;
}
