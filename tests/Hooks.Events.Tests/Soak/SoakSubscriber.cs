using System.Collections.Concurrent;

namespace Hooks.Events.Tests.Soak;

/// <summary>One subscriber of the soak: its strategy and its manners follow from its number; it counts for itself.</summary>
internal sealed class SoakSubscriber(int number)
{
    private readonly ConcurrentDictionary<string, int> _lastOfSession = new();
    private long _handled, _threw, _filtered, _deadLettered, _cancelled;
    private int _outOfOrder;

    public enum Kind
    {
        Start,
        Call,
        Result,
        End,
    }

    public EventSubscription Subscription { get; private set; } = null!;

    private bool IsBatch => number % 7 == 3;

    public bool Wants(string type) => number % 2 == 0 || type.Contains(".call.", StringComparison.Ordinal) || type.Contains(".end.", StringComparison.Ordinal);

    public void Subscribe(EventBus bus)
    {
        var options = new EventSubscriptionOptions
        {
            Name = $"subscriber {number}",
            Overflow = (EventOverflow)(number % 4),
            Capacity = 8 << (number % 5),
            BlockTimeout = TimeSpan.FromMilliseconds(number % 3),
            Workers = 1 + (number % 3),
            Filter = number % 5 == 0 ? Filter : null,
            DeadLetter = number % 6 == 1 ? DeadLetterAsync : null,
        };
        IReadOnlyList<EventPattern> patterns = number % 2 == 0 ? ["soak.**"] : ["soak.{call,end}.*", "soak.call.?", EventPattern.Prefix("soak.end")];
        Subscription = IsBatch
            ? bus.SubscribeBatches(patterns, HandleBatchAsync, new() { MaxCount = 5, MaxWait = TimeSpan.FromMilliseconds(1) }, options)
            : bus.Subscribe(patterns, HandleAsync, options);
    }

    /// <summary>Holds what the subscription counted to what happened here.</summary>
    public void AssertAccounted()
    {
        var counts = Subscription.Counts;
        Assert.Equal(counts.Matched, counts.Outcomes);
        Assert.Equal(0, counts.Depth);
        Assert.Equal(_filtered, counts.Filtered);
        Assert.Equal(_deadLettered, counts.DeadLettered);

        // A handler that was cancelled because its subscription ended may count as abandoned, and every other as what it did.
        Assert.InRange(counts.Delivered, _handled - counts.Abandoned, _handled);
        Assert.InRange(counts.Failed + counts.DeadLettered, _threw - counts.Abandoned, _threw + _cancelled);
        Assert.Equal(0, _outOfOrder);
        if (number % 4 is 0 or 1)
            Assert.Equal(0, counts.Rejected);
        if (number % 4 is 2 or 3)
            Assert.Equal(0, counts.Dropped);
    }

    private bool Filter(HookEvent hookEvent)
    {
        if (hookEvent.Sequence % 3 != 0)
            return true;
        Interlocked.Increment(ref _filtered);
        return false;
    }

    private ValueTask DeadLetterAsync(HookEvent hookEvent, Exception error, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _deadLettered);
        return default;
    }

    private async ValueTask HandleAsync(HookEvent hookEvent, CancellationToken cancellationToken)
    {
        Note(hookEvent);
        if (number % 8 == 5)
        {
            // Slow: gives its thread away again and again.
            for (var i = 0; i < 20; i++)
                await Task.Yield();
        }

        Fail(hookEvent, 1, cancellationToken);
        Interlocked.Increment(ref _handled);
    }

    private async ValueTask HandleBatchAsync(IReadOnlyList<HookEvent> batch, CancellationToken cancellationToken)
    {
        foreach (var hookEvent in batch)
            Note(hookEvent);
        await Task.Yield();
        Fail(batch[0], batch.Count, cancellationToken);
        Interlocked.Add(ref _handled, batch.Count);
    }

    private void Fail(HookEvent hookEvent, int events, CancellationToken cancellationToken)
    {
        if (number % 6 == 1 && hookEvent.Sequence % 5 == 0)
        {
            Interlocked.Add(ref _threw, events);
            throw new InvalidOperationException();
        }

        if (number % 6 == 2 && hookEvent.Sequence % 7 == 0)
        {
            Interlocked.Add(ref _cancelled, events);
            throw new OperationCanceledException(cancellationToken);
        }
    }

    // Each session's events carry growing numbers, and one worker handles them.
    private void Note(HookEvent hookEvent)
    {
        var at = int.Parse(hookEvent.Data!.ToString(), null);
        var last = _lastOfSession.GetValueOrDefault(hookEvent.SessionId!, -1);
        if (at <= last)
            Interlocked.Increment(ref _outOfOrder);
        _lastOfSession[hookEvent.SessionId!] = at;
    }
}
