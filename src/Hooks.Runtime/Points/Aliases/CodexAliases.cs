namespace Hooks;

/// <summary>The hook events of Codex, and the message to its notify program.</summary>
internal static class CodexAliases
{
    public static readonly HookPointAlias[] All =
    [
        new("SessionStart", HookPoint.SessionStart),
        new("SessionEnd", HookPoint.SessionEnd),
        new("UserPromptSubmit", HookPoint.BeforeTurn),
        new("PreToolUse", HookPoint.BeforeToolCall),
        new("PermissionRequest", HookPoint.PermissionRequest),
        new("PostToolUse", HookPoint.ToolResultReady),
        new("PreCompact", HookPoint.BeforeCompaction),
        new("PostCompact", HookPoint.AfterCompaction),
        new("SubagentStart", HookPoint.SubagentStart),
        new("SubagentStop", HookPoint.SubagentStop),
        new("Stop", HookPoint.BeforeAgentStop),
        new("agent-turn-complete", HookPoint.AfterTurn),
    ];
}
