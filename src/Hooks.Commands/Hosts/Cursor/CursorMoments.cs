using System.Text.Json.Serialization;

namespace Hooks.Commands;

/// <summary>Cursor's agent has thought aloud (<c>afterAgentThought</c>).</summary>
[HookPoint("cursor.agent.thought")]
public sealed class CursorAgentThought : CustomHookContext
{
    /// <summary>The thought.</summary>
    public string? Text { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override CursorAgentThought Final => (CursorAgentThought)base.Final;

    internal static CursorAgentThought Read(HostEventContext parent) => new()
    {
        Parent = parent,
        Text = parent.Payload.Text("text"),
    };
}

/// <summary>Completion in the editor is about to read a file (<c>beforeTabFileRead</c>). Cancel keeps it from doing so.</summary>
[HookPoint("cursor.tab.file.read", Blocking = true, Allowed = HookResultKinds.Verdict)]
public sealed class CursorTabFileRead : CustomHookContext
{
    /// <summary>The file.</summary>
    public string? FilePath { get; init; }

    /// <summary>What is in it.</summary>
    public string? Content { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override CursorTabFileRead Final => (CursorTabFileRead)base.Final;

    internal static CursorTabFileRead Read(HostEventContext parent) => new()
    {
        Parent = parent,
        FilePath = parent.Payload.Text("file_path"),
        Content = parent.Payload.Text("content"),
    };
}

/// <summary>A workspace was opened (<c>workspaceOpen</c>).</summary>
[HookPoint("cursor.workspace.open")]
public sealed class CursorWorkspaceOpen : CustomHookContext
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override CursorWorkspaceOpen Final => (CursorWorkspaceOpen)base.Final;

    internal static CursorWorkspaceOpen Read(HostEventContext parent) => new()
    {
        Parent = parent,
    };
}
