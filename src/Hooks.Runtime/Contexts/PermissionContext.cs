using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>A tool call that needs someone's permission, or was refused it.</summary>
public sealed class PermissionContext : HookContext
{
    /// <summary>The tool that is to be called.</summary>
    public required string ToolName { get; init => field = value ?? throw new ArgumentNullException(nameof(value), "A tool call has a tool."); }

    /// <summary>The call's arguments. Never null.</summary>
    public HookArguments Arguments { get => field ??= new(); set => field = Change(value); }

    /// <summary>The id of the call.</summary>
    public string? CallId { get; init; }

    /// <summary>The server that offers the tool, for a tool of the Model Context Protocol.</summary>
    public string? ServerName { get; init; }

    /// <summary>Why permission is needed, or why it was refused.</summary>
    public string? Reason { get; init; }

    /// <summary>Who refused it, in the host's words, for example <c>user</c> or <c>policy</c>.</summary>
    public string? DeniedBy { get; init; }

    /// <summary>Rules that would allow the call for good, in the host's notation.</summary>
    public IReadOnlyList<string>? SuggestedRules { get; init; }

    /// <summary>How the host treats permissions, in its own words, for example <c>plan</c>.</summary>
    public string? PermissionMode { get; init; }

    /// <summary>The directory in which the agent works.</summary>
    public string? WorkingDirectory { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override PermissionContext Final => (PermissionContext)base.Final;

    /// <inheritdoc/>
    protected override void OnCopied()
    {
        Arguments = Arguments.Clone();
    }

    private protected override void OnFrozen() => Arguments.Freeze();
}
