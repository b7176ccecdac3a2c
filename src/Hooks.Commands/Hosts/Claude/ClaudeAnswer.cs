using System.Text;
using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>
/// Says to Claude Code what it accepts at each event (version 2.1.295). Its schema is the reference's sections 2.4 and 2.5: one object,
/// exit code 0, but where JSON has no channel.
/// </summary>
/// <param name="hostEvent">The event.</param>
/// <param name="payload">What came in; null if it could not be read.</param>
/// <param name="answer">What is said.</param>
internal readonly struct ClaudeAnswer(HostEvent hostEvent, HostPayload? payload, HostAnswer answer)
{
    public HostReply Write() => hostEvent.Name switch
    {
        "TaskCompleted" when answer.Kind == HostAnswers.Deny => ToStandardError(),
        "TeammateIdle" when answer.Kind == HostAnswers.KeepWorking => ToStandardError(),
        "WorktreeCreate" => WorktreePath(),
        _ when answer is { Kind: HostAnswers.None, AddedContext: null, Arguments: null } => HostReply.Silent,
        _ => HostReply.Json(WriteMembers),
    };

    private void WriteMembers(Utf8JsonWriter writer)
    {
        // Of a result that could not be read nobody knows the shape in which it could be withheld.
        if ((answer.Kind == HostAnswers.StopAll && hostEvent.Moment != HostMoment.PermissionRequest) || (answer.IsWithheld && payload is null))
        {
            writer.WriteBoolean("continue", false);
            writer.WriteString("stopReason", answer.Reason);
            if (hostEvent.Moment == HostMoment.ToolCall)
                WriteSpecific(writer, HostAnswers.Deny);

            // The conversation can be taken up again, and the model then reads what is in it.
            else if (hostEvent.Moment == HostMoment.ToolResult && payload is not null && answer.Value is not null)
                WriteSpecific(writer, HostAnswers.Replace);
            return;
        }

        if (IsBlock())
        {
            writer.WriteString("decision", "block");
            writer.WriteString("reason", answer.Reason);
        }

        if (HasSpecific())
            WriteSpecific(writer, answer.Kind);
    }

    private bool IsBlock() => answer.Kind switch
    {
        HostAnswers.KeepWorking or HostAnswers.Feedback => true,
        HostAnswers.Deny => hostEvent.Moment is HostMoment.Prompt or HostMoment.ConfigurationChange or HostMoment.Compaction
            || hostEvent.Name is "UserPromptExpansion" or "PostToolBatch" or "TaskCreated",
        HostAnswers.Replace => answer.IsWithheld,
        _ => false,
    };

    private bool HasSpecific() => answer.AddedContext is not null || answer.Arguments is not null || answer.Kind switch
    {
        HostAnswers.Deny => !IsBlock(),
        HostAnswers.Ask or HostAnswers.Allow or HostAnswers.Replace or HostAnswers.Retry or HostAnswers.StopAll => true,
        _ => false,
    };

    private void WriteSpecific(Utf8JsonWriter writer, HostAnswers kind)
    {
        writer.WriteStartObject("hookSpecificOutput");
        writer.WriteString("hookEventName", hostEvent.Name);
        switch (hostEvent.Moment)
        {
            case HostMoment.ToolCall or HostMoment.ModelSwitch when kind is HostAnswers.Deny or HostAnswers.Ask or HostAnswers.Allow:
                writer.WriteString("permissionDecision", kind switch { HostAnswers.Deny => "deny", HostAnswers.Ask => "ask", _ => "allow" });
                writer.WriteString("permissionDecisionReason", answer.Reason);
                break;
            case HostMoment.PermissionRequest:
                WritePermission(writer, kind);
                break;
            case HostMoment.PermissionDenied:
                writer.WriteBoolean("retry", true);
                break;
            case HostMoment.ToolResult when kind == HostAnswers.Replace:
                WriteResult(writer);
                break;
            case HostMoment.Custom:
                WriteCustom(writer, kind);
                break;
        }

        if (hostEvent.Moment == HostMoment.ToolCall && answer.Arguments is { } arguments && kind != HostAnswers.Deny)
            AnswerText.Write(writer, "updatedInput", arguments);
        if (answer.AddedContext is { } context)
            writer.WriteString("additionalContext", context);
        writer.WriteEndObject();
    }

    private void WritePermission(Utf8JsonWriter writer, HostAnswers kind)
    {
        writer.WriteStartObject("decision");
        if (kind == HostAnswers.Allow)
        {
            writer.WriteString("behavior", "allow");
            if (answer.Arguments is { } arguments)
                AnswerText.Write(writer, "updatedInput", arguments);
        }
        else
        {
            writer.WriteString("behavior", "deny");
            writer.WriteString("message", answer.Reason);
            if (kind == HostAnswers.StopAll)
                writer.WriteBoolean("interrupt", true);
        }

        writer.WriteEndObject();
    }

    // A result of another shape is ignored, so that a text takes the place of the texts in the original.
    private void WriteResult(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("updatedToolOutput");
        if (answer.Value is string text && payload?.Member("tool_response") is { } original)
            ToolOutputShape.Write(writer, original, text);
        else
            PlainValueWriter.Write(writer, PlainValue.From("value", answer.Value, 1));
    }

    private void WriteCustom(Utf8JsonWriter writer, HostAnswers kind)
    {
        if (hostEvent.Name == "MessageDisplay")
        {
            writer.WriteString("displayContent", AnswerText.Of(answer.Value));
        }
        else if (hostEvent.Name is "Elicitation" or "ElicitationResult")
        {
            writer.WriteString("action", kind == HostAnswers.Replace ? "accept" : "decline");
            if (kind == HostAnswers.Replace)
                AnswerText.Write(writer, "content", answer.Value);
            else if (answer.Reason != Decision.GenericReason)
                answer.Notices.Add($"Claude Code takes no reason at {hostEvent.Name}; what hooks have said is lost.");
        }
    }

    private HostReply ToStandardError() => new() { ExitCode = 2, Error = answer.Reason };

    // The path is the last line of standard output, and no JSON; anything but a path fails, also no opinion.
    private HostReply WorktreePath() => answer is { Kind: HostAnswers.Replace, Value: string path } && path.Length > 0 && !path.AsSpan().ContainsAny('\r', '\n')
        ? new() { Output = Encoding.UTF8.GetBytes(path + "\n") }
        : new() { ExitCode = 2, Error = answer.Kind == HostAnswers.Deny ? answer.Reason : "No hook has given the absolute path of a working tree." };
}
