namespace Hooks;

/// <summary>The hook events of Cursor.</summary>
/// <remarks>
/// Cursor fires preToolUse and the event of the kind of tool for the same call: beforeShellExecution, beforeMCPExecution and
/// beforeReadFile are BeforeToolCall once more.
/// </remarks>
internal static class CursorAliases
{
    public static readonly HookPointAlias[] All =
    [
        new("sessionStart", HookPoint.SessionStart),
        new("sessionEnd", HookPoint.SessionEnd),
        new("beforeSubmitPrompt", HookPoint.BeforeTurn),
        new("preToolUse", HookPoint.BeforeToolCall),
        new("beforeShellExecution", HookPoint.BeforeToolCall),
        new("beforeMCPExecution", HookPoint.BeforeToolCall),
        new("beforeReadFile", HookPoint.BeforeToolCall),
        new("postToolUse", HookPoint.ToolResultReady),
        new("postToolUseFailure", HookPoint.ToolError),
        new("afterShellExecution", HookPoint.AfterToolCall),
        new("afterMCPExecution", HookPoint.AfterToolCall),
        new("afterFileEdit", HookPoint.FileEdit),
        new("afterTabFileEdit", HookPoint.FileEdit),
        new("subagentStart", HookPoint.SubagentStart),
        new("subagentStop", HookPoint.SubagentStop),
        new("stop", HookPoint.BeforeAgentStop),
        new("preCompact", HookPoint.BeforeCompaction),
        new("afterAgentResponse", HookPoint.MessageSent),
    ];
}
