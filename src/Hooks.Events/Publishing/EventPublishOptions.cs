namespace Hooks.Events;

/// <summary>How one event is published.</summary>
public sealed class EventPublishOptions
{
    /// <summary>
    /// Whether the event is stored before any subscription is offered it; if it cannot be stored it is not published.
    /// Default: false, it is not stored. Needs <see cref="EventBusOptions.Store"/>.
    /// </summary>
    public bool StoreFirst { get; init; }

    /// <summary>Publishes an event after it was stored.</summary>
    public static EventPublishOptions Stored { get; } = new() { StoreFirst = true };

    internal static EventPublishOptions Default { get; } = new();
}
