namespace Hooks;

/// <summary>How often and when a call is made again.</summary>
public sealed record HookRetry
{
    /// <summary>A policy for further attempts.</summary>
    /// <param name="delay">The wait before each attempt.</param>
    /// <param name="maxAttempts">How many further attempts at the most.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative, or <paramref name="maxAttempts"/> less than 1.</exception>
    public HookRetry(TimeSpan delay, int maxAttempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAttempts, 1);
        Delay = delay;
        MaxAttempts = maxAttempts;
    }

    /// <summary>The wait before each attempt.</summary>
    public TimeSpan Delay { get; }

    /// <summary>How many further attempts at the most.</summary>
    public int MaxAttempts { get; }
}
