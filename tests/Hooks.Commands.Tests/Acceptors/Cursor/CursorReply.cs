using System.Text.Json;

namespace Hooks.Commands.Tests.Acceptors.Cursor;

/// <summary>What each event of Cursor reads of an answer, as probed. What it does not know there it overlooks.</summary>
internal static class CursorReply
{
    public static HostAction Read(HostRun run, ReplyObject reply)
    {
        var action = run.EventName switch
        {
            "preToolUse" or "beforeShellExecution" or "beforeMCPExecution" or "beforeReadFile" or "beforeTabFileRead" => Gate(run, reply),
            "beforeSubmitPrompt" => Prompt(reply),
            "postToolUse" => AfterTool(run, reply),
            "stop" or "subagentStop" => Stop(reply),
            "sessionStart" => Start(reply),
            _ => HostAction.Nothing,
        };
        return action.Ignoring(reply.Unread);
    }

    // The model reads user_message, whatever its name says, and never agent_message.
    private static HostAction Gate(HostRun run, ReplyObject reply)
    {
        var message = reply.Text("user_message");
        _ = reply.Text("agent_message");
        reply.Ignore("agent_message");
        var action = HostAction.Nothing;
        switch (reply.OneOf("permission", "allow", "deny", "ask"))
        {
            case "deny":
                return new HostAction(HostCourse.Denied) { Reason = message, Reader = Reader.Model };
            case "ask" when run.EventName is "beforeShellExecution" or "beforeMCPExecution":
                // Nobody is asked: it acts as a deny.
                return new HostAction(HostCourse.Denied) { Reason = message, Reader = Reader.Model };
            case "ask":
                reply.Ignore("permission");
                action = HostAction.Failed("permission ask is not enforced");
                break;
        }

        if (message is not null)
            action = action with { Notice = message };
        return run.EventName == "preToolUse" && reply.Map("updated_input") is { } input ? action with { Input = input } : action;
    }

    private static HostAction Prompt(ReplyObject reply)
    {
        var message = reply.Text("user_message");
        if (reply.Flag("continue") is false)
            return new HostAction(HostCourse.Denied) { Reason = message, Reader = Reader.User };
        return message is null ? HostAction.Nothing : HostAction.Nothing with { Notice = message };
    }

    private static HostAction AfterTool(HostRun run, ReplyObject reply)
    {
        var action = HostAction.Nothing;
        if (reply.Text("additional_context") is { } context)
            action = action with { Context = context };
        if (reply.Any("updated_mcp_tool_output") is not { } output)
            return action;
        if (run.Payload.TryGetProperty("tool_name", out var tool) && tool.ValueKind == JsonValueKind.String && tool.GetString()!.StartsWith("MCP:", StringComparison.Ordinal))
            return action with { Result = output.GetRawText() };
        reply.Ignore("updated_mcp_tool_output");
        return action;
    }

    private static HostAction Start(ReplyObject reply)
    {
        var action = HostAction.Nothing;
        if (reply.Text("additional_context") is { } context)
            action = action with { Context = context };
        return reply.Map("env") is { } variables ? action with { Extra = $"env={variables.GetRawText()}" } : action;
    }

    private static HostAction Stop(ReplyObject reply) =>
        reply.Text("followup_message") is { } message
            ? string.IsNullOrWhiteSpace(message) ? throw new ReplyShapeException("followup_message is blank") : new HostAction(HostCourse.KeepsWorking) { Reason = message, Reader = Reader.Model }
            : HostAction.Nothing;
}
