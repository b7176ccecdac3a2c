namespace Hooks.Events;

/// <summary>How long anything may wait here: what timers can measure.</summary>
internal static class WaitTime
{
    /// <summary>The longest time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    /// <summary>What is right, in words.</summary>
    public const string Finite = "from zero to 49 days", OrInfinite = "from zero to 49 days, or infinite";

    public static bool IsValid(TimeSpan time) => time >= TimeSpan.Zero && time <= Longest;

    public static bool IsValidOrInfinite(TimeSpan time) => IsValid(time) || time == Timeout.InfiniteTimeSpan;

    /// <summary>Several times a wait, but no longer than the longest.</summary>
    public static TimeSpan Times(TimeSpan time, int count) => time > Longest / count ? Longest : time * count;
}
