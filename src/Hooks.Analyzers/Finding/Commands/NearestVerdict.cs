using Hooks.Shared;

namespace Hooks.Analyzers.Finding.Commands;

/// <summary>What Hooks.Commands sends in the place of a verdict that a coding agent cannot express at an event.</summary>
internal static class NearestVerdict
{
    /// <summary>What is sent where nothing can be: the guard is open.</summary>
    public const string Nothing = "nothing, so that it goes on";

    /// <summary>What is sent where a result can be replaced of servers' tools only: what was to be kept from the model is not.</summary>
    public const string Beside = "a text beside the result, which the model reads all the same";

    private const string Denial = "a denial";
    private const string Stop = "that the whole run ends";
    private const string Words = "a text for the model";

    /// <summary>Null if the agent can express the verdict.</summary>
    /// <param name="hostEvent">The event.</param>
    /// <param name="kind">The verdict.</param>
    /// <param name="approves">Whether the hook lets a change count as an approval.</param>
    public static string? Of(HostEvent hostEvent, ResultKind kind, bool approves) => kind switch
    {
        ResultKind.Cancel => OfCancel(hostEvent),
        ResultKind.Ask => hostEvent.Moment == HostMoment.PermissionRequest || hostEvent.Takes(HostAnswers.Ask) ? null : Safer(hostEvent),
        ResultKind.Allow => hostEvent.Takes(HostAnswers.Allow) ? null : Nothing,
        ResultKind.Modified => OfModified(hostEvent, approves),
        ResultKind.Replace => OfReplace(hostEvent),
        ResultKind.Retry => OfRetry(hostEvent),
        ResultKind.Redirect or ResultKind.Fork or ResultKind.Cache => Safer(hostEvent),
        _ => null,
    };

    private static string? OfCancel(HostEvent hostEvent) => hostEvent.Moment switch
    {
        HostMoment.Custom or HostMoment.Stop or HostMoment.SubagentStop or HostMoment.PermissionDenied or HostMoment.ToolFailure or HostMoment.ModelChunk => null,
        HostMoment.ToolResult when hostEvent.Takes(HostAnswers.Replace) => OfReplace(hostEvent),
        HostMoment.ToolSelection when hostEvent.Takes(HostAnswers.Narrow) => null,
        _ => hostEvent.Takes(HostAnswers.Deny) ? null : hostEvent.Takes(HostAnswers.StopAll) ? Stop : Nothing,
    };

    private static string? OfModified(HostEvent hostEvent, bool approves) => hostEvent.Moment switch
    {
        HostMoment.ToolCall or HostMoment.PermissionRequest =>
            hostEvent.Takes(HostAnswers.Rewrite) || (approves && hostEvent.Takes(HostAnswers.RewriteApproves)) ? null : Denial,
        HostMoment.ToolResult => OfReplace(hostEvent),
        HostMoment.Prompt or HostMoment.ModelSwitch => Safer(hostEvent),
        _ => null,
    };

    private static string? OfReplace(HostEvent hostEvent) => hostEvent.Moment switch
    {
        _ when hostEvent.Takes(HostAnswers.Replace) => hostEvent.ReplacesServersOnly ? Beside : null,
        HostMoment.ToolCall or HostMoment.ModelCall => Safer(hostEvent),
        HostMoment.ToolResult => hostEvent.Takes(HostAnswers.StopAll) ? Stop : Words,
        HostMoment.ToolFailure => Words,
        _ => null,
    };

    private static string? OfRetry(HostEvent hostEvent) => hostEvent.Moment switch
    {
        HostMoment.Stop or HostMoment.SubagentStop => hostEvent.Takes(HostAnswers.KeepWorking) ? null : "nothing, so that the agent stops",
        HostMoment.ToolCall or HostMoment.ModelCall => Safer(hostEvent),
        HostMoment.ToolResult or HostMoment.ToolFailure => Words,
        _ => null,
    };

    private static string Safer(HostEvent hostEvent) => hostEvent.Takes(HostAnswers.Deny) ? Denial : Nothing;
}
