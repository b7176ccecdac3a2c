using System.Text;

namespace Hooks.Commands.Tests.Acceptors.Copilot;

/// <summary>What each event of Copilot CLI reads of an answer; all members stand at the top.</summary>
internal static class CopilotReply
{
    private const int WholeContext = 10 * 1024;

    public static HostAction Read(string name, ReplyObject reply)
    {
        var action = name switch
        {
            "preToolUse" => BeforeTool(reply),
            "postToolUse" => AfterTool(reply),
            "permissionRequest" => Permission(reply),
            "agentStop" or "subagentStop" => Stop(name, reply),
            "userPromptTransformed" => reply.Text("modifiedTransformedPrompt") is { } prompt ? HostAction.Nothing with { Result = prompt } : HostAction.Nothing,
            "sessionStart" or "subagentStart" or "postToolUseFailure" or "notification" => Context(reply, HostAction.Nothing),
            _ => HostAction.Nothing,
        };
        return action.Ignoring(reply.Unread);
    }

    private static HostAction BeforeTool(ReplyObject reply)
    {
        var action = HostAction.Nothing;
        var decision = reply.OneOf("permissionDecision", "allow", "deny", "ask");
        var reason = reply.Text("permissionDecisionReason");
        if (decision == "deny" && string.IsNullOrWhiteSpace(reason))
            throw new ReplyShapeException("permissionDecision deny without a reason");
        switch (decision)
        {
            case "deny":
                action = action with { Course = HostCourse.Denied, Reason = reason, Reader = Reader.Model };
                break;
            case "ask":
                action = action with { Course = HostCourse.Asks, Reason = reason, Reader = Reader.User };
                break;
            case "allow":
                action = action with { Course = HostCourse.Approved };
                break;
            default:
                reply.Ignore("permissionDecisionReason");
                break;
        }

        if (reply.Map("modifiedArgs") is not { } input)
            return action;
        if (action.Course != HostCourse.Denied)
            return action with { Input = input };
        reply.Ignore("modifiedArgs");
        return action;
    }

    private static HostAction AfterTool(ReplyObject reply)
    {
        var action = Context(reply, HostAction.Nothing);
        if (reply.Child("modifiedResult") is not { } result)
            return action;
        var type = result.Text("resultType") ?? throw new ReplyShapeException("modifiedResult has no resultType");
        var text = result.Text("textResultForLlm") ?? throw new ReplyShapeException("modifiedResult has no textResultForLlm");
        return action with { Result = $"{type}: {text}" };
    }

    private static HostAction Permission(ReplyObject reply)
    {
        var message = reply.Text("message");
        var interrupts = reply.Flag("interrupt") is true;
        switch (reply.OneOf("behavior", "allow", "deny"))
        {
            case "deny":
                return new HostAction(interrupts ? HostCourse.StopsAll : HostCourse.Denied) { Reason = message, Reader = Reader.Model };
            case "allow":
                reply.Ignore("message");
                reply.Ignore("interrupt");
                return new HostAction(HostCourse.Approved);
            default:
                reply.Ignore("message");
                reply.Ignore("interrupt");
                return HostAction.Nothing;
        }
    }

    private static HostAction Stop(string name, ReplyObject reply)
    {
        var reason = reply.Text("reason");
        var action = HostAction.Nothing;
        if (name == "subagentStop" && reply.Text("modifiedResponse") is { } response)
            action = action with { Result = response };
        if (reply.OneOf("decision", "block", "allow") != "block")
        {
            reply.Ignore("reason");
            return action;
        }

        return string.IsNullOrWhiteSpace(reason)
            ? throw new ReplyShapeException("decision block has no reason, which is the next prompt")
            : action with { Course = HostCourse.KeepsWorking, Reason = reason, Reader = Reader.Model };
    }

    private static HostAction Context(ReplyObject reply, HostAction action)
    {
        if (reply.Text("additionalContext") is not { } context)
            return action;
        action = action with { Context = context };
        return Encoding.UTF8.GetByteCount(context) <= WholeContext ? action : action.Ignoring("additionalContext beyond 10 KB");
    }
}
