using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>What hooks do at an agent's events: the chain of each, and which of the agent's tools they look at.</summary>
/// <param name="Host">The agent.</param>
/// <param name="Events">The events with hooks.</param>
/// <param name="Unhooked">The names of those without.</param>
internal sealed record DescribedHost(HostTable Host, IReadOnlyList<DescribedEvent> Events, IReadOnlyList<string> Unhooked)
{
    private const string OfServers = "tools of servers";

    public static DescribedHost Of(CodingAgent agent, HookDispatcher dispatcher)
    {
        var host = HostTable.All[(int)agent];
        var hooked = HookedEvents.Of(host, dispatcher).ToList();
        return new(host, [.. hooked.Select(hooked => new DescribedEvent(hooked, DescribedEvent.IsGateAt(hooked.Event) && hooked.Event.Matcher == HostMatcher.Tool ? Tools(agent, hooked, dispatcher) : []))],
            [.. host.Events.Where(hostEvent => hostEvent.Generic is null && hooked.All(other => other.Event != hostEvent)).Select(hostEvent => hostEvent.Name)]);
    }

    private static IReadOnlyList<DescribedTool> Tools(CodingAgent agent, HookedEvent hooked, HookDispatcher dispatcher)
    {
        var guards = hooked.Deciding.Where(hook => hook.GivesVerdict).ToList();
        var matchers = guards.Select(hook => hook.Tools is null ? null : new RuntimeToolMatcher(hook.Tools, dispatcher.AddedToolGroups)).ToList();
        var tools = HostTools.Of(agent).Select(tool => new DescribedTool(tool, hooked.Event.ReplacesServersOnly || AgentTools.Find(tool) is { IsUnseen: true }
            ? []
            : [.. guards.Where((_, at) => matchers[at]?.Matches(tool) != false).Select(guard => guard.Name)]));
        return [.. tools, new(OfServers, [.. hooked.Deciding.Where(hook => hook.GivesVerdict && MayMatchServers(agent, hook, dispatcher)).Select(hook => hook.Tools is null ? hook.Name : $"{hook.Name} ({hook.Tools})")])];
    }

    // The names of these tools are not known; a pattern looks at those that it fits.
    private static bool MayMatchServers(CodingAgent agent, HookDescriptor hook, HookDispatcher dispatcher) => hook.Tools is null
        || ToolPattern.Parse(hook.Tools, dispatcher.AddedToolGroups).Any(pattern => pattern.Kind is not (ToolPatternKind.Exact or ToolPatternKind.Never)
            ? pattern.Kind != ToolPatternKind.Prefix || HostTools.MayNameServers(agent, pattern.Text, isWhole: false)
            : pattern.Kind == ToolPatternKind.Exact && HostTools.MayNameServers(agent, pattern.Text, isWhole: true));
}

/// <summary>An event with its chain.</summary>
/// <param name="Hooked">The event and its hooks.</param>
/// <param name="Tools">At a gate for tools, which hooks look at which; otherwise empty.</param>
internal sealed record DescribedEvent(HookedEvent Hooked, IReadOnlyList<DescribedTool> Tools)
{
    public HostEvent Event => Hooked.Event;

    /// <summary>Whether a hook can keep something from happening here; where an agent takes nothing that says so, it is no gate.</summary>
    public bool IsGate => IsGateAt(Event);

    public static bool IsGateAt(HostEvent hostEvent) =>
        hostEvent.IsGate && hostEvent.Takes(HostAnswers.Deny | HostAnswers.Replace | HostAnswers.StopAll | HostAnswers.Narrow);
}

/// <summary>A tool at a gate.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Guards">The hooks that may refuse it; none if it passes by, or the agent does not show it.</param>
internal sealed record DescribedTool(string Name, IReadOnlyList<string> Guards);
