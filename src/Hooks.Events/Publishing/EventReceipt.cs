namespace Hooks.Events;

/// <summary>What a publisher learns of an event that it has published.</summary>
public readonly record struct EventReceipt
{
    /// <summary>What has become of it.</summary>
    public EventPublishStatus Status { get; init; }

    /// <summary>Why it was not published, in a sentence; null if it was.</summary>
    public string? Reason { get; init; }

    /// <summary>The event's place among those of the bus, from 1; 0 if it was not published.</summary>
    public long Sequence { get; init; }

    /// <summary>How many subscriptions it matched.</summary>
    public int Matched { get; init; }

    /// <summary>How many have it in their queue, or have handled it at once.</summary>
    public int Accepted { get; init; }

    /// <summary>How many did not want it (<see cref="EventSubscriptionOptions.Filter"/>).</summary>
    public int Filtered { get; init; }

    /// <summary>How many had a full queue and dropped it.</summary>
    public int Dropped { get; init; }

    /// <summary>How many had a full queue and rejected it, at once or after waiting.</summary>
    public int Rejected { get; init; }

    /// <summary>How many failed on it at once, had ended just then, or came to it after its time.</summary>
    public int Lost { get; init; }

    /// <summary>Whether it was published and no subscription dropped or rejected it.</summary>
    public bool IsComplete => Status == EventPublishStatus.Published && Dropped == 0 && Rejected == 0;

    internal const string BusDisposed = "the event bus has been disposed";

    internal static EventReceipt Refused(EventPublishStatus status, string reason) => new() { Status = status, Reason = reason };
}
