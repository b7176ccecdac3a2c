namespace Hooks;

/// <summary>The hook events of Copilot CLI, in both dialects: the spelling of an event's name chooses between them.</summary>
internal static class CopilotCliAliases
{
    public static readonly HookPointAlias[] All =
    [
        new("sessionStart", HookPoint.SessionStart),
        new("sessionEnd", HookPoint.SessionEnd),
        new("userPromptSubmitted", HookPoint.BeforeTurn),
        new("preToolUse", HookPoint.BeforeToolCall),
        new("permissionRequest", HookPoint.PermissionRequest),
        new("postToolUse", HookPoint.ToolResultReady),
        new("postToolUseFailure", HookPoint.ToolError),
        new("subagentStart", HookPoint.SubagentStart),
        new("subagentStop", HookPoint.SubagentStop),
        new("agentStop", HookPoint.BeforeAgentStop),
        new("errorOccurred", HookPoint.ErrorOccurred),
        new("preCompact", HookPoint.BeforeCompaction),
        new("notification", HookPoint.Notification),
        new("SessionStart", HookPoint.SessionStart),
        new("SessionEnd", HookPoint.SessionEnd),
        new("UserPromptSubmit", HookPoint.BeforeTurn),
        new("PreToolUse", HookPoint.BeforeToolCall),
        new("PermissionRequest", HookPoint.PermissionRequest),
        new("PostToolUse", HookPoint.ToolResultReady),
        new("PostToolUseFailure", HookPoint.ToolError),
        new("SubagentStart", HookPoint.SubagentStart),
        new("SubagentStop", HookPoint.SubagentStop),
        new("Stop", HookPoint.BeforeAgentStop),
        new("ErrorOccurred", HookPoint.ErrorOccurred),
        new("PreCompact", HookPoint.BeforeCompaction),
        new("Notification", HookPoint.Notification),
    ];
}
