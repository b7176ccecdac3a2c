using static Hooks.Shared.HostAnswers;

namespace Hooks.Shared;

/// <summary>The hook events of Codex CLI, and the message to its notify program.</summary>
internal static class CodexEvents
{
    private const int Long = 600_000;

    public static IReadOnlyList<HostEvent> All { get; } =
    [
        new("SessionStart", HostMoment.SessionStart, AddContext, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("SessionEnd", HostMoment.SessionEnd) { TimeoutMilliseconds = Long },
        new("UserPromptSubmit", HostMoment.Prompt, Deny | AddContext | StopAll) { TimeoutMilliseconds = Long },
        new("PreToolUse", HostMoment.ToolCall, Deny | RewriteApproves | AddContext, HostMatcher.Tool) { TimeoutMilliseconds = Long },
        new("PermissionRequest", HostMoment.PermissionRequest, Deny | Allow, HostMatcher.Tool) { TimeoutMilliseconds = Long },
        new("PostToolUse", HostMoment.ToolResult, Feedback | AddContext | StopAll, HostMatcher.Tool) { TimeoutMilliseconds = Long },
        new("PreCompact", HostMoment.Compaction, StopAll, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("PostCompact", HostMoment.CompactionEnd, StopAll, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("SubagentStart", HostMoment.SubagentStart, AddContext, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("SubagentStop", HostMoment.SubagentStop, KeepWorking, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("Stop", HostMoment.Stop, KeepWorking) { TimeoutMilliseconds = Long },
        new("agent-turn-complete", HostMoment.TurnEnd),
    ];
}
