namespace Hooks.Commands;

/// <summary>How long an agent waits for the command, and how long the command takes at most, so that it and not the agent decides what happens then.</summary>
/// <param name="TimeoutSeconds">What the agent waits.</param>
/// <param name="DeadlineMilliseconds">What the command takes.</param>
internal sealed record GuardTimes(int TimeoutSeconds, int DeadlineMilliseconds)
{
    private const int UsualTimeout = 10;

    /// <summary>The rest is for starting, and for the answer.</summary>
    private const double Share = 0.8;

    /// <summary>Ten seconds, or what the slowest hook may take by its declaration, with its retries.</summary>
    public static GuardTimes For(HookedEvent hooked)
    {
        var slowest = hooked.Hooks.Select(hook => (long)hook.TimeoutMilliseconds * (hook.Retries + 1)).Aggregate(0L, Math.Max);
        var timeout = Math.Max(UsualTimeout, (int)Math.Min(3600, Math.Ceiling((slowest + 500) / (1000 * Share))));
        return new(timeout, (int)(timeout * 1000 * Share));
    }
}
