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
    private const int MostMilliseconds = 3_600_000;

    /// <summary>The agent.</summary>
    public Host Host { get; } = Host.Of(Agent);

    /// <summary>The event as the table has it; null if it is not known.</summary>
    public HostEvent? Event { get; } = HostTable.All[(int)Agent].Find(EventName);

    /// <summary>Whether the agent waits for leave, so that it must not get an answer that it takes for none.</summary>
    public bool IsGate => Event?.IsGate == true;

    /// <summary>Reads the address; null if no event of an agent with http handlers is there.</summary>
    public static EventPath? Parse(PathString path, IQueryCollection query)
    {
        if (path.Value?.Split('/') is not ["", var host, { Length: > 0 } name] || CommandLine.FindAgent(host) is not { } agent || !HttpAddress.IsSpokenBy(agent))
            return null;
        if (!query.TryGetValue("deadline", out var values))
            return new(agent, name, null, null);
        return int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and <= MostMilliseconds
            ? new(agent, name, TimeSpan.FromMilliseconds(milliseconds), null)
            : new(agent, name, null, $"The deadline '{values}' is not a number of milliseconds from 1 to {MostMilliseconds}.");
    }
}
