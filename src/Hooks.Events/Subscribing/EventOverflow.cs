namespace Hooks.Events;

/// <summary>What happens to an event that finds a subscription's queue full.</summary>
public enum EventOverflow
{
    /// <summary>The event that waits longest is dropped, and the new one takes its place.</summary>
    DropOldest = 0,

    /// <summary>The new event is dropped.</summary>
    DropNewest = 1,

    /// <summary>The publisher waits for room, at most <see cref="EventSubscriptionOptions.BlockTimeout"/>; then the new event is rejected.</summary>
    Block = 2,

    /// <summary>The new event is rejected, and its publisher is told so (<see cref="EventReceipt.Rejected"/>).</summary>
    Reject = 3,
}
