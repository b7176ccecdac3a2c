namespace Hooks.Events;

/// <summary>What a publisher may do, and what its events have by default.</summary>
public sealed class EventPublisherOptions
{
    // One in 31 years; for smaller ones the times that it is counted in have no numbers.
    private const double LeastRate = 1e-9;

    /// <summary>The types of events that it may publish. Default: all.</summary>
    public IReadOnlyList<EventPattern>? MayPublish { get; init; }

    /// <summary>How many events a second it may publish in the long run. Default: null, any number.</summary>
    public double? EventsPerSecond { get; init; }

    /// <summary>How many events it may publish at once after a pause. Default: twice <see cref="EventsPerSecond"/>, at least 1.</summary>
    public int? Burst { get; init; }

    /// <summary>The source of events that have none. Default: a component with the publisher's name.</summary>
    public HookEventSource? Source { get; init; }

    internal static EventPublisherOptions Default { get; } = new();

    internal void Validate()
    {
        if (EventsPerSecond is { } rate && !(rate >= LeastRate && double.IsFinite(rate)))
            throw new ArgumentException($"{nameof(EventPublisherOptions)}: {nameof(EventsPerSecond)} is {rate}; it has to be at least {LeastRate}.");
        if (Burst < 1)
            throw new ArgumentException($"{nameof(EventPublisherOptions)}: {nameof(Burst)} is {Burst}; it has to be at least 1.");
        if (Burst is not null && EventsPerSecond is null)
            throw new ArgumentException($"{nameof(EventPublisherOptions)}: {nameof(Burst)} is given without {nameof(EventsPerSecond)}.");
    }
}
