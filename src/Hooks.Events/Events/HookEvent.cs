namespace Hooks.Events;

/// <summary>
/// A notification that something has happened. It does not change: what publishing adds (sequence, publisher, time and source
/// if they are not given) is set once, and publishing an event again publishes a copy.
/// </summary>
public sealed class HookEvent
{
    /// <summary>The version that an event has if nothing else is said.</summary>
    public const string DefaultVersion = "1.0";

    private readonly Guid _id;
    private string? _idText;

    // Ticks and one more, because there are clocks that stand at zero. When it happened; while nobody has said so, when the event was
    // made, as a negative number.
    private long _timeTicks;

    // The same; zero if its time has no end.
    private readonly long _expiryTicks;
    private long _sequence;
    private HookEventSource? _source;
    private string? _traceParent;
    private string? _traceState;

    /// <summary>An event.</summary>
    /// <param name="type">The dotted name of what has happened, for example <c>tool.call.after</c>.</param>
    /// <exception cref="ArgumentException">The type is empty, too long, or has wildcards; the message says where.</exception>
    public HookEvent(string type)
    {
        Type = EventType.Require(type);
        var now = DateTime.UtcNow.Ticks;
        _id = EventIds.Next(now);
        _timeTicks = -(now + 1);
    }

    private HookEvent(HookEvent original)
    {
        (_id, _idText, Type, Version) = (original._id, original._idText, original.Type, original.Version);
        (_timeTicks, _expiryTicks) = (original._timeTicks, original._expiryTicks);
        (_source, Data, Metadata) = (original._source, original.Data, original.Metadata);
        (CorrelationId, CausationId, SessionId) = (original.CorrelationId, original.CausationId, original.SessionId);
        (_traceParent, _traceState) = (original._traceParent, original._traceState);
    }

    /// <summary>The event's id. Default: a UUID of version 7, greater than those of events made before it.</summary>
    /// <exception cref="ArgumentException">It is set to an empty text.</exception>
    public string Id
    {
        get => _idText ??= _id.ToString();
        init => _idText = Given(value);
    }

    /// <summary>The dotted name of what has happened, which patterns match. Hooks know it as <see cref="EventContext.Subject"/>.</summary>
    public string Type { get; }

    /// <summary>When it happened, in UTC. Default: when the event was made, or, on a bus with a clock of its own, published; null before it is published.</summary>
    public DateTimeOffset? Time
    {
        get => _timeTicks <= 0 ? null : new(_timeTicks - 1, TimeSpan.Zero);
        init => _timeTicks = value?.UtcTicks + 1 ?? _timeTicks;
    }

    /// <summary>The version of the data's form. Default: <see cref="DefaultVersion"/>.</summary>
    /// <exception cref="ArgumentException">It is set to an empty text.</exception>
    public string Version { get; init => field = Given(value); } = DefaultVersion;

    /// <summary>Where it comes from. Default: the source of its publisher.</summary>
    public HookEventSource? Source { get => _source; init => _source = value; }

    /// <summary>Joins the events of one activity.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The id of the event that brought this one about.</summary>
    public string? CausationId { get; init; }

    /// <summary>The session to which it belongs; a subscription handles the events of one session in their order.</summary>
    public string? SessionId { get; init; }

    /// <summary>The event's place among those of its bus, from 1; 0 before it is published. An event that is read has the one that it was written with.</summary>
    public long Sequence { get => _sequence; init => _sequence = value; }

    /// <summary>What it carries.</summary>
    public EventData? Data { get; init; }

    /// <summary>What else is said about it.</summary>
    public EventMetadata Metadata { get; init; } = EventMetadata.Empty;

    /// <summary>The span within which it was published: the <c>traceparent</c> of W3C Trace Context.</summary>
    public string? TraceParent { get => _traceParent; init => _traceParent = value; }

    /// <summary>The <c>tracestate</c> that belongs to <see cref="TraceParent"/>.</summary>
    public string? TraceState { get => _traceState; init => _traceState = value; }

    /// <summary>From when on nobody needs it any more: a subscription that comes to it then drops and counts it.</summary>
    public DateTimeOffset? ExpiresAt
    {
        get => _expiryTicks == 0 ? null : new(_expiryTicks - 1, TimeSpan.Zero);
        init => _expiryTicks = value?.UtcTicks + 1 ?? 0;
    }

    /// <summary>The name of the publisher object that published it; null before that, and of an event that was read. Nothing else can set it.</summary>
    public string? Publisher { get; private set; }

    /// <summary>A line for a person: <c>[03:04:05.678] tool.call.after (agent/1) tool=bash</c>. Nothing in it can control a terminal.</summary>
    public override string ToString() => EventLine.Format(this);

    /// <summary>Whether the bus has stored it, so that a replay finds it.</summary>
    internal bool IsStored { get; set; }

    internal bool CanExpire => _expiryTicks != 0;

    internal bool IsExpired(DateTimeOffset now) => _expiryTicks != 0 && now.UtcTicks + 1 >= _expiryTicks;

    /// <summary>The event as it goes out: with what its publisher adds. A copy if it has gone out before.</summary>
    internal HookEvent Publish(EventPublisher publisher, long sequence, TimeProvider clock, in TraceText trace)
    {
        var published = Interlocked.CompareExchange(ref _sequence, sequence, 0) == 0 ? this : new HookEvent(this) { _sequence = sequence };
        published.Publisher = publisher.Name;
        published._source ??= publisher.Source;
        if (published._traceParent is null)
            (published._traceParent, published._traceState) = (trace.Parent, trace.State);
        if (published._timeTicks <= 0)
            published._timeTicks = clock == TimeProvider.System ? -published._timeTicks : clock.GetUtcNow().UtcTicks + 1;
        return published;
    }

    /// <summary>The event with other data or metadata.</summary>
    internal HookEvent With(EventData? data, EventMetadata metadata) => new(this) { Data = data, Metadata = metadata };

    private static string Given(string value, [System.Runtime.CompilerServices.CallerMemberName] string? name = null) =>
        !string.IsNullOrEmpty(value) ? value : throw new ArgumentException($"An event's {name} cannot be empty.", name);
}
