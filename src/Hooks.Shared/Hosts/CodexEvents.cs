using static Hooks.Shared.HostAnswers;

namespace Hooks.Shared;

/// <summary>The hook events of Codex CLI, and the message to its notify program.</summary>
internal static class CodexEvents
{
    public static IReadOnlyList<HostEvent> All { get; } =
    [
        new("SessionStart", HostMoment.SessionStart, AddContext, HostMatcher.Value),
        new("SessionEnd", HostMoment.SessionEnd),
        new("UserPromptSubmit", HostMoment.Prompt, Deny | AddContext | StopAll),
        new("PreToolUse", HostMoment.ToolCall, Deny | RewriteApproves | AddContext, HostMatcher.Tool),
        new("PermissionRequest", HostMoment.PermissionRequest, Deny | Allow, HostMatcher.Tool),
        new("PostToolUse", HostMoment.ToolResult, Feedback | AddContext | StopAll, HostMatcher.Tool),
        new("PreCompact", HostMoment.Compaction, StopAll, HostMatcher.Value),
        new("PostCompact", HostMoment.CompactionEnd, StopAll, HostMatcher.Value),
        new("SubagentStart", HostMoment.SubagentStart, AddContext, HostMatcher.Value),
        new("SubagentStop", HostMoment.SubagentStop, KeepWorking, HostMatcher.Value),
        new("Stop", HostMoment.Stop, KeepWorking),
        new("agent-turn-complete", HostMoment.TurnEnd),
    ];
}
