namespace Hooks;

/// <summary>How long anything here may take that a timer has to wait for.</summary>
internal static class HookDuration
{
    /// <summary>The longest time for which a timer can wait: nearly fifty days.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1.0);

    /// <summary>A multiple of a duration, as far as a timer can wait for it.</summary>
    public static TimeSpan Times(TimeSpan duration, double factor) =>
        duration.Ticks * factor >= Longest.Ticks ? Longest : duration * factor;

    /// <summary>Refuses a duration that is not longer than zero, or for which no timer can wait.</summary>
    /// <param name="where">To what it belongs.</param>
    /// <param name="name">What it is called there.</param>
    /// <param name="value">The duration; null for none.</param>
    /// <exception cref="ArgumentException">It is refused; the message has all three.</exception>
    public static void CheckPositive(string where, string name, TimeSpan? value)
    {
        if (value <= TimeSpan.Zero)
            throw new ArgumentException($"{where}: {name} is {value}; it has to be longer than zero.");
        CheckLength(where, name, value);
    }

    /// <summary>Refuses a duration that is negative, or for which no timer can wait.</summary>
    /// <inheritdoc cref="CheckPositive"/>
    public static void CheckNotNegative(string where, string name, TimeSpan value)
    {
        if (value < TimeSpan.Zero)
            throw new ArgumentException($"{where}: {name} is {value}; it cannot be negative.");
        CheckLength(where, name, value);
    }

    /// <summary>Refuses a time limit that is neither a duration nor <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    /// <inheritdoc cref="CheckPositive"/>
    public static void CheckLimit(string where, string name, TimeSpan? value)
    {
        if (value != Timeout.InfiniteTimeSpan)
            CheckPositive(where, name, value);
    }

    private static void CheckLength(string where, string name, TimeSpan? value)
    {
        if (value > Longest)
            throw new ArgumentException($"{where}: {name} is {value}; no timer waits for longer than {Longest}.");
    }
}
