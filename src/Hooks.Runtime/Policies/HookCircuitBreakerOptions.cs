namespace Hooks;

/// <summary>The figures of a circuit breaker.</summary>
public sealed record HookCircuitBreakerOptions
{
    /// <summary>How many failures in a row open it. Default: 5.</summary>
    public int FailureThreshold { get; init; } = 5;

    /// <summary>How long it stays open before one call may try. Default: 30 seconds.</summary>
    public TimeSpan OpenDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many tries in a row have to succeed to close it. Default: 2.</summary>
    public int SuccessThreshold { get; init; } = 2;

    /// <summary>After how long a try that has not come back no longer keeps others from trying. Default: 5 seconds.</summary>
    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A hook that suspends and takes longer than this counts as failed although its answer is taken. Default: null, the
    /// time does not matter; 100 milliseconds is usual for a guard.
    /// </summary>
    public TimeSpan? SlowCallDuration { get; init; }

    internal static HookCircuitBreakerOptions Default { get; } = new();

    internal void Validate(string where)
    {
        AtLeastOne(FailureThreshold, nameof(FailureThreshold));
        AtLeastOne(SuccessThreshold, nameof(SuccessThreshold));
        HookDuration.CheckPositive(where, nameof(OpenDuration), OpenDuration);
        HookDuration.CheckPositive(where, nameof(ProbeTimeout), ProbeTimeout);
        HookDuration.CheckPositive(where, nameof(SlowCallDuration), SlowCallDuration);

        void AtLeastOne(int value, string name)
        {
            if (value < 1)
                throw new ArgumentException($"{where}: {name} is {value}; it has to be at least 1.");
        }
    }
}
