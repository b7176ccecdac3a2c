using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>A read or write of the agent's state.</summary>
public sealed class StateContext : HookContext
{
    /// <summary>The key that is read or written; at a migration, what is migrated.</summary>
    public required string Key { get; init; }

    /// <summary>Whose state it is, in the host's words, for example <c>agent</c>, <c>session</c> or <c>global</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>The value to write, or the value that was read.</summary>
    public object? Value { get; set => field = Change(value); }

    /// <summary>The value before the write.</summary>
    public object? PreviousValue { get; init; }

    /// <summary>At a conflict, the other writer's value. The host fills it in.</summary>
    public object? ConflictingValue { get; set => field = Change(value); }

    /// <summary>The version that the writer has seen.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>The version that is stored. The host fills it in.</summary>
    public long? StoredVersion { get; set => field = Change(value); }

    /// <summary>At a migration, the version of the format before.</summary>
    public string? FromFormat { get; init; }

    /// <summary>At a migration, the version of the format after.</summary>
    public string? ToFormat { get; init; }

    /// <summary>What has come of the read or write. The host fills it in.</summary>
    public ToolCallOutcome Outcome { get; set => field = Change(value); }

    /// <summary>What went wrong. The host fills it in.</summary>
    [JsonIgnore]
    public Exception? Error { get; set => field = Change(value); }

    /// <summary>What went wrong, in words. Default: the message of <see cref="Error"/>.</summary>
    public string? ErrorMessage { get => field ?? Error?.Message; set => field = Change(value); }

    /// <inheritdoc/>
    [JsonIgnore]
    public override StateContext Final => (StateContext)base.Final;
}
