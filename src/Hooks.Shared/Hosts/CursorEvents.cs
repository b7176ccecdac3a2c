using static Hooks.Shared.HostAnswers;

namespace Hooks.Shared;

/// <summary>The hook events of Cursor. It raises the event for some tools and the one for all of them for the same call.</summary>
internal static class CursorEvents
{
    public static IReadOnlyList<HostEvent> All { get; } =
    [
        new("sessionStart", HostMoment.SessionStart, AddContext),
        new("sessionEnd", HostMoment.SessionEnd),
        new("preToolUse", HostMoment.ToolCall, Deny | Rewrite, HostMatcher.Tool),
        new("postToolUse", HostMoment.ToolResult, Replace | AddContext, HostMatcher.Tool) { ReplacesServersOnly = true },
        new("postToolUseFailure", HostMoment.ToolFailure, AddContext, HostMatcher.Tool),
        new("subagentStart", HostMoment.SubagentStart),
        new("subagentStop", HostMoment.SubagentStop, KeepWorking),
        new("beforeShellExecution", HostMoment.ToolCall, Deny | Ask | Allow) { Generic = "preToolUse" },
        new("afterShellExecution", HostMoment.ToolEnd) { Generic = "postToolUse" },
        new("beforeMCPExecution", HostMoment.ToolCall, Deny | Ask | Allow) { Generic = "preToolUse" },
        new("afterMCPExecution", HostMoment.ToolEnd) { Generic = "postToolUse" },
        new("beforeReadFile", HostMoment.ToolCall, Deny) { Generic = "preToolUse" },
        new("afterFileEdit", HostMoment.FileEdited) { Generic = "postToolUse" },
        new("beforeSubmitPrompt", HostMoment.Prompt, Deny),
        new("preCompact", HostMoment.Compaction),
        new("stop", HostMoment.Stop, KeepWorking),
        new("afterAgentResponse", HostMoment.MessageSent),
        new("afterAgentThought", HostMoment.Custom) { CustomContext = "Hooks.Commands.CursorAgentThought" },
        new("beforeTabFileRead", HostMoment.Custom, Deny) { CustomContext = "Hooks.Commands.CursorTabFileRead" },
        new("afterTabFileEdit", HostMoment.FileEdited),
        new("workspaceOpen", HostMoment.Custom) { CustomContext = "Hooks.Commands.CursorWorkspaceOpen" },
    ];
}
