namespace Hooks.Events;

/// <summary>Events that belong together, in their order, with which of them brought about which.</summary>
public sealed class EventTimeline
{
    private readonly Dictionary<string, HookEvent> _byId = new(StringComparer.Ordinal);
    private readonly ILookup<string, HookEvent> _effects;

    /// <summary>A timeline.</summary>
    /// <param name="events">The events; of several with the same id the first counts.</param>
    public EventTimeline(IEnumerable<HookEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Events = [.. events.Where(hookEvent => _byId.TryAdd(hookEvent.Id, hookEvent)).OrderBy(hookEvent => hookEvent.Time).ThenBy(hookEvent => hookEvent.Sequence).ThenBy(hookEvent => hookEvent.Id, StringComparer.Ordinal)];
        _effects = Events.Where(hookEvent => CauseOf(hookEvent) is not null).ToLookup(hookEvent => hookEvent.CausationId!, StringComparer.Ordinal);
    }

    /// <summary>The events, by time.</summary>
    public IReadOnlyList<HookEvent> Events { get; }

    /// <summary>The events whose cause is not among them.</summary>
    public IEnumerable<HookEvent> Roots => Events.Where(hookEvent => CauseOf(hookEvent) is null);

    /// <summary>The events that brought about none of the others.</summary>
    public IEnumerable<HookEvent> Leaves => Events.Where(hookEvent => !_effects[hookEvent.Id].Any());

    /// <summary>The time from the first to the last.</summary>
    public TimeSpan Duration => Events is [var first, .., var last] ? (last.Time - first.Time) ?? TimeSpan.Zero : TimeSpan.Zero;

    /// <summary>The event that brought about another; null if it is not among them.</summary>
    /// <param name="hookEvent">The other.</param>
    public HookEvent? CauseOf(HookEvent hookEvent)
    {
        ArgumentNullException.ThrowIfNull(hookEvent);
        return hookEvent.CausationId is { } cause && cause != hookEvent.Id ? _byId.GetValueOrDefault(cause) : null;
    }

    /// <summary>The events that one brought about, by time.</summary>
    /// <param name="hookEvent">The one.</param>
    public IEnumerable<HookEvent> EffectsOf(HookEvent hookEvent)
    {
        ArgumentNullException.ThrowIfNull(hookEvent);
        return _effects[hookEvent.Id];
    }

    /// <summary>The chain of causes that leads to an event: the first cause first, the event last. One that goes round ends where it would begin again.</summary>
    /// <param name="hookEvent">The event.</param>
    public IReadOnlyList<HookEvent> ChainTo(HookEvent hookEvent)
    {
        ArgumentNullException.ThrowIfNull(hookEvent);
        var chain = new List<HookEvent>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = hookEvent; at is not null && seen.Add(at.Id); at = CauseOf(at))
            chain.Add(at);
        chain.Reverse();
        return chain;
    }
}
