using static Hooks.Shared.HostAnswers;

namespace Hooks.Shared;

/// <summary>The hook events of GitHub Copilot CLI: the names of the dialect with Claude's shapes, and those of its own.</summary>
internal static class CopilotEvents
{
    public static IReadOnlyList<HostEvent> All { get; } =
    [
        new("SessionStart", HostMoment.SessionStart, AddContext) { OtherName = "sessionStart" },
        new("SessionEnd", HostMoment.SessionEnd) { OtherName = "sessionEnd" },
        new("UserPromptSubmit", HostMoment.Prompt) { OtherName = "userPromptSubmitted" },
        new("UserPromptTransformed", HostMoment.Custom, Replace) { OtherName = "userPromptTransformed", CustomContext = "Hooks.Commands.CopilotPromptTransformed" },
        new("PreToolUse", HostMoment.ToolCall, Deny | Ask | Allow | Rewrite, HostMatcher.Tool) { OtherName = "preToolUse" },
        new("PostToolUse", HostMoment.ToolResult, Replace | AddContext, HostMatcher.Tool) { OtherName = "postToolUse" },
        new("PostToolUseFailure", HostMoment.ToolFailure, AddContext, HostMatcher.Tool) { OtherName = "postToolUseFailure" },
        new("PermissionRequest", HostMoment.PermissionRequest, Deny | Allow | StopAll, HostMatcher.Tool) { OtherName = "permissionRequest" },
        new("Stop", HostMoment.Stop, KeepWorking) { OtherName = "agentStop" },
        new("SubagentStart", HostMoment.SubagentStart, AddContext) { OtherName = "subagentStart" },
        new("SubagentStop", HostMoment.SubagentStop, KeepWorking | Replace) { OtherName = "subagentStop" },
        new("ErrorOccurred", HostMoment.Error) { OtherName = "errorOccurred" },
        new("PreCompact", HostMoment.Compaction) { OtherName = "preCompact" },
        new("Notification", HostMoment.Notification, AddContext) { OtherName = "notification" },
    ];
}
