namespace Hooks.Events;

/// <summary>From where in the store a subscription begins, before it goes on with what is published.</summary>
public sealed class EventReplayOptions
{
    /// <summary>Only events behind this sequence. Default: 0, from the first.</summary>
    public long AfterSequence { get; init; }

    /// <summary>Only events that happened then or later, of those published later too. Default: any.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>
    /// Whether the store keeps how far the subscription has come, under its name, and it begins behind that: events stored while it was
    /// away, or disabled, are delivered when it comes back, and one whose handling was cut off is delivered again. An event has
    /// been dealt with when it was delivered, filtered, dead-lettered, its time was over, or its handler has failed in all attempts:
    /// that one is reported and does not come again. Publishers of stored
    /// events do not wait for it: it reads the store, one event after the other. Needs a name, one
    /// worker, and queues that wait for room without a limit. Default: false.
    /// </summary>
    public bool IsDurable { get; init; }
}
