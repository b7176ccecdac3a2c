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

    /// <summary>Whether tools of servers may have a name, or one that begins so. Gemini CLI has mcp_server_tool, Cursor MCP:tool; of Copilot it is not known.</summary>
    public static bool MayNameServers(CodingAgent agent, string name, bool isWhole)
    {
        var prefix = agent switch
        {
            CodingAgent.GeminiCli => "mcp_",
            CodingAgent.Cursor => "MCP:",
            CodingAgent.CopilotCli => "mcp",
            _ => "mcp__",
        };
        var isOther = agent == CodingAgent.GeminiCli && name.StartsWith("mcp__", StringComparison.OrdinalIgnoreCase);
        return !isOther && (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || (!isWhole && prefix.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
    }
}
