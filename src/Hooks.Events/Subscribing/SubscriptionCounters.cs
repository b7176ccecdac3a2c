namespace Hooks.Events;

/// <summary>What happened to single events.</summary>
internal enum EventOutcome
{
    /// <summary>Waits in a queue.</summary>
    Queued,

    /// <summary>The queue is full, and the publisher is to wait.</summary>
    Blocked,
    Filtered,
    Delivered,
    Dropped,
    Rejected,
    Expired,
    Failed,
    DeadLettered,
    Abandoned,
}

/// <summary>The counters of one subscription. Each event that matched is counted under one outcome.</summary>
internal sealed class SubscriptionCounters
{
    private readonly long[] _outcomes = new long[(int)EventOutcome.Abandoned + 1];
    private long _matched;
    private long _handlerTicks;

    public long Matched => Volatile.Read(ref _matched);

    public long HandlerTicks => Volatile.Read(ref _handlerTicks);

    public long this[EventOutcome outcome] => Volatile.Read(ref _outcomes[(int)outcome]);

    public void Match() => Interlocked.Increment(ref _matched);

    public EventOutcome Count(EventOutcome outcome)
    {
        Interlocked.Increment(ref _outcomes[(int)outcome]);
        return outcome;
    }

    public void Count(EventOutcome outcome, int events) => Interlocked.Add(ref _outcomes[(int)outcome], events);

    public void AddHandlerTicks(long ticks) => Interlocked.Add(ref _handlerTicks, ticks);
}
