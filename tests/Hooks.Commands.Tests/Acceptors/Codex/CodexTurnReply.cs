namespace Hooks.Commands.Tests.Acceptors.Codex;

/// <summary>What Codex reads at prompts, starts, stops and compactions.</summary>
internal static class CodexTurnReply
{
    public static HostAction Prompt(ReplyObject reply)
    {
        var action = Context("UserPromptSubmit", reply, HostAction.Nothing);
        if (Blocks(reply) is { } reason)
            action = action with { Course = HostCourse.Denied, Reason = reason, Reader = Reader.User };
        return Universal(reply, action);
    }

    public static HostAction Start(string eventName, ReplyObject reply) => Universal(reply, Context(eventName, reply, HostAction.Nothing));

    public static HostAction Stop(ReplyObject reply) =>
        Universal(reply, Blocks(reply) is { } reason ? new HostAction(HostCourse.KeepsWorking) { Reason = reason, Reader = Reader.Model } : HostAction.Nothing);

    /// <summary>The members that every event has but those before a tool: they are refused there.</summary>
    public static HostAction Universal(ReplyObject reply, HostAction action)
    {
        if (reply.Text("systemMessage") is { } notice)
            action = action with { Notice = notice };
        if (reply.Flag("suppressOutput") is not null)
            action = action.Ignoring("suppressOutput");
        var reason = reply.Text("stopReason");
        if (reply.Flag("continue") is false)
            return action with { Course = HostCourse.StopsAll, Reason = reason, Reader = Reader.User };
        return reason is null ? action : action.Ignoring("stopReason");
    }

    public static HostAction Context(string eventName, ReplyObject reply, HostAction action)
    {
        if (Specific(eventName, reply) is not { } specific)
            return action;
        return specific.Text("additionalContext") is { } context ? action with { Context = context } : action;
    }

    public static ReplyObject? Specific(string eventName, ReplyObject reply)
    {
        if (reply.Child("hookSpecificOutput") is not { } specific)
            return null;
        return specific.Text("hookEventName") == eventName ? specific : throw new ReplyShapeException($"hookSpecificOutput.hookEventName is not {eventName}");
    }

    /// <summary>The reason of <c>decision: block</c>; null if it does not block.</summary>
    public static string? Blocks(ReplyObject reply)
    {
        var reason = reply.Text("reason");
        if (reply.OneOf("decision", "block") is null)
            return reason is null ? null : throw new ReplyShapeException("reason without decision");
        return string.IsNullOrWhiteSpace(reason) ? throw new ReplyShapeException("decision block without a reason") : reason;
    }
}
