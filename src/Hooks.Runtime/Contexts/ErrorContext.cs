using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>An error, or the recovery from one.</summary>
public sealed class ErrorContext : HookContext
{
    /// <summary>The error.</summary>
    [JsonIgnore]
    public Exception? Error { get; init; }

    /// <summary>What went wrong, in words. Default: the message of <see cref="Error"/>. Never null.</summary>
    public string Message { get => field ?? Error?.Message ?? ""; init; }

    /// <summary>What kind of error it is. Default: the full type name of <see cref="Error"/>.</summary>
    public string? ErrorType { get => field ?? Error?.GetType().FullName; init; }

    /// <summary>The error's code, in the words of whoever raised it, for example <c>rate_limit</c>.</summary>
    public string? Code { get; init; }

    /// <summary>More about it, for a person who has to find the cause.</summary>
    public string? Details { get; init; }

    /// <summary>Where it happened, in the host's words, for example <c>model_call</c>.</summary>
    public string? Origin { get; init; }

    /// <summary>How grave it is.</summary>
    public HookSeverity Severity { get; init; } = HookSeverity.Medium;

    /// <summary>Whether work can go on, where the host can tell.</summary>
    public bool? IsRecoverable { get; init; }

    /// <summary>What was done about it, at <see cref="HookPoint.ErrorRecovered"/>.</summary>
    public string? Recovery { get; init; }

    /// <summary>How many attempts it took.</summary>
    public int? Attempts { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ErrorContext Final => (ErrorContext)base.Final;
}
