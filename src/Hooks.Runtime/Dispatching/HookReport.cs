namespace Hooks;

/// <summary>Something that a fire's verdict does not tell: a failed hook, an answer that was ignored, a fire that was refused.</summary>
public sealed class HookReport
{
    private HookReport(HookReportKind kind, HookPointInfo point, string message)
    {
        Kind = kind;
        Point = point;
        Message = message;
    }

    /// <summary>What happened.</summary>
    public HookReportKind Kind { get; }

    /// <summary>The point that was fired.</summary>
    public HookPointInfo Point { get; }

    /// <summary>The hook; null if the fire was refused before any ran, or it is about an approver, a listener or the end of a call.</summary>
    public HookDescriptor? Hook { get; private init; }

    /// <summary>The failure of the hook, approver or listener; null for other reports. Not for the model: it may hold anything.</summary>
    public Exception? Exception { get; private init; }

    /// <summary>The answer that was ignored, or not enforced; Continue for other reports.</summary>
    public HookResult Result { get; private init; }

    /// <summary>What happened, in a sentence for a log. Holds nothing of the exception and nothing that an agent controls but the ignored reason.</summary>
    public string Message { get; }

    /// <inheritdoc/>
    public override string ToString() => Message;

    /// <summary>Which attempt of the hook has failed, counted from 1; 0 for other reports.</summary>
    public int Attempt { get; private init; }

    /// <summary>The state that the hook's circuit breaker has entered; null for other reports.</summary>
    public HookCircuitState? CircuitState { get; private init; }

    internal static HookReport Failed(HookDescriptor hook, HookFailurePolicy policy, Exception error, int attempt) =>
        new(HookReportKind.Failed, hook.Point, $"{hook} failed ({policy}): {error.GetType().Name}") { Hook = hook, Exception = error, Attempt = attempt };

    internal static HookReport ResultIgnored(HookDescriptor hook, HookResult result, HookResult verdict) =>
        new(HookReportKind.ResultIgnored, hook.Point, $"{hook} answered {result}, which cannot replace the verdict {verdict.Kind}") { Hook = hook, Result = result };

    internal static HookReport Refused(HookPointInfo point, string reason) =>
        new(HookReportKind.Refused, point, $"{point}: not fired, {reason}");

    internal static HookReport Rejected(HookDescriptor hook) =>
        new(HookReportKind.Rejected, hook.Point, $"{hook} was not called: its circuit breaker is open") { Hook = hook };

    internal static HookReport CircuitChanged(HookDescriptor hook, HookCircuitState state) =>
        new(HookReportKind.CircuitChanged, hook.Point, $"{hook}: its circuit breaker is now {state}") { Hook = hook, CircuitState = state };

    internal static HookReport Dropped(HookDescriptor hook, string reason) =>
        new(HookReportKind.Dropped, hook.Point, $"{hook}: a call in the background was dropped, because {reason}") { Hook = hook };

    internal static HookReport Shadowed(HookDescriptor hook, HookResult result) =>
        new(HookReportKind.Shadowed, hook.Point, $"{hook} would have answered {result}") { Hook = hook, Result = result };

    internal static HookReport Exhausted(HookDescriptor hook, HookResult result, int attempts) =>
        new(HookReportKind.ResultIgnored, hook.Point, $"{hook} answered {result.Kind}, and there have been {attempts} attempts") { Hook = hook, Result = result };

    internal static HookReport TooLate(HookPoint point) =>
        new(HookReportKind.ResultIgnored, HookPoints.Get(point), $"{HookPoints.Get(point)}: a hook has changed an answer of which too much had gone out") { Hook = null };

    internal static HookReport NotCached(HookDescriptor hook, HookResult result) =>
        new(HookReportKind.ResultIgnored, hook.Point, $"{hook} answered {result.Kind}, and the call is not cached: nobody knows its session, its key would be too long, or it is of a workflow or stage and the hook gave no key") { Hook = hook, Result = result };

    internal static HookReport ApproverFailed(HookPointInfo point, Exception error) =>
        new(HookReportKind.ApproverFailed, point, $"{point}: the approver failed: {error.GetType().Name}") { Exception = error };

    internal static HookReport ListenerFailed(HookPointInfo point, IHookListener listener, Exception error) =>
        new(HookReportKind.ListenerFailed, point, $"{point}: the listener {listener.GetType().Name} failed: {error.GetType().Name}") { Exception = error };

    internal static HookReport Abandoned(HookPointInfo point, string reason) =>
        new(HookReportKind.Abandoned, point, $"{point}: {reason}");

    internal static HookReport Hanging(HookDescriptor hook, TimeSpan limit) =>
        new(HookReportKind.Hanging, hook.Point, $"{hook} has not returned for {limit}") { Hook = hook };
}
