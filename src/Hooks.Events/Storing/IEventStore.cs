namespace Hooks.Events;

/// <summary>
/// Keeps events beyond the moment: in the order of their sequence, to be read again. Safe to use from several threads. Every
/// store has to pass the tests of <c>EventStoreTests</c>.
/// </summary>
public interface IEventStore
{
    /// <summary>Adds events at the end: all of them, or on failure none.</summary>
    /// <param name="events">The events, each with a sequence greater than that of all before it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">A sequence is not greater than the last; nothing was added.</exception>
    ValueTask AppendAsync(IReadOnlyList<HookEvent> events, CancellationToken cancellationToken = default);

    /// <summary>Reads events in the order of their sequence, up to the last that was there when the reading began.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<HookEvent> ReadAsync(EventQuery query, CancellationToken cancellationToken = default);

    /// <summary>The greatest sequence that was ever stored, whether or not its event is still there; 0 if none was.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<long> GetLastSequenceAsync(CancellationToken cancellationToken = default);

    /// <summary>Up to which sequence a subscriber has dealt with events; 0 if it is not known.</summary>
    /// <param name="subscriber">The subscriber's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<long> GetPositionAsync(string subscriber, CancellationToken cancellationToken = default);

    /// <summary>Notes up to which sequence a subscriber has dealt with events. It may go back.</summary>
    /// <param name="subscriber">The subscriber's name.</param>
    /// <param name="sequence">The sequence; 0 forgets the subscriber.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask SetPositionAsync(string subscriber, long sequence, CancellationToken cancellationToken = default);

    /// <summary>Deletes the oldest events, as far as any of the limits asks for it.</summary>
    /// <param name="retention">The limits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were deleted.</returns>
    ValueTask<long> TrimAsync(EventRetention retention, CancellationToken cancellationToken = default);
}

/// <summary>Which stored events are meant: those that meet every condition given.</summary>
public sealed record EventQuery
{
    /// <summary>Only those behind this sequence. Default: 0, all.</summary>
    public long AfterSequence { get; init; }

    /// <summary>Only those that happened then or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only those that happened before.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Only those whose type one of these matches. Default: all.</summary>
    public IReadOnlyList<EventPattern>? Patterns { get; init; }

    /// <summary>Only those of this activity.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Only those of this session.</summary>
    public string? SessionId { get; init; }

    /// <summary>No more than so many, the oldest. Default: all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int? Limit
    {
        get;
        init
        {
            if (value is { } limit)
                ArgumentOutOfRangeException.ThrowIfNegative(limit, nameof(Limit));
            field = value;
        }
    }

    /// <summary>Whether an event meets the conditions, but for <see cref="Limit"/>.</summary>
    /// <param name="hookEvent">The event.</param>
    public bool IsMatch(HookEvent hookEvent)
    {
        ArgumentNullException.ThrowIfNull(hookEvent);
        return hookEvent.Sequence > AfterSequence
            && (From is null || hookEvent.Time >= From)
            && (Before is null || hookEvent.Time < Before)
            && (CorrelationId is null || hookEvent.CorrelationId == CorrelationId)
            && (SessionId is null || hookEvent.SessionId == SessionId)
            && (Patterns is null || Patterns.Any(pattern => pattern.IsMatch(hookEvent.Type)));
    }
}

/// <summary>What a store need not keep.</summary>
public sealed record EventRetention
{
    /// <summary>Events that happened before. Default: none.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>All but the newest so many. Default: none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int? KeepNewest
    {
        get;
        init
        {
            if (value is { } newest)
                ArgumentOutOfRangeException.ThrowIfNegative(newest, nameof(KeepNewest));
            field = value;
        }
    }
}
