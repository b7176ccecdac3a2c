namespace Hooks;

/// <summary>What a <see cref="HookReport"/> is about.</summary>
public enum HookReportKind
{
    /// <summary>A hook threw, ran out of time, or gave an answer that its point does not allow; one report for each attempt.</summary>
    Failed = 0,

    /// <summary>A hook answered something that an earlier answer left no room for.</summary>
    ResultIgnored = 1,

    /// <summary>A fire was refused, or its rest: fires are nested too deep, or the fire took too long.</summary>
    Refused = 2,

    /// <summary>A hook was not called, because its circuit breaker is open; its failure policy decided.</summary>
    Rejected = 3,

    /// <summary>A circuit breaker has opened, closed, or begun to try.</summary>
    CircuitChanged = 4,

    /// <summary>A call of a background hook was dropped: its queue was full, or the dispatcher was disposed before its turn.</summary>
    Dropped = 5,

    /// <summary>A hook that only watches would have answered this.</summary>
    Shadowed = 6,

    /// <summary>A hook has not returned to its caller for longer than the watchdog allows.</summary>
    Hanging = 7,

    /// <summary>An approver threw instead of deciding; what it was asked about is denied.</summary>
    ApproverFailed = 8,

    /// <summary>Observers of a call's end, or cancelled branches of a fork, took too long and were left alone.</summary>
    Abandoned = 9,

    /// <summary>A listener threw; the fire's verdict stands, and what the listener would have told nobody knows.</summary>
    ListenerFailed = 10,
}
