namespace Hooks.Events;

/// <summary>How much an <see cref="EventTracker"/> remembers.</summary>
public sealed class EventTrackerOptions
{
    /// <summary>Which events. Default: all.</summary>
    public EventPattern Pattern { get; init; } = EventPattern.All;

    /// <summary>How many correlations at most; beyond that the one without news for longest is forgotten. Default: 10,000.</summary>
    public int MaxCorrelations { get; init; } = 10_000;

    /// <summary>How many events of one correlation at most; beyond that the oldest is forgotten. Default: 1000.</summary>
    public int MaxEvents { get; init; } = 1000;

    /// <summary>How long a correlation without news is remembered. Default: 1 hour.</summary>
    public TimeSpan MaxIdle { get; init; } = TimeSpan.FromHours(1);

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Pattern);
        if (MaxCorrelations < 1)
            throw Wrong(nameof(MaxCorrelations), MaxCorrelations, "at least 1");
        if (MaxEvents < 1)
            throw Wrong(nameof(MaxEvents), MaxEvents, "at least 1");
        if (MaxIdle <= TimeSpan.Zero)
            throw Wrong(nameof(MaxIdle), MaxIdle, "longer than zero");
    }

    private static ArgumentException Wrong(string name, object value, string right) =>
        new($"{nameof(EventTrackerOptions)}: {name} is {value}; it has to be {right}.");
}
