using System.Text.Json;

namespace Hooks.Commands.Tests.Acceptors.Claude;

/// <summary>The JSON answer of a hook in Claude Code. Unknown members are dropped; a member of the wrong kind makes the whole answer invalid.</summary>
internal static class ClaudeReply
{
    private const int WholeText = 10_000;

    /// <exception cref="ReplyShapeException">The answer does not fit the event's schema.</exception>
    public static HostAction Read(HostRun run, ClaudeLaw law, ReplyObject reply)
    {
        var action = HostAction.Nothing;
        var goesOn = reply.Flag("continue") ?? true;
        var stopReason = reply.Text("stopReason");
        var decision = reply.OneOf("decision", "approve", "block");
        var reason = reply.Text("reason");
        var notice = reply.Text("systemMessage");
        _ = reply.Flag("suppressOutput");
        reply.Ignore("suppressOutput");
        ReadTerminal(reply);

        if (reply.Child("hookSpecificOutput") is { } specific)
        {
            if (specific.Text("hookEventName") != run.EventName)
                throw new ReplyShapeException($"hookSpecificOutput.hookEventName is not {run.EventName}");
            if (law.Specific is not { } members)
                throw new ReplyShapeException($"{run.EventName} has no hookSpecificOutput");
            action = ClaudeSpecific.Read(run, members, specific, action);
        }

        if (notice is not null)
            action = Noticed(run, law, reply, action, notice);
        action = Decided(run, law, reply, action, decision, reason);

        if (!goesOn && law.TakesContinue)
            action = action with { Course = HostCourse.StopsAll, Reason = stopReason, Reader = Reader.User };
        else if (!goesOn)
            reply.Ignore("continue");
        if (stopReason is not null && (goesOn || !law.TakesContinue))
            reply.Ignore("stopReason");
        return action.Ignoring(reply.Unread);
    }

    public static HostAction WithContext(HostAction action, string name, string text)
    {
        action = action with { Context = action.Context is null ? text : $"{action.Context}\n{text}" };
        return text.Length <= WholeText ? action : action.Ignoring($"{name} beyond 10,000 characters");
    }

    private static HostAction Noticed(HostRun run, ClaudeLaw law, ReplyObject reply, HostAction action, string notice)
    {
        if (!law.TakesNotice)
        {
            reply.Ignore("systemMessage");
            return action;
        }

        // A directory that was added by hand is the one event where the message is for the model, on the next turn.
        return run.EventName == "DirectoryAdded" && Says(run.Payload, "source", "slash_command") ? WithContext(action, "systemMessage", notice) : action with { Notice = notice };
    }

    private static HostAction Decided(HostRun run, ClaudeLaw law, ReplyObject reply, HostAction action, string? decision, string? reason)
    {
        var takes = law.TakesDecision && !(run.EventName == "ConfigChange" && Says(run.Payload, "source", "policy_settings"));
        if (decision is null || !takes)
        {
            reply.Ignore("decision");
            reply.Ignore("reason");
            return action;
        }

        if (decision == "approve")
        {
            // The old word for allow, at the one event that has an allow.
            if (run.EventName == "PreToolUse" && action.Course == HostCourse.Proceeds)
                return action with { Course = HostCourse.Approved, Reason = reason, Reader = Reader.User };
            reply.Ignore("decision");
            reply.Ignore("reason");
            return action;
        }

        if (law.Block == HostCourse.KeepsWorking && string.IsNullOrWhiteSpace(reason))
            throw new ReplyShapeException("decision block has no reason, which is the next prompt");
        return law.IsFeedback ? action with { Feedback = reason } : action with { Course = law.Block!.Value, Reason = reason, Reader = law.Reader };
    }

    // Titles, notifications and the bell; anything else that a terminal obeys is refused.
    private static void ReadTerminal(ReplyObject reply)
    {
        if (reply.Text("terminalSequence") is not { } sequence || sequence == "\a")
            return;
        if (!sequence.StartsWith("\u001b]", StringComparison.Ordinal) || sequence[2..].Split(';')[0] is not ("0" or "1" or "2" or "9" or "99" or "777"))
            reply.Ignore("terminalSequence");
    }

    private static bool Says(JsonElement payload, string name, string value) =>
        payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString() == value;
}
