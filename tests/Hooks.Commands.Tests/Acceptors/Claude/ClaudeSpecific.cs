using System.Text.Json;

namespace Hooks.Commands.Tests.Acceptors.Claude;

/// <summary>The members of <c>hookSpecificOutput</c> that an event has.</summary>
internal static class ClaudeSpecific
{
    public static HostAction Read(HostRun run, string[] members, ReplyObject specific, HostAction action)
    {
        if (members.Contains("permissionDecision"))
            action = ReadPermission(run, specific, action);
        if (members.Contains("updatedInput") && specific.Map("updatedInput") is { } input)
        {
            if (action.Course is HostCourse.Denied)
                specific.Ignore("updatedInput");
            else
                action = action with { Input = input };
        }

        if (members.Contains("additionalContext") && specific.Text("additionalContext") is { } context)
            action = run.EventName is "Stop" or "SubagentStop"
                ? action with { Course = HostCourse.KeepsWorking, Reason = context, Reader = Reader.Model }
                : ClaudeReply.WithContext(action, "additionalContext", context);
        if (members.Contains("decision"))
            action = ReadRequest(specific, action);
        if (members.Contains("updatedToolOutput") && specific.Any("updatedToolOutput") is { } output)
        {
            if (ClaudeToolOutput.Fits(run.Payload, output))
                action = action with { Result = output.GetRawText() };
            else
                specific.Ignore("updatedToolOutput");
        }

        if (members.Contains("classifierContext") && specific.Text("classifierContext") is { } classifier)
            action = action with { Extra = $"classifierContext={classifier[..Math.Min(classifier.Length, 2_000)]}" };
        if (members.Contains("displayContent") && specific.Text("displayContent") is { } shown)
            action = action with { Result = shown };
        if (members.Contains("retry") && specific.Flag("retry") is { } retry)
            action = action with { Extra = retry ? "retry=true" : "retry=false" };
        if (members.Contains("action") && specific.OneOf("action", "accept", "decline", "cancel") is { } answered)
            action = ReadElicited(specific, action, answered);
        foreach (var name in members.Intersect(["sessionTitle", "initialUserMessage"]))
        {
            if (specific.Text(name) is { } text)
                action = action with { Extra = $"{name}={text}" };
        }

        foreach (var name in members.Intersect(["reloadSkills", "suppressOriginalPrompt"]))
        {
            if (specific.Flag(name) is { } flag)
                action = action with { Extra = $"{name}={(flag ? "true" : "false")}" };
        }

        if (members.Contains("watchPaths") && specific.List("watchPaths") is { } paths)
            action = action with { Extra = $"watchPaths={paths.GetRawText()}" };
        return action;
    }

    private static HostAction ReadPermission(HostRun run, ReplyObject specific, HostAction action)
    {
        var isTool = run.EventName == "PreToolUse";
        var decision = isTool ? specific.OneOf("permissionDecision", "allow", "deny", "ask", "defer") : specific.OneOf("permissionDecision", "allow", "deny", "ask");
        var reason = specific.Text("permissionDecisionReason");
        switch (decision)
        {
            case "deny":
                return action with { Course = HostCourse.Denied, Reason = reason, Reader = isTool ? Reader.Model : Reader.User };
            case "ask":
                return action with { Course = HostCourse.Asks, Reason = reason, Reader = Reader.User };
            case "allow" when AsksItself(run) && !specific.Has("updatedInput"):
                // These two are questions to the user: an allow without the answers answers nothing.
                specific.Ignore("permissionDecision");
                specific.Ignore("permissionDecisionReason");
                return action;
            case "allow":
                return action with { Course = HostCourse.Approved, Reason = reason, Reader = Reader.User };
            case "defer":
                specific.Ignore("permissionDecisionReason");
                return action with { Extra = "defer" };
            default:
                specific.Ignore("permissionDecisionReason");
                return action;
        }
    }

    private static HostAction ReadRequest(ReplyObject specific, HostAction action)
    {
        if (specific.Child("decision") is not { } decision)
            return action;
        var behavior = decision.OneOf("behavior", "allow", "deny") ?? throw new ReplyShapeException("hookSpecificOutput.decision.behavior is missing");
        if (behavior == "deny")
        {
            var stops = decision.Flag("interrupt") is true;
            return action with { Course = stops ? HostCourse.StopsAll : HostCourse.Denied, Reason = decision.Text("message"), Reader = Reader.Model };
        }

        if (decision.Map("updatedInput") is { } input)
            action = action with { Input = input };
        if (decision.List("updatedPermissions") is { } permissions)
            action = action with { Extra = $"updatedPermissions={permissions.GetRawText()}" };
        return action with { Course = HostCourse.Approved };
    }

    private static HostAction ReadElicited(ReplyObject specific, HostAction action, string answered)
    {
        var content = specific.Map("content");
        if (answered != "accept")
        {
            specific.Ignore("content");
            return action with { Course = HostCourse.Denied, Extra = $"action={answered}" };
        }

        return action with { Course = HostCourse.Approved, Extra = "action=accept", Input = content };
    }

    private static bool AsksItself(HostRun run) =>
        run.Payload.ValueKind == JsonValueKind.Object && run.Payload.TryGetProperty("tool_name", out var tool) && tool.ValueKind == JsonValueKind.String && tool.GetString() is "AskUserQuestion" or "ExitPlanMode";
}
