using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>Something about the host itself: its life, its settings, its limits, its security.</summary>
public sealed class SystemContext : HookContext
{
    /// <summary>The part of the system that it is about.</summary>
    public string? Component { get; init; }

    /// <summary>What has happened, in words.</summary>
    public string? Message { get; init; }

    /// <summary>How grave it is.</summary>
    public HookSeverity Severity { get; init; }

    /// <summary>What kind of thing it is, in the host's words, for example <c>parameter_injection</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Who or what caused it: a tool, a hook, a user, a file.</summary>
    public string? Origin { get; init; }

    /// <summary>The setting that changes.</summary>
    public string? Setting { get; init; }

    /// <summary>The setting's value so far.</summary>
    public object? OldValue { get; init; }

    /// <summary>The setting's value from now on.</summary>
    public object? NewValue { get; set => field = Change(value); }

    /// <summary>The file that holds the settings.</summary>
    public string? FilePath { get; init; }

    /// <summary>What is measured, for example <c>disk.free</c>.</summary>
    public string? Metric { get; init; }

    /// <summary>The measured value.</summary>
    public double? Value { get; init; }

    /// <summary>The limit or threshold that it has passed.</summary>
    public double? Limit { get; init; }

    /// <summary>The unit of both, for example <c>By</c>, <c>s</c> or <c>%</c>.</summary>
    public string? Unit { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override SystemContext Final => (SystemContext)base.Final;
}
