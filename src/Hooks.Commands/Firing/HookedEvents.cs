using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Which events of an agent have hooks, and which hooks these are.</summary>
internal static class HookedEvents
{
    /// <summary>The events that settings have to name so that every hook runs; where an agent raises a general event, that one.</summary>
    /// <param name="host">The agent.</param>
    /// <param name="dispatcher">The hooks.</param>
    public static IEnumerable<HookedEvent> Of(HostTable host, HookDispatcher dispatcher)
    {
        var hooks = HooksOf(dispatcher).ToList();
        foreach (var hostEvent in host.Events)
        {
            if (IsInSettings(hostEvent) && Of(hostEvent, hooks) is { Deciding.Count: > 0 } hooked)
                yield return hooked;
        }
    }

    /// <summary>An event with its hooks.</summary>
    public static HookedEvent Of(HostEvent hostEvent, IEnumerable<HookDescriptor> hooks)
    {
        var all = hooks.Where(hook => PlaceOf(hostEvent, hook) >= 0).OrderBy(hook => PlaceOf(hostEvent, hook)).ToList();
        return new(hostEvent, all, [.. all.Where(hook => Decides(hostEvent, hook))]);
    }

    /// <summary>Whether something is let through at an event if nothing is said, so that whatever goes wrong has to be a denial.</summary>
    public static bool IsGuarded(HostEvent hostEvent, HookDispatcher dispatcher) => hostEvent.IsGate
        && (Of(hostEvent, HooksOf(dispatcher)).IsGuarded || Of(hostEvent, HooksSetToThrow(dispatcher)).Deciding.Count > 0);

    private static IEnumerable<HookDescriptor> HooksSetToThrow(HookDispatcher dispatcher) =>
        dispatcher.GetHooks().Where(status => status.Settings?.OnFailure == HookFailurePolicy.Throw).Select(status => status.Hook);

    private static IEnumerable<HookDescriptor> HooksOf(HookDispatcher dispatcher) => dispatcher.GetHooks().Select(status => status.Hook);

    // A program that Codex starts with another setting is none of its hooks; what follows from a general event is told by that.
    private static bool IsInSettings(HostEvent hostEvent) => hostEvent.Generic is null && hostEvent.Moment != HostMoment.TurnEnd;

    private static int PlaceOf(HostEvent hostEvent, HookDescriptor hook)
    {
        if (hook.Point.Point is null)
        {
            return hook.Point.ContextType == typeof(HostEventContext) ? 0
                : hook.Point.ContextType.FullName == hostEvent.CustomContext ? 1 : -1;
        }

        for (var place = 0; place < hostEvent.Points.Count; place++)
        {
            if (hostEvent.Points[place] == hook.Point.Name)
                return place + 1;
        }

        return -1;
    }

    // A call's end is told before the call only if it is denied, which takes a hook that denies. And an entry for an event
    // that replaces what the agent does itself is made for a hook that does so, not for one that looks on.
    private static bool Decides(HostEvent hostEvent, HookDescriptor hook) =>
        !(hostEvent.Moment == HostMoment.ToolCall && hook.Point.Point == HookPoint.AfterToolCall)
        && !(hostEvent.Name == "WorktreeCreate" && hook.Point.ContextType == typeof(HostEventContext));
}

/// <summary>An event with its hooks.</summary>
/// <param name="Event">The event.</param>
/// <param name="Hooks">The hooks in the order in which they are called.</param>
/// <param name="Deciding">Those for which the event has to be in the settings.</param>
internal sealed record HookedEvent(HostEvent Event, IReadOnlyList<HookDescriptor> Hooks, IReadOnlyList<HookDescriptor> Deciding)
{
    /// <summary>
    /// Whether the agent waits for leave here, and a hook can refuse it or change what happens. Where hooks only look on, nothing is let
    /// through when they fail; where none stand at all, the settings or the program are not what they should be.
    /// </summary>
    public bool IsGuarded => Event.IsGate && (Deciding.Count == 0 || Deciding.Any(hook => hook.Point.IsBlocking || hook.FailurePolicy == HookFailurePolicy.Throw));
}
