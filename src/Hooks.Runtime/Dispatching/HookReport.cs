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

    /// <summary>The hook; null if the fire was refused before any ran.</summary>
    public HookDescriptor? Hook { get; private init; }

    /// <summary>The failure; null for other reports. Not for the model: it may hold anything.</summary>
    public Exception? Exception { get; private init; }

    /// <summary>The answer that was ignored; Continue for other reports.</summary>
    public HookResult Result { get; private init; }

    /// <summary>What happened, in a sentence for a log. Holds nothing of the exception and nothing that an agent controls but the ignored reason.</summary>
    public string Message { get; }

    /// <inheritdoc/>
    public override string ToString() => Message;

    internal static HookReport Failed(HookDescriptor hook, Exception error) =>
        new(HookReportKind.Failed, hook.Point, $"{hook} failed ({hook.FailurePolicy}): {error.GetType().Name}") { Hook = hook, Exception = error };

    internal static HookReport ResultIgnored(HookDescriptor hook, HookResult result, HookResult verdict) =>
        new(HookReportKind.ResultIgnored, hook.Point, $"{hook} answered {result}, which cannot replace the verdict {verdict.Kind}") { Hook = hook, Result = result };

    internal static HookReport Refused(HookPointInfo point, string reason) =>
        new(HookReportKind.Refused, point, $"{point}: not fired, {reason}");
}

/// <summary>What a <see cref="HookReport"/> is about.</summary>
public enum HookReportKind
{
    /// <summary>A hook threw, or gave an answer that its point does not allow.</summary>
    Failed = 0,

    /// <summary>A hook answered something that an earlier answer left no room for.</summary>
    ResultIgnored = 1,

    /// <summary>A fire was refused: fires are nested too deep.</summary>
    Refused = 2,
}
