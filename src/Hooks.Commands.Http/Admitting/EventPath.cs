using System.Globalization;
using Hooks.Shared;
using Microsoft.AspNetCore.Http;

namespace Hooks.Commands.Http;

/// <summary>What a request's address says: <c>/claude/PreToolUse?deadline=8000</c>.</summary>
/// <param name="Agent">The agent that asks.</param>
/// <param name="EventName">The event.</param>
/// <param name="Deadline">How long it may take; null if the address does not say.</param>
/// <param name="Mistake">What is wrong with the rest of it; null if nothing is.</param>
internal sealed record EventPath(CodingAgent Agent, string EventName, TimeSpan? Deadline, string? Mistake)
{
    public const int MostMilliseconds = 3_600_000;

    /// <summary>The agent.</summary>
    public Host Host { get; } = Host.Of(Agent);

    /// <summary>The event as the table has it; null if it is not known.</summary>
    public HostEvent? Event { get; } = HostTable.All[(int)Agent].Find(EventName);

    /// <summary>Reads the address, whatever the case of its letters and the number of its slashes; null if no event of an agent with http handlers is there.</summary>
    public static EventPath? Parse(PathString path, IQueryCollection query)
    {
        if (Parts(path) is not [var host, var name] || CommandLine.FindAgent(host.ToLowerInvariant()) is not { } agent || !HttpAddress.IsSpokenBy(agent))
            return null;
        name = NameOf(HostTable.All[(int)agent], name);
        if (!query.TryGetValue("deadline", out var values))
            return new(agent, name, null, null);
        return int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and <= MostMilliseconds
            ? new(agent, name, TimeSpan.FromMilliseconds(milliseconds), null)
            : new(agent, name, null, $"The deadline '{values}' is not a number of milliseconds from 1 to {MostMilliseconds}.");
    }

    /// <summary>Whether an address that is no event's begins with the name of Copilot CLI; elsewhere it is Claude Code that posts.</summary>
    public static bool IsOfCopilot(PathString path) => Parts(path) is [var host, ..] && CommandLine.FindAgent(host.ToLowerInvariant()) == CodingAgent.CopilotCli;

    private static string[] Parts(PathString path) => path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];

    // Names that differ in case only are told apart where an agent has both.
    private static string NameOf(HostTable host, string name)
    {
        if (host.Find(name) is not null)
            return name;
        foreach (var hostEvent in host.Events)
        {
            if (string.Equals(hostEvent.Name, name, StringComparison.OrdinalIgnoreCase))
                return hostEvent.Name;
            if (string.Equals(hostEvent.OtherName, name, StringComparison.OrdinalIgnoreCase))
                return hostEvent.OtherName!;
        }

        return name;
    }
}
