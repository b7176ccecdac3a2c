using static Hooks.Shared.HostAnswers;

namespace Hooks.Shared;

/// <summary>The hook events of Claude Code.</summary>
internal static class ClaudeEvents
{
    public static IReadOnlyList<HostEvent> All { get; } =
    [
        new("SessionStart", HostMoment.SessionStart, AddContext, HostMatcher.Value),
        new("Setup", HostMoment.Custom, None, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudeSetup" },
        new("InstructionsLoaded", HostMoment.Custom, None, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudeInstructionsLoaded" },
        new("UserPromptSubmit", HostMoment.Prompt, Deny | AddContext | StopAll),
        new("UserPromptExpansion", HostMoment.Custom, Deny | AddContext, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudePromptExpansion" },
        new("MessageDisplay", HostMoment.Custom, Replace) { CustomContext = "Hooks.Commands.ClaudeMessageDisplay" },
        new("PreToolUse", HostMoment.ToolCall, Deny | Ask | Allow | Rewrite | AddContext | StopAll, HostMatcher.Tool),
        new("PermissionRequest", HostMoment.PermissionRequest, Deny | Allow | RewriteApproves | StopAll, HostMatcher.Tool),
        new("PermissionDenied", HostMoment.PermissionDenied, Retry, HostMatcher.Tool),
        new("PostToolUse", HostMoment.ToolResult, Feedback | Replace | AddContext | StopAll, HostMatcher.Tool),
        new("PostToolUseFailure", HostMoment.ToolFailure, AddContext, HostMatcher.Tool),
        new("PostToolBatch", HostMoment.Custom, Deny | AddContext | StopAll) { CustomContext = "Hooks.Commands.ClaudeToolBatch" },
        new("Notification", HostMoment.Notification, None, HostMatcher.Value),
        new("SubagentStart", HostMoment.SubagentStart, AddContext, HostMatcher.Value),
        new("SubagentStop", HostMoment.SubagentStop, KeepWorking | StopAll, HostMatcher.Value),
        new("Stop", HostMoment.Stop, KeepWorking | StopAll),
        new("StopFailure", HostMoment.Error, None, HostMatcher.Value),
        new("TaskCreated", HostMoment.Custom, Deny) { CustomContext = "Hooks.Commands.ClaudeTaskCreated" },
        new("TaskCompleted", HostMoment.Custom, Deny | StopAll) { CustomContext = "Hooks.Commands.ClaudeTaskCompleted" },
        new("TeammateIdle", HostMoment.Custom, KeepWorking | StopAll) { CustomContext = "Hooks.Commands.ClaudeTeammateIdle" },
        new("ConfigChange", HostMoment.ConfigurationChange, Deny, HostMatcher.Value),
        new("CwdChanged", HostMoment.Custom) { CustomContext = "Hooks.Commands.ClaudeDirectoryChanged" },
        new("FileChanged", HostMoment.FileChanged, None, HostMatcher.Value),
        new("DirectoryAdded", HostMoment.Custom, None, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudeDirectoryAdded" },
        new("WorktreeCreate", HostMoment.Custom, Deny | Replace) { CustomContext = "Hooks.Commands.ClaudeWorktreeCreate" },
        new("WorktreeRemove", HostMoment.Custom) { CustomContext = "Hooks.Commands.ClaudeWorktreeRemove" },
        new("PreCompact", HostMoment.Compaction, Deny, HostMatcher.Value),
        new("PostCompact", HostMoment.CompactionEnd, None, HostMatcher.Value),
        new("PreModelSwitch", HostMoment.ModelSwitch, Deny | Ask | Allow, HostMatcher.Value) { SinceVersion = "2.1.251" },
        new("PostModelSwitch", HostMoment.Custom, AddContext, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudeModelSwitched", SinceVersion = "2.1.251" },
        new("Elicitation", HostMoment.Custom, Deny | Replace, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudeElicitation" },
        new("ElicitationResult", HostMoment.Custom, Deny | Replace, HostMatcher.Value) { CustomContext = "Hooks.Commands.ClaudeElicitationResult" },
        new("SessionEnd", HostMoment.SessionEnd, None, HostMatcher.Value),
    ];
}
