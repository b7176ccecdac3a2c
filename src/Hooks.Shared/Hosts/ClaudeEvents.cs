using static Hooks.Shared.HostAnswers;

namespace Hooks.Shared;

/// <summary>The hook events of Claude Code.</summary>
internal static class ClaudeEvents
{
    private const int Long = 600_000;
    private const int Short = 30_000;

    public static IReadOnlyList<HostEvent> All { get; } =
    [
        new("SessionStart", HostMoment.SessionStart, AddContext, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("Setup", HostMoment.Custom, None, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudeSetup", TimeoutMilliseconds = Long },
        new("InstructionsLoaded", HostMoment.Custom, None, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudeInstructionsLoaded", TimeoutMilliseconds = Long },
        new("UserPromptSubmit", HostMoment.Prompt, Deny | AddContext | StopAll) { TimeoutMilliseconds = Short },
        new("UserPromptExpansion", HostMoment.Custom, Deny | AddContext, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudePromptExpansion", TimeoutMilliseconds = Long },
        new("MessageDisplay", HostMoment.Custom, Replace) { CustomContext = "Hooks.Commands.ClaudeMessageDisplay", TimeoutMilliseconds = 10_000 },
        new("PreToolUse", HostMoment.ToolCall, Deny | Ask | Allow | Rewrite | AddContext | StopAll, HostMatcher.Tool) { TimeoutMilliseconds = Long },
        new("PermissionRequest", HostMoment.PermissionRequest, Deny | Allow | RewriteApproves | StopAll, HostMatcher.Tool) { TimeoutMilliseconds = Long },
        new("PermissionDenied", HostMoment.PermissionDenied, Retry, HostMatcher.Tool) { TimeoutMilliseconds = Long },
        new("PostToolUse", HostMoment.ToolResult, Feedback | Replace | AddContext | StopAll, HostMatcher.Tool) { TimeoutMilliseconds = Long },
        new("PostToolUseFailure", HostMoment.ToolFailure, AddContext, HostMatcher.Tool) { TimeoutMilliseconds = Long },
        new("PostToolBatch", HostMoment.Custom, Deny | AddContext | StopAll) { CustomContext = "Hooks.Commands.ClaudeToolBatch", TimeoutMilliseconds = Long },
        new("Notification", HostMoment.Notification, None, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("SubagentStart", HostMoment.SubagentStart, AddContext, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("SubagentStop", HostMoment.SubagentStop, KeepWorking | StopAll, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("Stop", HostMoment.Stop, KeepWorking | StopAll) { TimeoutMilliseconds = Long },
        new("StopFailure", HostMoment.Error, None, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("TaskCreated", HostMoment.Custom, Deny) { CustomContext = "Hooks.Commands.ClaudeTaskCreated", TimeoutMilliseconds = Long },
        new("TaskCompleted", HostMoment.Custom, Deny | StopAll) { CustomContext = "Hooks.Commands.ClaudeTaskCompleted", TimeoutMilliseconds = Long },
        new("TeammateIdle", HostMoment.Custom, KeepWorking | StopAll) { CustomContext = "Hooks.Commands.ClaudeTeammateIdle", TimeoutMilliseconds = Long },
        new("ConfigChange", HostMoment.ConfigurationChange, Deny, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("CwdChanged", HostMoment.Custom) { CustomContext = "Hooks.Commands.ClaudeDirectoryChanged", TimeoutMilliseconds = Long },
        new("FileChanged", HostMoment.FileChanged, None, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("DirectoryAdded", HostMoment.Custom, None, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudeDirectoryAdded", TimeoutMilliseconds = Long },
        new("WorktreeCreate", HostMoment.Custom, Deny | Replace) { CustomContext = "Hooks.Commands.ClaudeWorktreeCreate", TimeoutMilliseconds = Long },
        new("WorktreeRemove", HostMoment.Custom) { CustomContext = "Hooks.Commands.ClaudeWorktreeRemove", TimeoutMilliseconds = Long },
        new("PreCompact", HostMoment.Compaction, Deny, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("PostCompact", HostMoment.CompactionEnd, None, HostMatcher.Value) { TimeoutMilliseconds = Long },
        new("PreModelSwitch", HostMoment.ModelSwitch, Deny | Ask | Allow, HostMatcher.Value) { TimeoutMilliseconds = Short, SinceVersion = "2.1.251" },
        new("PostModelSwitch", HostMoment.Custom, AddContext, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudeModelSwitched", TimeoutMilliseconds = Short, SinceVersion = "2.1.251" },
        new("Elicitation", HostMoment.Custom, Deny | Replace, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudeElicitation", TimeoutMilliseconds = Long },
        new("ElicitationResult", HostMoment.Custom, Deny | Replace, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudeElicitationResult", TimeoutMilliseconds = Long },
        new("SessionEnd", HostMoment.SessionEnd, None, HostMatcher.Value) { TimeoutMilliseconds = 1_500 },
    ];
}
