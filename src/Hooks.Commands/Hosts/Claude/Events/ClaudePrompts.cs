using System.Text.Json.Serialization;

namespace Hooks.Commands;

/// <summary>A command of the user becomes a prompt (<c>UserPromptExpansion</c>). Cancel keeps it from being sent.</summary>
[HookPoint("claude.prompt.expansion", Blocking = true, Allowed = HookResultKinds.Verdict)]
public sealed class ClaudePromptExpansion : CustomHookContext
{
    /// <summary>What is expanded, for example <c>slash_command</c>.</summary>
    public string? ExpansionType { get; init; }

    /// <summary>The command, without its slash.</summary>
    public string? CommandName { get; init; }

    /// <summary>What follows the command.</summary>
    public string? CommandArguments { get; init; }

    /// <summary>Where the command comes from.</summary>
    public string? CommandSource { get; init; }

    /// <summary>What the user wrote.</summary>
    public string? Prompt { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudePromptExpansion Final => (ClaudePromptExpansion)base.Final;

    internal static ClaudePromptExpansion Read(HostEventContext parent) => new()
    {
        Parent = parent,
        ExpansionType = parent.Payload.Text("expansion_type"),
        CommandName = parent.Payload.Text("command_name"),
        CommandArguments = parent.Payload.Text("command_args"),
        CommandSource = parent.Payload.Text("command_source"),
        Prompt = parent.Payload.Text("prompt"),
    };
}

/// <summary>A piece of an answer is about to be shown (<c>MessageDisplay</c>). Replace shows another text; Cancel shows the reason in its place. The model and the transcript keep what was written.</summary>
[HookPoint("claude.message.display", Blocking = true, Allowed = HookResultKinds.Recovery)]
public sealed class ClaudeMessageDisplay : CustomHookContext
{
    /// <summary>The message.</summary>
    public string? MessageId { get; init; }

    /// <summary>The piece.</summary>
    public string? Text { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeMessageDisplay Final => (ClaudeMessageDisplay)base.Final;

    internal static ClaudeMessageDisplay Read(HostEventContext parent) => new()
    {
        Parent = parent,
        MessageId = parent.Payload.Text("message_id"),
        Text = parent.Payload.Text("delta"),
    };
}

/// <summary>All calls of one answer of the model are over (<c>PostToolBatch</c>). Cancel ends the loop before the model is called again. The calls are in the payload.</summary>
[HookPoint("claude.tool.batch", Blocking = true, Allowed = HookResultKinds.Verdict)]
public sealed class ClaudeToolBatch : CustomHookContext
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeToolBatch Final => (ClaudeToolBatch)base.Final;

    internal static ClaudeToolBatch Read(HostEventContext parent) => new()
    {
        Parent = parent,
    };
}
