namespace Hooks.Events;

/// <summary>What has become of the events of a subscription. Once nothing is under way, <see cref="Matched"/> is the sum of the outcomes.</summary>
public sealed record EventSubscriptionCounts
{
    /// <summary>Events that matched its patterns while it was enabled.</summary>
    public required long Matched { get; init; }

    /// <summary>Events that its filter did not want.</summary>
    public required long Filtered { get; init; }

    /// <summary>Events that its handler has taken, or its reader.</summary>
    public required long Delivered { get; init; }

    /// <summary>Events that a full queue has dropped, the oldest or the newest.</summary>
    public required long Dropped { get; init; }

    /// <summary>Events that a full queue has rejected, at once or after waiting.</summary>
    public required long Rejected { get; init; }

    /// <summary>Events whose time was over when it was their turn.</summary>
    public required long Expired { get; init; }

    /// <summary>Events on which the filter, or the handler in all attempts, has failed, and which nobody else took.</summary>
    public required long Failed { get; init; }

    /// <summary>Events on which the handler has failed, and which the dead-letter handler took.</summary>
    public required long DeadLettered { get; init; }

    /// <summary>Events that waited, or whose handler did not end in time, when the subscription ended.</summary>
    public required long Abandoned { get; init; }

    /// <summary>How many events wait now.</summary>
    public required long Depth { get; init; }

    /// <summary>How long its handler has worked in all.</summary>
    public required TimeSpan HandlerTime { get; init; }

    /// <summary>The sum of all outcomes.</summary>
    public long Outcomes => Filtered + Delivered + Dropped + Rejected + Expired + Failed + DeadLettered + Abandoned;
}
