namespace Hooks;

/// <summary>What has been done in a run of an agent, over all of its attempts.</summary>
internal sealed class AgentProgress
{
    /// <summary>Whether hooks have been told that the subagent has begun.</summary>
    public bool IsTold { get; set; }

    /// <summary>How often hooks have kept it from stopping.</summary>
    public int Continuations { get; set; }
}
