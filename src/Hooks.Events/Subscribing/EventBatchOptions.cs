namespace Hooks.Events;

/// <summary>When a batch of events is handed to its handler: as soon as one of both is reached.</summary>
public sealed class EventBatchOptions
{
    /// <summary>How many events are a full batch. Default: 100.</summary>
    public int MaxCount { get; init; } = 100;

    /// <summary>How long the first event of a batch waits for others. Default: 1 second.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(1);

    internal void Validate()
    {
        if (MaxCount < 1)
            throw new ArgumentException($"{nameof(EventBatchOptions)}: {nameof(MaxCount)} is {MaxCount}; it has to be at least 1.");
        if (MaxWait == TimeSpan.Zero || !WaitTime.IsValidOrInfinite(MaxWait))
            throw new ArgumentException($"{nameof(EventBatchOptions)}: {nameof(MaxWait)} is {MaxWait}; it has to be longer than zero, at most 49 days, or infinite.");
    }
}
