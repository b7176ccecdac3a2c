using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>Something that the agent tells its user.</summary>
public sealed class NotificationContext : HookContext
{
    /// <summary>What is said.</summary>
    public required string Message { get; init; }

    /// <summary>Its headline.</summary>
    public string? Title { get; init; }

    /// <summary>What kind of notice it is, in the host's words, for example <c>permission_prompt</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>How grave it is.</summary>
    public HookSeverity Severity { get; init; }

    /// <summary>More about it, in the host's words.</summary>
    public string? Details { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override NotificationContext Final => (NotificationContext)base.Final;
}
