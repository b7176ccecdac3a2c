using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>The tools of an agent, as far as they are known.</summary>
internal static class HostTools
{
    /// <summary>The names of the tools that the agent brings along.</summary>
    public static IEnumerable<string> Of(CodingAgent agent) =>
        AgentTools.All.Where(tool => Has(agent, tool)).Select(tool => tool.Name);

    /// <summary>Whether the agent has a tool.</summary>
    public static bool Has(CodingAgent agent, AgentTool tool) => ((int)tool.Hosts >> (int)agent & 1) != 0;

    /// <summary>The first agent that has a tool.</summary>
    public static HostTable OwnerOf(AgentTool tool) => HostTable.All.Where((_, agent) => Has((CodingAgent)agent, tool)).First();

    /// <summary>
    /// What the names of all tools of servers begin with, where the agent is known to name them so; null elsewhere.
    /// </summary>
    public static string? ServerPrefix(CodingAgent agent) => agent is CodingAgent.ClaudeCode or CodingAgent.Codex ? "mcp__" : null;
}
