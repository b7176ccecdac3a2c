using System.Text.Json.Serialization;

namespace Hooks.Commands;

/// <summary>Claude Code prepares a repository (<c>Setup</c>).</summary>
[HookPoint("claude.setup")]
public sealed class ClaudeSetup : CustomHookContext
{
    /// <summary>What asked for it: <c>init</c> or <c>maintenance</c>.</summary>
    public string? Trigger { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeSetup Final => (ClaudeSetup)base.Final;

    internal static ClaudeSetup Read(HostEventContext parent) => new()
    {
        Parent = parent,
        Trigger = parent.Payload.Text("trigger"),
    };
}

/// <summary>Claude Code has read a file with instructions (<c>InstructionsLoaded</c>).</summary>
[HookPoint("claude.instructions.loaded")]
public sealed class ClaudeInstructionsLoaded : CustomHookContext
{
    /// <summary>The file.</summary>
    public string? FilePath { get; init; }

    /// <summary>Whose it is, for example <c>Project</c>.</summary>
    public string? MemoryType { get; init; }

    /// <summary>Why it was read, for example <c>session_start</c>.</summary>
    public string? LoadReason { get; init; }

    /// <summary>The file because of which it was read.</summary>
    public string? TriggerFilePath { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeInstructionsLoaded Final => (ClaudeInstructionsLoaded)base.Final;

    internal static ClaudeInstructionsLoaded Read(HostEventContext parent) => new()
    {
        Parent = parent,
        FilePath = parent.Payload.Text("file_path"),
        MemoryType = parent.Payload.Text("memory_type"),
        LoadReason = parent.Payload.Text("load_reason"),
        TriggerFilePath = parent.Payload.Text("trigger_file_path"),
    };
}

/// <summary>Claude Code works in another folder (<c>CwdChanged</c>).</summary>
[HookPoint("claude.directory.changed")]
public sealed class ClaudeDirectoryChanged : CustomHookContext
{
    /// <summary>The folder before.</summary>
    public string? OldDirectory { get; init; }

    /// <summary>The folder now.</summary>
    public string? NewDirectory { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeDirectoryChanged Final => (ClaudeDirectoryChanged)base.Final;

    internal static ClaudeDirectoryChanged Read(HostEventContext parent) => new()
    {
        Parent = parent,
        OldDirectory = parent.Payload.Text("old_cwd"),
        NewDirectory = parent.Payload.Text("new_cwd"),
    };
}

/// <summary>A folder was added to the session (<c>DirectoryAdded</c>).</summary>
[HookPoint("claude.directory.added")]
public sealed class ClaudeDirectoryAdded : CustomHookContext
{
    /// <summary>The folder.</summary>
    public string? Directory { get; init; }

    /// <summary>How, for example <c>slash_command</c>.</summary>
    public string? Source { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeDirectoryAdded Final => (ClaudeDirectoryAdded)base.Final;

    internal static ClaudeDirectoryAdded Read(HostEventContext parent) => new()
    {
        Parent = parent,
        Directory = parent.Payload.Text("directory"),
        Source = parent.Payload.Text("source"),
    };
}

/// <summary>Another model is in use (<c>PostModelSwitch</c>). What a hook adds as context reaches it.</summary>
[HookPoint("claude.model.switched")]
public sealed class ClaudeModelSwitched : CustomHookContext
{
    /// <summary>The model before.</summary>
    public string? FromModel { get; init; }

    /// <summary>The model now.</summary>
    public string? ToModel { get; init; }

    /// <summary>Who switched, for example <c>command</c>.</summary>
    public string? Source { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeModelSwitched Final => (ClaudeModelSwitched)base.Final;

    internal static ClaudeModelSwitched Read(HostEventContext parent) => new()
    {
        Parent = parent,
        FromModel = parent.Payload.Text("from_model"),
        ToModel = parent.Payload.Text("to_model"),
        Source = parent.Payload.Text("source"),
    };
}
