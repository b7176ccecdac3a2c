namespace Hooks;

/// <summary>The hook events of Claude Code.</summary>
/// <remarks>
/// PostToolUse may still replace the result, which is what ToolResultReady is for. StopFailure takes no answer, so that it
/// is ErrorOccurred and not AgentError.
/// </remarks>
internal static class ClaudeCodeAliases
{
    public static readonly HookPointAlias[] All =
    [
        new("SessionStart", HookPoint.SessionStart),
        new("SessionEnd", HookPoint.SessionEnd),
        new("UserPromptSubmit", HookPoint.BeforeTurn),
        new("PreToolUse", HookPoint.BeforeToolCall),
        new("PermissionRequest", HookPoint.PermissionRequest),
        new("PermissionDenied", HookPoint.PermissionDenied),
        new("PostToolUse", HookPoint.ToolResultReady),
        new("PostToolUseFailure", HookPoint.ToolError),
        new("Notification", HookPoint.Notification),
        new("SubagentStart", HookPoint.SubagentStart),
        new("SubagentStop", HookPoint.SubagentStop),
        new("Stop", HookPoint.BeforeAgentStop),
        new("StopFailure", HookPoint.ErrorOccurred),
        new("ConfigChange", HookPoint.ConfigurationChange),
        new("FileChanged", HookPoint.FileChanged),
        new("PreCompact", HookPoint.BeforeCompaction),
        new("PostCompact", HookPoint.AfterCompaction),
        new("PreModelSwitch", HookPoint.ModelSwitch),
    ];
}
