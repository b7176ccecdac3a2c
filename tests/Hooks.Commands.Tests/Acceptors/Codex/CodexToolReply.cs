using System.Text.Json;

namespace Hooks.Commands.Tests.Acceptors.Codex;

/// <summary>What Codex reads around a tool call. What it knows but does not support fails the hook like what it does not know.</summary>
internal static class CodexToolReply
{
    public static HostAction BeforeTool(HostRun run, ReplyObject reply)
    {
        var action = HostAction.Nothing;
        RefuseStopping(reply);
        if (reply.Text("systemMessage") is { } notice)
            action = action with { Notice = notice };
        var legacy = reply.OneOf("decision", "block", "approve");
        if (legacy == "approve")
            throw new ReplyShapeException("decision approve is not supported");
        if (CodexTurnReply.Specific("PreToolUse", reply) is { } specific)
            action = ReadSpecific(run, specific, action);
        if (CodexTurnReply.Blocks(reply) is { } reason)
            action = action with { Course = HostCourse.Denied, Reason = reason, Reader = Reader.Model };
        return action;
    }

    public static HostAction Permission(ReplyObject reply)
    {
        RefuseStopping(reply);
        if (CodexTurnReply.Specific("PermissionRequest", reply)?.Child("decision") is not { } decision)
            return HostAction.Nothing;
        foreach (var name in new[] { "updatedInput", "updatedPermissions", "interrupt" })
        {
            if (decision.Any(name) is { ValueKind: not JsonValueKind.False })
                throw new ReplyShapeException($"{name} is not supported");
        }

        var behavior = decision.OneOf("behavior", "allow", "deny") ?? throw new ReplyShapeException("decision.behavior is missing");
        return behavior == "allow"
            ? new HostAction(HostCourse.Approved)
            : new HostAction(HostCourse.Denied) { Reason = decision.Text("message"), Reader = Reader.Model };
    }

    public static HostAction AfterTool(ReplyObject reply)
    {
        if (reply.Has("suppressOutput"))
            throw new ReplyShapeException("suppressOutput is not supported");
        var action = HostAction.Nothing;
        if (CodexTurnReply.Specific("PostToolUse", reply) is { } specific)
        {
            if (specific.Has("updatedMCPToolOutput"))
                throw new ReplyShapeException("updatedMCPToolOutput is not supported");
            action = specific.Text("additionalContext") is { } context ? action with { Context = context } : action;
        }

        return CodexTurnReply.Universal(reply, CodexTurnReply.Blocks(reply) is { } reason ? action with { Feedback = reason } : action);
    }

    private static HostAction ReadSpecific(HostRun run, ReplyObject specific, HostAction action)
    {
        var decision = specific.OneOf("permissionDecision", "allow", "deny", "ask");
        var reason = specific.Text("permissionDecisionReason");
        var input = specific.Map("updatedInput");
        if (specific.Text("additionalContext") is { } context)
            action = action with { Context = context };
        if (input is not null && decision != "allow")
            throw new ReplyShapeException("updatedInput without permissionDecision allow");
        switch (decision)
        {
            case "ask":
                throw new ReplyShapeException("permissionDecision ask is not supported");
            case "allow" when input is null:
                throw new ReplyShapeException("permissionDecision allow without updatedInput is not supported");
            case "allow" when !HasCommand(run, input.Value):
                throw new ReplyShapeException("updatedInput has no command");
            case "allow":
                action = action with { Course = HostCourse.Approved, Input = input };
                return reason is null ? action : action.Ignoring("permissionDecisionReason");
            case "deny" when string.IsNullOrWhiteSpace(reason):
                throw new ReplyShapeException("permissionDecision deny without a reason");
            case "deny":
                return action with { Course = HostCourse.Denied, Reason = reason, Reader = Reader.Model };
            default:
                return reason is null ? action : throw new ReplyShapeException("permissionDecisionReason without permissionDecision");
        }
    }

    // Codex's own tools, Bash and apply_patch, take nothing else; what an MCP tool takes is its own affair.
    private static bool HasCommand(HostRun run, JsonElement input) =>
        (run.Payload.TryGetProperty("tool_name", out var tool) && tool.ValueKind == JsonValueKind.String && tool.GetString()!.StartsWith("mcp__", StringComparison.Ordinal))
        || (input.TryGetProperty("command", out var command) && command.ValueKind == JsonValueKind.String);

    private static void RefuseStopping(ReplyObject reply)
    {
        if (reply.Flag("continue") is false)
            throw new ReplyShapeException("continue false is not supported");
        foreach (var name in new[] { "stopReason", "suppressOutput" })
        {
            if (reply.Has(name))
                throw new ReplyShapeException($"{name} is not supported");
        }
    }
}
