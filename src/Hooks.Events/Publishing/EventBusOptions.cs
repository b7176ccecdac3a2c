namespace Hooks.Events;

/// <summary>How a bus works.</summary>
public sealed class EventBusOptions
{
    private const int MostHistory = 1 << 24;

    /// <summary>The clock for times, rates, waits and expiry. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Fires <see cref="HookPoint.BeforeEventEmit"/>, <see cref="HookPoint.AfterEventEmit"/> and <see cref="HookPoint.EventHandlerError"/>;
    /// for events about these points it fires none. Default: none.
    /// </summary>
    public HookDispatcher? Hooks { get; init; }

    /// <summary>Where events are stored that are published so (<see cref="EventPublishOptions.StoreFirst"/>). Default: none. It is not disposed with the bus.</summary>
    public IEventStore? Store { get; init; }

    /// <summary>How many events are kept for <see cref="EventBus.GetHistory(int, EventPattern?)"/>. Default: 1000; 0 for none, at most 16,777,216.</summary>
    public int HistoryCapacity { get; init; } = 1000;

    /// <summary>For how many types the subscriptions that match are remembered, at least. Default: 4096.</summary>
    public int MatchCacheCapacity { get; init; } = 4096;

    /// <summary>How many types are counted by themselves in <see cref="EventBusStatistics.ByType"/>; further ones are counted together. Default: 1000.</summary>
    public int CountedTypes { get; init; } = 1000;

    /// <summary>Checks of data by type: each answers what is wrong with an event, or null. Default: none.</summary>
    public IReadOnlyDictionary<string, Func<HookEvent, string?>> Schemas { get; init; } = new Dictionary<string, Func<HookEvent, string?>>();

    /// <summary>How long disposing the bus waits for handlers and readers, and disposing a subscription for a handler that runs. Default: 5 seconds.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Is told of each event on which a filter, a handler in all attempts, or a dead-letter handler has failed. What it throws is swallowed. Default: none.</summary>
    public Action<EventSubscription, HookEvent, Exception>? OnHandlerError { get; init; }

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(Schemas);
        AtLeast(HistoryCapacity, 0, nameof(HistoryCapacity));
        AtLeast(MatchCacheCapacity, 1, nameof(MatchCacheCapacity));
        AtLeast(CountedTypes, 0, nameof(CountedTypes));
        if (HistoryCapacity > MostHistory)
            throw new ArgumentException($"{nameof(EventBusOptions)}: {nameof(HistoryCapacity)} is {HistoryCapacity}; it has to be at most {MostHistory}.");
        if (!WaitTime.IsValidOrInfinite(DrainTimeout))
            throw new ArgumentException($"{nameof(EventBusOptions)}: {nameof(DrainTimeout)} is {DrainTimeout}; it has to be {WaitTime.OrInfinite}.");
        foreach (var type in Schemas.Keys)
        {
            if (!EventType.IsValid(type, out var error))
                throw new ArgumentException($"{nameof(EventBusOptions)}: {nameof(Schemas)} has a check for a type that no event has. {error}");
        }
    }

    private static void AtLeast(int value, int least, string name)
    {
        if (value < least)
            throw new ArgumentException($"{nameof(EventBusOptions)}: {name} is {value}; it has to be at least {least}.");
    }
}
