using System.Text.Json.Serialization;

namespace Hooks.Commands;

/// <summary>A working tree is needed (<c>WorktreeCreate</c>). A hook makes one and answers Replace with its absolute path; Cancel refuses. While a command is set up for this event, Claude Code makes none itself, so that no answer is a failure.</summary>
[HookPoint("claude.worktree.create", Blocking = true, Allowed = HookResultKinds.Flow)]
public sealed class ClaudeWorktreeCreate : CustomHookContext
{
    /// <summary>What it is to be called.</summary>
    public string? Name { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeWorktreeCreate Final => (ClaudeWorktreeCreate)base.Final;

    internal static ClaudeWorktreeCreate Read(HostEventContext parent) => new()
    {
        Parent = parent,
        Name = parent.Payload.Text("name"),
    };
}

/// <summary>A working tree is removed (<c>WorktreeRemove</c>).</summary>
[HookPoint("claude.worktree.remove")]
public sealed class ClaudeWorktreeRemove : CustomHookContext
{
    /// <summary>The working tree.</summary>
    public string? Path { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeWorktreeRemove Final => (ClaudeWorktreeRemove)base.Final;

    internal static ClaudeWorktreeRemove Read(HostEventContext parent) => new()
    {
        Parent = parent,
        Path = parent.Payload.Text("worktree_path"),
    };
}
