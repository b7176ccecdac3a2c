namespace Hooks.Events;

/// <summary>Where the events of one type go.</summary>
/// <param name="Subscriptions">Synchronous handlers by priority, then those with queues, each in the order in which they were made.</param>
/// <param name="Schema">The check of its data.</param>
/// <param name="IsAboutEvents">Whether events of the type are about events, for which no hooks are fired.</param>
internal sealed record EventRoute(EventSubscription[] Subscriptions, Func<HookEvent, string?>? Schema, bool IsAboutEvents)
{
    /// <summary>How many events of the type were published; null before the first.</summary>
    public TypeCount? Count { get; set; }
}
