using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Hooks.Events;

/// <summary>The meter and the activity source <c>Hooks.Events</c>. Nothing is measured while nobody listens.</summary>
internal static class EventTelemetry
{
    private const string Name = "Hooks.Events", Subscription = "subscription", Reason = "reason";

    private static readonly string? Version = typeof(EventTelemetry).Assembly.GetName().Version?.ToString(3);
    private static readonly Meter Meter = new(Name, Version);
    private static readonly ActivitySource Source = new(Name, Version);

    private static readonly Counter<long> PublishedEvents = Meter.CreateCounter<long>("events.published", "{event}", "Events that were published.");
    private static readonly Counter<long> DeliveredEvents = Meter.CreateCounter<long>("events.delivered", "{event}", "Events that a handler or reader has taken.");
    private static readonly Counter<long> DroppedEvents = Meter.CreateCounter<long>("events.dropped", "{event}", "Events that a full queue has dropped or rejected.");
    private static readonly Histogram<double> MatchDuration = Meter.CreateHistogram<double>("pattern.match.duration", "s", "How long it took to find the subscriptions of an event.");

    // Buses that are alive; the gauge keeps none of them so.
    private static readonly ConditionalWeakTable<EventBus, object> Buses = [];

    private static readonly ObservableGauge<long> QueueDepth =
        Meter.CreateObservableGauge("subscription.queue.depth", ObserveDepths, unit: "{event}", "Events that wait for a subscription.");

    public static bool IsTracing => Source.HasListeners();

    public static bool IsTimingMatches => MatchDuration.Enabled;

    public static void Published(HookEvent hookEvent)
    {
        if (PublishedEvents.Enabled)
            Add(PublishedEvents, 1, new("publisher", hookEvent.Publisher), default);
    }

    public static void Delivered(EventSubscription subscription, int events)
    {
        if (DeliveredEvents.Enabled && events > 0)
            Add(DeliveredEvents, events, new(Subscription, subscription.Name), default);
    }

    public static void Dropped(EventSubscription subscription, EventOutcome outcome)
    {
        if (DroppedEvents.Enabled)
            Add(DroppedEvents, 1, new(Subscription, subscription.Name), new(Reason, outcome == EventOutcome.Rejected ? "rejected" : "dropped"));
    }

    public static EventRoute TimeMatch(PatternIndex<EventSubscription, EventRoute> index, string type)
    {
        var started = Stopwatch.GetTimestamp();
        var route = index.Find(type);
        try
        {
            MatchDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        catch (Exception)
        {
            // What a listener throws is not the publisher's failure.
        }

        return route;
    }

    public static Activity? BeginPublish(HookEvent hookEvent, EventPublisher publisher) => Begin(() =>
        Source.StartActivity($"publish {publisher.Name}", ActivityKind.Producer)
            ?.SetTag("messaging.system", "hooks").SetTag("messaging.operation.name", "publish").SetTag("messaging.operation.type", "send")
            .SetTag("messaging.destination.name", hookEvent.Type).SetTag("messaging.message.id", hookEvent.Id)
            .SetTag("cloudevents.event_id", hookEvent.Id).SetTag("cloudevents.event_type", hookEvent.Type));

    /// <summary>A span for the handling of events, linked to those within which they were published.</summary>
    public static Activity? BeginProcess(EventSubscription subscription, IReadOnlyList<HookEvent> events) => BeginConsume("process", subscription, events);

    /// <summary>A reader has taken an event: what it does with it is not within this span, which ends at once.</summary>
    public static void Received(EventSubscription subscription, HookEvent hookEvent)
    {
        Delivered(subscription, 1);
        if (IsTracing)
            End(BeginConsume("receive", subscription, [hookEvent]));
    }

    private static Activity? BeginConsume(string operation, EventSubscription subscription, IReadOnlyList<HookEvent> events)
    {
        var links = new List<ActivityLink>();
        foreach (var hookEvent in events)
        {
            if (hookEvent.TraceParent is { } parent && TraceText.TryParse(parent, hookEvent.TraceState, out var context))
                links.Add(new(context));
        }

        var span = Begin(() => Source.StartActivity($"{operation} {subscription.Name}", ActivityKind.Consumer, parentContext: default, links: links));
        span?.SetTag("messaging.system", "hooks").SetTag("messaging.operation.name", operation).SetTag("messaging.operation.type", operation)
            .SetTag("messaging.destination.template", string.Join(',', subscription.Patterns)).SetTag("messaging.consumer.group.name", subscription.Name);
        if (events.Count == 1)
            span?.SetTag("messaging.message.id", events[0].Id);
        else
            span?.SetTag("messaging.batch.message_count", events.Count);
        return span;
    }

    /// <summary>Ends a span.</summary>
    /// <param name="span">The span, if there is one.</param>
    /// <param name="error">What has failed within it.</param>
    public static void End(Activity? span, Exception? error = null)
    {
        if (error is not null)
            span?.SetTag("error.type", error.GetType().FullName).SetStatus(ActivityStatusCode.Error);
        try
        {
            span?.Dispose();
        }
        catch (Exception)
        {
            // What a listener throws is not the publisher's or handler's failure.
        }
    }

    // A listener samples, and hears of the start, in here.
    private static Activity? Begin(Func<Activity?> start)
    {
        var outer = Activity.Current;
        try
        {
            return start();
        }
        catch (Exception)
        {
            // As above: there is no span then.
            Activity.Current = outer;
            return null;
        }
    }

    /// <summary>Lets the gauge see the queues of a bus as long as it lives.</summary>
    public static void Watch(EventBus bus)
    {
        _ = QueueDepth;
        Buses.AddOrUpdate(bus, bus);
    }

    private static IEnumerable<Measurement<long>> ObserveDepths()
    {
        foreach (var (bus, _) in Buses)
        {
            foreach (var subscription in bus.Subscriptions)
                yield return new(subscription.Depth, new KeyValuePair<string, object?>(Subscription, subscription.Name));
        }
    }

    private static void Add(Counter<long> counter, long count, KeyValuePair<string, object?> first, KeyValuePair<string, object?> second)
    {
        try
        {
            if (second.Key is null)
                counter.Add(count, first);
            else
                counter.Add(count, first, second);
        }
        catch (Exception)
        {
            // What a listener throws is not the publisher's or handler's failure.
        }
    }
}
