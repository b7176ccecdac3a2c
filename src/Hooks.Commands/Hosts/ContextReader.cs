using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>
/// Makes the contexts of points from payloads. Where agents name the same thing differently, both names are tried; what they do not
/// share is in each <see cref="Host"/>.
/// </summary>
internal static partial class ContextReader
{
    /// <summary>The context behind all others: what every event of an agent says.</summary>
    public static HostEventContext ReadEvent(HostPayload payload) => new()
    {
        Payload = payload,
        SessionId = payload.Text("session_id", "sessionId") ?? payload.Text("conversation_id"),
        TurnId = payload.Text("prompt_id", "turn_id") ?? payload.Text("generation_id"),
        AgentId = payload.Text("agent_id", "agentId"),
        AgentName = payload.Text("agent_type", "agentName") ?? payload.Text("subagent_type"),
        Time = TimeOf(payload),
        WorkingDirectory = DirectoryOf(payload),
        TranscriptPath = payload.Text("transcript_path", "transcriptPath"),
        PermissionMode = payload.Text("permission_mode", "permissionMode"),
    };

    /// <exception cref="PayloadException">The payload is not what the event promises.</exception>
    public static HookContext Read(HostMoment moment, HostEventContext parent) => moment switch
    {
        HostMoment.SessionStart or HostMoment.SessionEnd => Session(parent),
        HostMoment.Prompt => Prompt(parent),
        HostMoment.TurnEnd or HostMoment.MessageSent => Turn(parent),
        HostMoment.ModelSwitch => ModelSwitch(parent),
        HostMoment.ToolCall => ToolCall(parent),
        HostMoment.ToolResult or HostMoment.ToolEnd => ToolResult(parent),
        HostMoment.ToolFailure => ToolFailure(parent),
        HostMoment.PermissionRequest or HostMoment.PermissionDenied => Permission(parent),
        HostMoment.FileEdited or HostMoment.FileChanged => File(parent),
        HostMoment.SubagentStart or HostMoment.SubagentStop or HostMoment.Stop => Agent(parent),
        HostMoment.Compaction or HostMoment.CompactionEnd => Compaction(parent),
        HostMoment.ConfigurationChange => Configuration(parent),
        HostMoment.Notification => Notification(parent),
        HostMoment.Error => Error(parent),
        _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, "The moment has no common context."),
    };

    private static DateTimeOffset TimeOf(HostPayload payload)
    {
        if (payload.Member("timestamp") is not { } time)
            return default;
        return time.ValueKind == JsonValueKind.String ? PayloadTime.Read(TextOf(time)) ?? default
            : time.ValueKind == JsonValueKind.Number && time.TryGetInt64(out var unix) && unix is > 0 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(unix)
            : default;
    }

    // A time that is no valid text is no time: an event goes on without it, as with any other that cannot be read.
    private static string TextOf(JsonElement time)
    {
        try
        {
            return time.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return string.Empty;
        }
    }

    // An agent that does not know its folder writes an empty text.
    private static string? DirectoryOf(HostPayload payload) => payload.Text("cwd") is { Length: > 0 } folder
        ? folder
        : payload.Member("workspace_roots") is { ValueKind: JsonValueKind.Array } roots && roots.GetArrayLength() > 0 && roots[0].ValueKind == JsonValueKind.String
            ? roots[0].GetString()
            : null;

    private static TimeSpan? Milliseconds(HostPayload payload, string name) =>
        payload.Amount(name) is { } time and >= 0 and < 1_000_000_000_000 ? TimeSpan.FromMilliseconds((double)time) : null;
}
