namespace Hooks;

/// <summary>What has come of an agent's run.</summary>
public enum AgentRunOutcome
{
    /// <summary>The run is not over.</summary>
    Pending = 0,

    /// <summary>The agent has done its work.</summary>
    Succeeded = 1,

    /// <summary>An error ended the run.</summary>
    Failed = 2,

    /// <summary>A hook or an approver did not let the agent run.</summary>
    Denied = 3,

    /// <summary>The run was cancelled.</summary>
    Cancelled = 4,

    /// <summary>The run reached a limit: of rounds, of time or of money.</summary>
    LimitReached = 5,
}
