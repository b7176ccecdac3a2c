namespace Hooks;

/// <summary>The hook events of openfang, and the events of its kernel that say the same as a point.</summary>
internal static class OpenFangAliases
{
    public static readonly HookPointAlias[] All =
    [
        new("before_prompt_build", HookPoint.BeforePromptBuild),
        new("before_tool_call", HookPoint.BeforeToolCall),
        new("after_tool_call", HookPoint.AfterToolCall),
        new("agent_loop_end", HookPoint.AgentLoopEnd),
        new("Spawned", HookPoint.SessionStart),
        new("agent_spawned", HookPoint.SessionStart),
        new("Terminated", HookPoint.SessionEnd),
        new("agent_terminated", HookPoint.SessionEnd),
        new("Crashed", HookPoint.AgentError),
        new("KernelStarted", HookPoint.SystemStartup),
        new("KernelStopping", HookPoint.SystemShutdown),
        new("QuotaWarning", HookPoint.BudgetWarning),
        new("QuotaEnforced", HookPoint.BudgetExceeded),
        new("ModelRouted", HookPoint.ModelSwitch),
        new("CronJobExecuted", HookPoint.JobExecuted),
    ];
}
