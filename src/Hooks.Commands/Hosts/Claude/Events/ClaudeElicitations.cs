using System.Text.Json.Serialization;

namespace Hooks.Commands;

/// <summary>A server asks the user for something (<c>Elicitation</c>). Replace with an object answers for the user; Cancel declines.</summary>
[HookPoint("claude.elicitation", Blocking = true, Allowed = HookResultKinds.Flow)]
public sealed class ClaudeElicitation : CustomHookContext
{
    /// <summary>The server.</summary>
    public string? ServerName { get; init; }

    /// <summary>What it says.</summary>
    public string? Message { get; init; }

    /// <summary><c>form</c> or <c>url</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>Where the user is to go.</summary>
    public string? Url { get; init; }

    /// <summary>The question.</summary>
    public string? ElicitationId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeElicitation Final => (ClaudeElicitation)base.Final;

    internal static ClaudeElicitation Read(HostEventContext parent) => new()
    {
        Parent = parent,
        ServerName = parent.Payload.Text("mcp_server_name"),
        Message = parent.Payload.Text("message"),
        Mode = parent.Payload.Text("mode"),
        Url = parent.Payload.Text("url"),
        ElicitationId = parent.Payload.Text("elicitation_id"),
    };
}

/// <summary>The user has answered a server (<c>ElicitationResult</c>). Replace with an object answers something else; Cancel declines.</summary>
[HookPoint("claude.elicitation.result", Blocking = true, Allowed = HookResultKinds.Flow)]
public sealed class ClaudeElicitationResult : CustomHookContext
{
    /// <summary>The server.</summary>
    public string? ServerName { get; init; }

    /// <summary>What the user did: <c>accept</c>, <c>decline</c> or <c>cancel</c>.</summary>
    public string? Action { get; init; }

    /// <summary><c>form</c> or <c>url</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>The question.</summary>
    public string? ElicitationId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ClaudeElicitationResult Final => (ClaudeElicitationResult)base.Final;

    internal static ClaudeElicitationResult Read(HostEventContext parent) => new()
    {
        Parent = parent,
        ServerName = parent.Payload.Text("mcp_server_name"),
        Action = parent.Payload.Text("action"),
        Mode = parent.Payload.Text("mode"),
        ElicitationId = parent.Payload.Text("elicitation_id"),
    };
}
