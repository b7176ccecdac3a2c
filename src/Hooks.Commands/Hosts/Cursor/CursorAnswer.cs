using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>
/// Says to Cursor what it accepts at each event (version 3.9.16): one flat object with exit code 0. Where it waits for leave, it is always
/// told: with its switch <c>failClosed</c> it takes silence for a failure.
/// </summary>
/// <param name="hostEvent">The event.</param>
/// <param name="payload">What came in; null if it could not be read.</param>
/// <param name="answer">What is said.</param>
internal readonly struct CursorAnswer(HostEvent hostEvent, HostPayload? payload, HostAnswer answer)
{
    public HostReply Write() => hostEvent.Moment switch
    {
        HostMoment.ToolCall => HostReply.Json(WritePermission),
        HostMoment.Prompt => HostReply.Json(WritePrompt),
        HostMoment.Custom when hostEvent.IsGate => HostReply.Json(WritePermission),
        _ when answer is { Kind: HostAnswers.None, AddedContext: null } => HostReply.Silent,
        HostMoment.ToolResult => ToolResult(),
        _ => HostReply.Json(WriteMembers),
    };

    private void WritePermission(Utf8JsonWriter writer)
    {
        writer.WriteString("permission", answer.Kind switch { HostAnswers.Deny => "deny", HostAnswers.Ask => "ask", _ => "allow" });
        if (answer.Kind is HostAnswers.Deny or HostAnswers.Ask)
        {
            // The model is shown what is meant for the user; what is meant for the agent nobody reads.
            writer.WriteString("user_message", answer.Reason);
        }
        else if (answer.Arguments is { } arguments)
        {
            AnswerText.Write(writer, "updated_input", arguments);
        }
    }

    private void WritePrompt(Utf8JsonWriter writer)
    {
        writer.WriteBoolean("continue", answer.Kind != HostAnswers.Deny);
        if (answer.Kind == HostAnswers.Deny)
            writer.WriteString("user_message", answer.Reason);
    }

    // Only what a server's tool has given can be replaced.
    private HostReply ToolResult()
    {
        if (answer.Kind == HostAnswers.Replace && !(payload?.Text("tool_name")?.StartsWith("MCP:", StringComparison.Ordinal) ?? false))
        {
            answer.Kind = HostAnswers.None;
            answer.AddedContext = answer.AddedContext is { } context ? AnswerText.Of(answer.Value) + "\n" + context : AnswerText.Of(answer.Value);
            answer.Notices.Add("Cursor replaces the results of MCP tools only; the model has the original, and beside it what was to replace it.");
        }

        return HostReply.Json(WriteMembers);
    }

    private void WriteMembers(Utf8JsonWriter writer)
    {
        if (answer.Kind == HostAnswers.Replace)
            AnswerText.Write(writer, "updated_mcp_tool_output", answer.Value);
        else if (answer.Kind == HostAnswers.KeepWorking)
            writer.WriteString("followup_message", answer.Reason);
        if (answer.AddedContext is { } context)
            writer.WriteString("additional_context", context);
    }
}
