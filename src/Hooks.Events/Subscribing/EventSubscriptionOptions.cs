namespace Hooks.Events;

/// <summary>How a subscription takes its events.</summary>
public sealed class EventSubscriptionOptions
{
    /// <summary>Its name, unique on its bus. Default: <c>subscription-1</c> and so on.</summary>
    public string? Name { get; init; }

    /// <summary>How many events may wait for each worker. Default: 1000.</summary>
    public int Capacity { get; init; } = 1000;

    /// <summary>What happens to an event that finds the queue full. Default: <see cref="EventOverflow.DropOldest"/>.</summary>
    public EventOverflow Overflow { get; init; }

    /// <summary>How long a publisher waits for room with <see cref="EventOverflow.Block"/>. Default: 5 seconds; <see cref="Timeout.InfiniteTimeSpan"/> for any time.</summary>
    public TimeSpan BlockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How many events are handled at a time. Each worker has a queue of its own; the events of one session go to the same
    /// worker, so that their order is kept, and those without a session to each in turn. Default: 1.
    /// </summary>
    public int Workers { get; init; } = 1;

    /// <summary>Which of the matching events are wanted; called by publishers, possibly several at once. One that throws counts as failed. Default: all.</summary>
    public Func<HookEvent, bool>? Filter { get; init; }

    /// <summary>The events that the subscription may see, whatever its patterns; others do not match. Default: all.</summary>
    public IReadOnlyList<EventPattern>? MaySee { get; init; }

    /// <summary>How many further attempts a failed handler has. Default: 0.</summary>
    public int Retries { get; init; }

    /// <summary>The wait before the second attempt; twice as long before the third, and so on, at most 49 days. Default: 100 milliseconds.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Takes events whose handler has failed in all attempts. If it fails too, the event counts as failed. Default: none.</summary>
    public Func<HookEvent, Exception, CancellationToken, ValueTask>? DeadLetter { get; init; }

    internal static EventSubscriptionOptions Default { get; } = new();

    internal void Validate()
    {
        if (Name is not null && string.IsNullOrWhiteSpace(Name))
            throw Wrong(nameof(Name), "blank", "a text");
        if (Capacity < 1)
            throw Wrong(nameof(Capacity), Capacity, "at least 1");
        if (!Enum.IsDefined(Overflow))
            throw Wrong(nameof(Overflow), (int)Overflow, "one of the named values");
        if (!WaitTime.IsValidOrInfinite(BlockTimeout))
            throw Wrong(nameof(BlockTimeout), BlockTimeout, WaitTime.OrInfinite);
        if (Workers < 1)
            throw Wrong(nameof(Workers), Workers, "at least 1");
        if (Retries < 0)
            throw Wrong(nameof(Retries), Retries, "0 or more");
        if (!WaitTime.IsValid(RetryDelay))
            throw Wrong(nameof(RetryDelay), RetryDelay, WaitTime.Finite);
    }

    private static ArgumentException Wrong(string name, object value, string right) =>
        new($"{nameof(EventSubscriptionOptions)}: {name} is {value}; it has to be {right}.");
}
