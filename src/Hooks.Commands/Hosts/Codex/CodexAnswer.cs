using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>
/// Says to Codex what it accepts at each event (version 0.147). It refuses whatever has a member too many and goes on as if the hook had
/// not been there, so that only the shapes of its own list are written.
/// </summary>
/// <param name="hostEvent">The event.</param>
/// <param name="answer">What is said.</param>
internal readonly struct CodexAnswer(HostEvent hostEvent, HostAnswer answer)
{
    public HostReply Write() => answer is { Kind: HostAnswers.None, AddedContext: null } ? HostReply.Silent : HostReply.Json(WriteMembers);

    private void WriteMembers(Utf8JsonWriter writer)
    {
        switch (answer.Kind)
        {
            case HostAnswers.StopAll:
                writer.WriteBoolean("continue", false);
                writer.WriteString(hostEvent.Moment == HostMoment.ToolResult ? "systemMessage" : "stopReason", answer.Reason);
                break;
            case HostAnswers.Deny when hostEvent.Moment == HostMoment.ToolCall:
                WriteSpecific(writer, "deny");
                break;
            case HostAnswers.Allow when hostEvent.Moment == HostMoment.ToolCall:
                WriteSpecific(writer, "allow");
                break;
            case HostAnswers.Deny or HostAnswers.Allow when hostEvent.Moment == HostMoment.PermissionRequest:
                WritePermission(writer);
                break;
            case HostAnswers.Deny or HostAnswers.Feedback or HostAnswers.KeepWorking:
                writer.WriteString("decision", "block");
                writer.WriteString("reason", WithContext());
                break;
            default:
                WriteSpecific(writer, null);
                break;
        }
    }

    // A denial or an approval stands alone; context goes with the reason.
    private void WriteSpecific(Utf8JsonWriter writer, string? decision)
    {
        writer.WriteStartObject("hookSpecificOutput");
        writer.WriteString("hookEventName", hostEvent.Name);
        if (decision is not null)
            writer.WriteString("permissionDecision", decision);
        if (decision == "deny")
            writer.WriteString("permissionDecisionReason", WithContext());
        else if (decision == "allow")
            AnswerText.Write(writer, "updatedInput", answer.Arguments);
        else
            writer.WriteString("additionalContext", answer.AddedContext);
        writer.WriteEndObject();
    }

    private void WritePermission(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("hookSpecificOutput");
        writer.WriteString("hookEventName", hostEvent.Name);
        writer.WriteStartObject("decision");
        writer.WriteString("behavior", answer.Kind == HostAnswers.Allow ? "allow" : "deny");
        if (answer.Kind == HostAnswers.Deny)
            writer.WriteString("message", answer.Reason);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private string WithContext() => answer.AddedContext is { } context ? answer.Reason + "\n" + context : answer.Reason;
}
