using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Says to Copilot what it accepts at each event: one flat object with exit code 0, the same in both dialects.</summary>
/// <param name="hostEvent">The event.</param>
/// <param name="answer">What is said.</param>
internal readonly struct CopilotAnswer(HostEvent hostEvent, HostAnswer answer)
{
    public HostReply Write() => answer is { Kind: HostAnswers.None, AddedContext: null, Arguments: null } ? HostReply.Silent : HostReply.Json(WriteMembers);

    private void WriteMembers(Utf8JsonWriter writer)
    {
        switch (hostEvent.Moment)
        {
            case HostMoment.ToolCall:
                WriteCall(writer);
                break;
            case HostMoment.PermissionRequest when answer.Kind != HostAnswers.None:
                writer.WriteString("behavior", answer.Kind == HostAnswers.Allow ? "allow" : "deny");
                if (answer.Kind != HostAnswers.Allow)
                    writer.WriteString("message", answer.Reason);
                if (answer.Kind == HostAnswers.StopAll)
                    writer.WriteBoolean("interrupt", true);
                break;
            case HostMoment.ToolResult when answer.Kind == HostAnswers.Replace:
                writer.WriteStartObject("modifiedResult");
                writer.WriteString("resultType", "success");
                writer.WriteString("textResultForLlm", AnswerText.Of(answer.Value));
                writer.WriteEndObject();
                break;
            case HostMoment.Stop or HostMoment.SubagentStop when answer.Kind == HostAnswers.KeepWorking:
                writer.WriteString("decision", "block");
                writer.WriteString("reason", answer.Reason);
                break;
            case HostMoment.SubagentStop when answer.Kind == HostAnswers.Replace:
                writer.WriteString("modifiedResponse", AnswerText.Of(answer.Value));
                break;
            case HostMoment.Custom when answer.Kind == HostAnswers.Replace:
                writer.WriteString("modifiedTransformedPrompt", AnswerText.Of(answer.Value));
                break;
        }

        if (answer.AddedContext is { } context)
            writer.WriteString("additionalContext", context);
    }

    private void WriteCall(Utf8JsonWriter writer)
    {
        if (answer.Kind is HostAnswers.Deny or HostAnswers.Ask or HostAnswers.Allow)
        {
            writer.WriteString("permissionDecision", answer.Kind switch { HostAnswers.Deny => "deny", HostAnswers.Ask => "ask", _ => "allow" });
            writer.WriteString("permissionDecisionReason", answer.Reason);
        }

        if (answer.Arguments is { } arguments && answer.Kind != HostAnswers.Deny)
            AnswerText.Write(writer, "modifiedArgs", arguments);
    }
}
