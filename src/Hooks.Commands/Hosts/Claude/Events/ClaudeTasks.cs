using System.Text.Json.Serialization;

namespace Hooks.Commands;

/// <summary>A task is about to be added (<c>TaskCreated</c>). Cancel takes it back.</summary>
[HookPoint("claude.task.created", Blocking = true, Allowed = HookResultKinds.Verdict)]
public sealed class ClaudeTaskCreated : CustomHookContext
{
    /// <summary>The task.</summary>
    public string? TaskId { get; init; }

    /// <summary>What it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>What is to be done.</summary>
    public string? Description { get; init; }

    /// <summary>Who is to do it.</summary>
    public string? TeammateName { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeTaskCreated Final => (ClaudeTaskCreated)base.Final;

    internal static ClaudeTaskCreated Read(HostEventContext parent) => new()
    {
        Parent = parent,
        TaskId = parent.Payload.Text("task_id"),
        Subject = parent.Payload.Text("task_subject"),
        Description = parent.Payload.Text("task_description"),
        TeammateName = parent.Payload.Text("teammate_name"),
    };
}

/// <summary>A task is about to be marked as done (<c>TaskCompleted</c>). Cancel leaves it open, and the reason goes to the model.</summary>
[HookPoint("claude.task.completed", Blocking = true, Allowed = HookResultKinds.Verdict)]
public sealed class ClaudeTaskCompleted : CustomHookContext
{
    /// <summary>The task.</summary>
    public string? TaskId { get; init; }

    /// <summary>What it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>Who has done it.</summary>
    public string? TeammateName { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeTaskCompleted Final => (ClaudeTaskCompleted)base.Final;

    internal static ClaudeTaskCompleted Read(HostEventContext parent) => new()
    {
        Parent = parent,
        TaskId = parent.Payload.Text("task_id"),
        Subject = parent.Payload.Text("task_subject"),
        TeammateName = parent.Payload.Text("teammate_name"),
    };
}

/// <summary>A teammate has nothing to do (<c>TeammateIdle</c>). Retry lets it go on with the reason; Cancel stops it.</summary>
[HookPoint("claude.teammate.idle", Blocking = true, Allowed = HookResultKinds.Recovery, OnFailure = HookFailurePolicy.Continue)]
public sealed class ClaudeTeammateIdle : CustomHookContext
{
    /// <summary>The teammate.</summary>
    public string? TeammateName { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeTeammateIdle Final => (ClaudeTeammateIdle)base.Final;

    internal static ClaudeTeammateIdle Read(HostEventContext parent) => new()
    {
        Parent = parent,
        TeammateName = parent.Payload.Text("teammate_name"),
    };
}
