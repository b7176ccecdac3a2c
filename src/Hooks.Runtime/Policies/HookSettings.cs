namespace Hooks;

/// <summary>What a dispatcher is told about one hook, in place of what the hook declares. Null leaves a thing as declared.</summary>
public sealed record HookSettings
{
    /// <summary>Whether the hook runs. Default: true.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>
    /// Whether the hook only watches: it runs in the background on a copy of the context, and what it answers is reported
    /// (<see cref="HookReportKind.Shadowed"/>), not enforced. Default: false.
    /// </summary>
    public bool IsShadow { get; init; }

    /// <summary>How long an attempt may take once it has suspended; <see cref="Timeout.InfiniteTimeSpan"/> for any time.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How many attempts follow one that failed.</summary>
    public int? Retries { get; init; }

    /// <summary>What a failure of the hook becomes.</summary>
    public HookFailurePolicy? OnFailure { get; init; }

    /// <summary>Gives the hook a circuit breaker with these figures.</summary>
    public HookCircuitBreakerOptions? CircuitBreaker { get; init; }

    /// <summary>Where the hook stands among those of its point; equal ones stay in their order.</summary>
    public int? Priority { get; init; }

    internal void Validate(string name)
    {
        var where = $"The hook '{name}'";
        HookDuration.CheckLimit(where, nameof(Timeout), Timeout);
        if (Retries < 0)
            throw new ArgumentException($"{where}: {nameof(Retries)} is {Retries}; it cannot be negative.");
        if (OnFailure is < HookFailurePolicy.Default or > HookFailurePolicy.Throw)
            throw new ArgumentException($"{where}: {nameof(OnFailure)} is {OnFailure}, which is no failure policy.");
        CircuitBreaker?.Validate(where);
    }

    /// <summary>Refuses what no hook of the name could make use of, as attributes and registrations do.</summary>
    internal void CheckUse(string name, IReadOnlyCollection<HookDescriptor> hooks)
    {
        if (Timeout is not null && hooks.All(hook => !hook.IsAsynchronous))
            throw new ArgumentException($"The hook '{name}': {nameof(Timeout)} is {Timeout}, but the hook is synchronous, so that nothing can stop it. Leave the timeout out.");
        if (OnFailure == HookFailurePolicy.Block && hooks.All(hook => !hook.Point.IsBlocking))
            throw new ArgumentException($"The hook '{name}': {nameof(OnFailure)} is {OnFailure}, but {hooks.First().Point.Name} is observe-only, so that nothing can be blocked. Take another policy.");
    }
}
