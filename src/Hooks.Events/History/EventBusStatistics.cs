namespace Hooks.Events;

/// <summary>What a bus has done so far.</summary>
public sealed record EventBusStatistics
{
    /// <summary>How many events were published.</summary>
    public required long Published { get; init; }

    /// <summary>How many events of each type were published; of no more than <see cref="EventBusOptions.CountedTypes"/> types.</summary>
    public required IReadOnlyDictionary<string, long> ByType { get; init; }

    /// <summary>How many events of further types were published.</summary>
    public required long OtherTypes { get; init; }

    /// <summary>How many hooks stand at the three points about events, those too that are switched off.</summary>
    public required int Hooks { get; init; }

    /// <summary>How many of these are asynchronous.</summary>
    public required int AsynchronousHooks { get; init; }

    /// <summary>The publishers, by name.</summary>
    public required IReadOnlyList<string> Publishers { get; init; }

    /// <summary>What has become of the events of each subscription there is, by its name.</summary>
    public required IReadOnlyDictionary<string, EventSubscriptionCounts> Subscriptions { get; init; }

    /// <summary>How long handlers have worked for one event, on average, over all subscriptions there are.</summary>
    public TimeSpan AverageHandlerTime
    {
        get
        {
            var handled = Subscriptions.Values.Sum(counts => counts.Delivered + counts.Failed + counts.DeadLettered);
            return handled == 0 ? TimeSpan.Zero : TimeSpan.FromTicks(Subscriptions.Values.Sum(counts => counts.HandlerTime.Ticks) / handled);
        }
    }
}
