namespace Hooks;

/// <summary>The events of omniagent, and its hook that narrows the tools of a turn.</summary>
internal static class OmniAgentAliases
{
    public static readonly HookPointAlias[] All =
    [
        new("session.created", HookPoint.SessionStart),
        new("session.updated", HookPoint.SessionUpdated),
        new("session.rollover", HookPoint.SessionRollover),
        new("message.received", HookPoint.MessageReceived),
        new("message.sent", HookPoint.MessageSent),
        new("ToolsAllow", HookPoint.BeforeToolDiscovery),
        new("tool.called", HookPoint.BeforeToolCall),
        new("tool.completed", HookPoint.AfterToolCall),
        new("agent.end", HookPoint.AgentLoopEnd),
        new("job.executed", HookPoint.JobExecuted),
    ];
}
