using System.Text.Json.Serialization;

namespace Hooks.Commands;

/// <summary>
/// An event of a coding agent as it came in, before the point that it stands for is fired; also of events that this package does not
/// know. It is the <see cref="HookContext.Parent"/> of all contexts that a command fires.
/// </summary>
/// <remarks>A hook here sees everything that an agent says, and decides nothing.</remarks>
[HookPoint("host.event")]
public sealed class HostEventContext : CustomHookContext
{
    /// <summary>What the agent has written.</summary>
    [JsonIgnore]
    public required HostPayload Payload { get; init; }

    /// <summary>The agent.</summary>
    public CodingAgent Agent => Payload.Agent;

    /// <summary>The event's name as the agent writes it.</summary>
    public string EventName => Payload.EventName;

    /// <summary>The folder in which the agent works.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The file with the conversation.</summary>
    public string? TranscriptPath { get; init; }

    /// <summary>How the agent asks for permission, in its own words.</summary>
    public string? PermissionMode { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override HostEventContext Final => (HostEventContext)base.Final;
}
