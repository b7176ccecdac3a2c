namespace Hooks.Events;

/// <summary>What has become of an event that was to be published.</summary>
public enum EventPublishStatus
{
    /// <summary>It was published: every subscription that matches was offered it.</summary>
    Published = 0,

    /// <summary>Not accepted: the bus or the publisher has been disposed.</summary>
    NotAccepted = 1,

    /// <summary>The publisher may not publish events of this type.</summary>
    Denied = 2,

    /// <summary>The publisher has published more than its rate allows.</summary>
    RateLimited = 3,

    /// <summary>The check for its type has found its data wrong.</summary>
    Invalid = 4,

    /// <summary>A hook at <see cref="HookPoint.BeforeEventEmit"/> has cancelled it.</summary>
    Cancelled = 5,

    /// <summary>It was to be stored first, and could not be.</summary>
    NotStored = 6,
}
