namespace Hooks;

/// <summary>How a result may be cached.</summary>
public sealed record HookCache
{
    /// <summary>A policy for one call.</summary>
    /// <param name="timeToLive">How long the result may be used.</param>
    /// <param name="key">The key, or null for one made from tool and arguments.</param>
    /// <param name="shared">Whether other agents and sessions may be answered with it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeToLive"/> is not positive.</exception>
    public HookCache(TimeSpan timeToLive, string? key, bool shared)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeToLive, TimeSpan.Zero);
        TimeToLive = timeToLive;
        Key = key;
        Shared = shared;
    }

    /// <summary>How long the result may be used.</summary>
    public TimeSpan TimeToLive { get; }

    /// <summary>The key, or null for one made from tool and arguments.</summary>
    public string? Key { get; }

    /// <summary>Whether other agents and sessions may be answered with it.</summary>
    public bool Shared { get; }
}
