namespace Hooks.Shared;

/// <summary>A tool that coding agents bring along.</summary>
/// <param name="name">What they call it, in their spelling.</param>
/// <param name="action">What it does.</param>
/// <param name="hosts">The agents that show it to hooks under this name.</param>
internal sealed class AgentTool(string name, AgentToolAction action, AgentHosts hosts)
{
    public string Name { get; } = name;

    public AgentToolAction Action { get; } = action;

    public AgentHosts Hosts { get; } = hosts;

    /// <summary>Whether the agent, as far as is known, shows no hook the calls of it before they are made.</summary>
    public bool IsUnseen { get; init; }

    /// <summary>The group to which it belongs.</summary>
    public string Group => Action switch
    {
        AgentToolAction.Run => "@shell",
        AgentToolAction.Read => "@read",
        AgentToolAction.Write or AgentToolAction.Create or AgentToolAction.Edit or AgentToolAction.Delete => "@edit",
        AgentToolAction.FindFiles or AgentToolAction.FindText or AgentToolAction.List => "@search",
        AgentToolAction.Fetch or AgentToolAction.SearchWeb => "@fetch",
        _ => "@task",
    };
}
