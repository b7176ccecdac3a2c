using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>The answer of a hook, and the verdict of a fire. One reference wide; a constant answer costs nothing.</summary>
/// <remarks>The default value is <see cref="Continue"/>.</remarks>
[JsonConverter(typeof(HookResultJsonConverter))]
public readonly struct HookResult : IEquatable<HookResult>
{
    /// <summary>The reason that stands in when a hook gives none.</summary>
    internal const string NoReason = "denied by a hook that gave no reason";

    private static readonly object SkippedMarker = new Verdict(HookResultKind.Skipped);
    private static readonly object ModifiedMarker = new Verdict(HookResultKind.Modified);

    // null = Continue, a string = Cancel with that reason, anything else a Verdict.
    private readonly object? _state;

    private HookResult(object? state) => _state = state;

    /// <summary>No objection.</summary>
    public static HookResult Continue => default;

    /// <summary>The hook did not apply; the chain goes on, and the verdict is what the others make it.</summary>
    public static HookResult Skipped => new(SkippedMarker);

    /// <summary>The hook has changed the context; hooks behind it and the host see the change.</summary>
    public static HookResult Modified => new(ModifiedMarker);

    /// <summary>Which of the eleven answers this is.</summary>
    public HookResultKind Kind => _state switch
    {
        null => HookResultKind.Continue,
        string => HookResultKind.Cancel,
        _ => ((Verdict)_state).Kind,
    };

    /// <summary>Whether the answer is Continue; one comparison with null.</summary>
    public bool IsContinue => _state is null;

    /// <summary>Whether the answer is Cancel.</summary>
    [MemberNotNullWhen(true, nameof(Reason))]
    public bool IsCancel => _state is string;

    /// <summary>Whether the answer is Modified.</summary>
    public bool IsModified => ReferenceEquals(_state, ModifiedMarker);

    /// <summary>Why: of a Cancel always there, of Ask, Replace, Retry and Allow where given. Shown to the model or the caller.</summary>
    public string? Reason => _state as string ?? (_state as Verdict)?.Reason;

    /// <summary>The value of a Replace; null for any other answer.</summary>
    public object? Value => (_state as Verdict)?.Value;

    /// <summary>The target of a Redirect: a tool, model, agent, stage or key; null for any other answer.</summary>
    public string? Target => (_state as Verdict)?.Target;

    /// <summary>How often and when to try again; null unless the answer is Retry.</summary>
    public HookRetry? RetryPolicy => (_state as Verdict)?.Payload as HookRetry;

    /// <summary>What to run instead of the one call; null unless the answer is Fork.</summary>
    public HookFork? Branches => (_state as Verdict)?.Payload as HookFork;

    /// <summary>How the result may be cached; null unless the answer is Cache.</summary>
    public HookCache? CachePolicy => (_state as Verdict)?.Payload as HookCache;

    /// <summary>It does not happen.</summary>
    /// <param name="reason">Why, for the model or the caller. Null or blank is replaced by a generic reason, never by Continue.</param>
    public static HookResult Cancel(string? reason) => new(string.IsNullOrWhiteSpace(reason) ? NoReason : reason);

    /// <summary>Someone has to approve it first.</summary>
    /// <param name="reason">What the person who approves should know.</param>
    public static HookResult Ask(string? reason = null) => new(new Verdict(HookResultKind.Ask, reason));

    /// <summary>Permission is granted without asking; legal at <see cref="HookPoint.PermissionRequest"/>.</summary>
    /// <param name="reason">Why, for the record.</param>
    public static HookResult Allow(string? reason = null) => new(new Verdict(HookResultKind.Allow, reason));

    /// <summary>A value stands in for the call, its result or its error.</summary>
    /// <param name="value">The value, of the kind that the call would give.</param>
    /// <param name="reason">Why, for the record.</param>
    public static HookResult Replace(object? value, string? reason = null) =>
        new(new Verdict(HookResultKind.Replace, reason) { Value = value });

    /// <summary>Another target is used instead, through all of its own hooks.</summary>
    /// <param name="target">The tool, model, agent, stage or key.</param>
    /// <exception cref="ArgumentException"><paramref name="target"/> is null or blank.</exception>
    public static HookResult Redirect(string target)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(target);
        return new(new Verdict(HookResultKind.Redirect) { Target = target });
    }

    /// <summary>The call is made again; at a stop point, the agent keeps working.</summary>
    /// <param name="reason">Why; at a stop point it is the next prompt.</param>
    /// <param name="delay">How long to wait before each attempt. Default: none.</param>
    /// <param name="maxAttempts">How many further attempts at the most; at a stop point only the options count. Default: 3.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative, or <paramref name="maxAttempts"/> less than 1.</exception>
    public static HookResult Retry(string? reason = null, TimeSpan delay = default, int maxAttempts = 3) =>
        new(new Verdict(HookResultKind.Retry, reason) { Payload = new HookRetry(delay, maxAttempts) });

    /// <summary>Several branches run instead of the one call.</summary>
    /// <param name="branches">The branches, at least one.</param>
    /// <param name="merge">How their outcomes become one. Default: the first that succeeds.</param>
    /// <exception cref="ArgumentException"><paramref name="branches"/> is empty, or one of them has no target.</exception>
    public static HookResult Fork(IReadOnlyList<HookBranch> branches, HookForkMerge merge = HookForkMerge.FirstSuccess) =>
        new(new Verdict(HookResultKind.Fork) { Payload = new HookFork(branches, merge) });

    /// <summary>The call may be answered from a cache, and its result kept there.</summary>
    /// <param name="timeToLive">How long the result may be used.</param>
    /// <param name="key">What decides the result of the tool, model, agent or stage, or of keys of a scope. Default: made of the arguments.</param>
    /// <param name="shared">Whether other agents and sessions may be answered with it. Default: no.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeToLive"/> is not positive.</exception>
    public static HookResult Cache(TimeSpan timeToLive, string? key = null, bool shared = false) =>
        new(new Verdict(HookResultKind.Cache) { Payload = new HookCache(timeToLive, key, shared) });

    /// <inheritdoc/>
    public bool Equals(HookResult other) => ReferenceEquals(_state, other._state) || (_state?.Equals(other._state) ?? false);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HookResult other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _state?.GetHashCode() ?? 0;

    /// <summary>Whether two answers say the same, data included.</summary>
    public static bool operator ==(HookResult left, HookResult right) => left.Equals(right);

    /// <summary>Whether two answers differ.</summary>
    public static bool operator !=(HookResult left, HookResult right) => !left.Equals(right);

    /// <summary>The kind, and target and reason where there are any.</summary>
    public override string ToString()
    {
        var text = Target is { } target ? $"{Kind} to {target}" : Kind.ToString();
        return Reason is { } reason ? $"{text}: {reason}" : text;
    }

    private sealed record Verdict(HookResultKind Kind, string? Reason = null)
    {
        public object? Value { get; init; }

        public string? Target { get; init; }

        public object? Payload { get; init; }
    }
}
