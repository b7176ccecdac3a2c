using static Hooks.Shared.HostAnswers;

namespace Hooks.Shared;

/// <summary>The hook events of GitHub Copilot CLI: the names of the dialect with Claude's shapes, and those of its own.</summary>
internal static class CopilotEvents
{
    private const int HalfMinute = 30_000;

    public static IReadOnlyList<HostEvent> All { get; } =
    [
        new("SessionStart", HostMoment.SessionStart, AddContext) { OtherName = "sessionStart", TimeoutMilliseconds = HalfMinute },
        new("SessionEnd", HostMoment.SessionEnd) { OtherName = "sessionEnd", TimeoutMilliseconds = HalfMinute },
        new("UserPromptSubmit", HostMoment.Prompt) { OtherName = "userPromptSubmitted", TimeoutMilliseconds = HalfMinute },
        new("UserPromptTransformed", HostMoment.Custom, Replace) { OtherName = "userPromptTransformed", CustomContext = "Hooks.Commands.CopilotPromptTransformed", TimeoutMilliseconds = HalfMinute },
        new("PreToolUse", HostMoment.ToolCall, Deny | Ask | Allow | Rewrite, HostMatcher.Tool) { OtherName = "preToolUse", TimeoutMilliseconds = HalfMinute },
        new("PostToolUse", HostMoment.ToolResult, Replace | AddContext, HostMatcher.Tool) { OtherName = "postToolUse", TimeoutMilliseconds = HalfMinute },
        new("PostToolUseFailure", HostMoment.ToolFailure, AddContext, HostMatcher.Tool) { OtherName = "postToolUseFailure", TimeoutMilliseconds = HalfMinute },
        new("PermissionRequest", HostMoment.PermissionRequest, Deny | Allow | StopAll, HostMatcher.Tool) { OtherName = "permissionRequest", TimeoutMilliseconds = HalfMinute },
        new("Stop", HostMoment.Stop, KeepWorking) { OtherName = "agentStop", TimeoutMilliseconds = HalfMinute },
        new("SubagentStart", HostMoment.SubagentStart, AddContext) { OtherName = "subagentStart", TimeoutMilliseconds = HalfMinute },
        new("SubagentStop", HostMoment.SubagentStop, KeepWorking | Replace) { OtherName = "subagentStop", TimeoutMilliseconds = HalfMinute },
        new("ErrorOccurred", HostMoment.Error) { OtherName = "errorOccurred", TimeoutMilliseconds = HalfMinute },
        new("PreCompact", HostMoment.Compaction) { OtherName = "preCompact", TimeoutMilliseconds = HalfMinute },
        new("Notification", HostMoment.Notification, AddContext) { OtherName = "notification", TimeoutMilliseconds = HalfMinute },
    ];
}
