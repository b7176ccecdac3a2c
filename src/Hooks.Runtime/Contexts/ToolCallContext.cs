using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>A tool call: what is to be called, and after the call what came of it.</summary>
public sealed class ToolCallContext : HookContext
{
    /// <summary>The tool. To have another one called, a hook answers <see cref="HookResult.Redirect"/>.</summary>
    public required string ToolName { get; init => field = value ?? throw new ArgumentNullException(nameof(value), "A tool call has a tool."); }

    /// <summary>The call's arguments. Never null.</summary>
    public HookArguments Arguments { get => field ??= new(); set => field = Change(value); }

    /// <summary>The id of the call, as the model gave it.</summary>
    public string? CallId { get; init; }

    /// <summary>The server that offers the tool, for a tool of the Model Context Protocol.</summary>
    public string? ServerName { get; init; }

    /// <summary>Whether calling twice with the same arguments does no more than calling once.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>Whether the tool changes nothing.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether the host wants the call approved before it is made, as if a hook had answered <see cref="HookResult.Ask"/>.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>The directory in which the agent works.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>How the host treats permissions, in its own words, for example <c>plan</c>.</summary>
    public string? PermissionMode { get; init; }

    /// <summary>What the tool gave, or what stands in its place.</summary>
    public object? Result { get; set => field = Change(value); }

    /// <summary>What has come of the call. The host fills it in.</summary>
    public ToolCallOutcome Outcome { get; set => field = Change(value); }

    /// <summary>Which attempt this is, counted from 1. The host fills it in.</summary>
    public int Attempt { get; set => field = Change(value); } = 1;

    /// <summary>How long the call took, without its hooks. The host fills it in.</summary>
    public TimeSpan? Duration { get; set => field = Change(value); }

    /// <summary>What went wrong.</summary>
    [JsonIgnore]
    public Exception? Error { get; set => field = Change(value); }

    /// <summary>What went wrong, in words; for a denied call, the reason. Default: the message of <see cref="Error"/>.</summary>
    public string? ErrorMessage { get => field ?? Error?.Message; set => field = Change(value); }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ToolCallContext Final => (ToolCallContext)base.Final;

    /// <inheritdoc/>
    protected override void OnCopied()
    {
        Arguments = Arguments.Clone();
    }

    private protected override void OnFrozen() => Arguments.Freeze();
}
