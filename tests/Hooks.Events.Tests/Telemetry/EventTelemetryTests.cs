using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hooks.Events.Tests.Telemetry;

public sealed class EventTelemetryTests
{
    [Fact]
    public async Task Counters_gauge_and_histogram_tell_what_happens()
    {
        var measured = new ConcurrentQueue<(string Instrument, double Value, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Hooks.Events")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();

        // Other tests use buses of their own at the same time; the names are this test's.
        await using var bus = new EventBus();
        var publisher = bus.CreatePublisher("metered");
        var reader = bus.SubscribeReader("n.*", new() { Name = "metered-reader", Capacity = 1, Overflow = EventOverflow.DropNewest });
        var rejecting = bus.SubscribeReader("n.*", new() { Name = "metered-rejecting", Capacity = 1, Overflow = EventOverflow.Reject });
        publisher.Publish(new HookEvent("n.1"));
        publisher.Publish(new HookEvent("n.2"));
        listener.RecordObservableInstruments();
        await using (var events = reader.GetAsyncEnumerator())
            Assert.True(await events.MoveNextAsync());
        await rejecting.DisposeAsync();

        Assert.Equal(2, Sum("events.published", "publisher=metered"));
        Assert.Equal(1, Sum("events.delivered", "subscription=metered-reader"));
        Assert.Equal(1, Sum("events.dropped", "subscription=metered-reader,reason=dropped"));
        Assert.Equal(1, Sum("events.dropped", "subscription=metered-rejecting,reason=rejected"));
        Assert.Equal(1, Sum("subscription.queue.depth", "subscription=metered-reader"));
        Assert.Contains(measured, measurement => measurement.Instrument == "pattern.match.duration" && measurement.Value > 0);
        Assert.DoesNotContain(measured, measurement => measurement.Tags.Contains("n.1", StringComparison.Ordinal));

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            measured.Enqueue((instrument.Name, value, string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));

        double Sum(string instrument, string tags) => measured.Where(measurement => measurement.Instrument == instrument && measurement.Tags == tags).Sum(measurement => measurement.Value);
    }

    [Fact]
    public async Task What_a_listener_to_spans_throws_is_nobodys_failure()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Hooks.Events",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => Throw(options.Name == "process fragile-sampled", ActivitySamplingResult.AllData),
            ActivityStarted = span => Throw(span.OperationName == "publish fragile", 0),
            ActivityStopped = span => Throw(span.OperationName.EndsWith("fragile-stopped", StringComparison.Ordinal), 0),
        };
        ActivitySource.AddActivityListener(listener);
        await using var bus = new EventBus();
        EventSubscription[] subscriptions =
        [
            bus.Subscribe("n", (_, _) => default, new() { Name = "fragile-sampled" }),
            bus.Subscribe("n", (_, _) => default, new() { Name = "fragile-stopped" }),
        ];
        foreach (var name in new[] { "fragile", "fragile-stopped" })
            Assert.Equal(2, bus.CreatePublisher(name).Publish(new HookEvent("n")).Accepted);
        await bus.DisposeAsync();
        Assert.All(subscriptions, subscription => Assert.Equal((2, 2), (subscription.Counts.Matched, subscription.Counts.Delivered)));

        static T Throw<T>(bool now, T otherwise) => now ? throw new InvalidOperationException("a listener") : otherwise;
    }

    [Fact]
    public async Task A_handler_works_within_a_span_that_is_linked_to_that_of_the_publisher()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Hooks.Events",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var bus = new EventBus();
        bus.Subscribe("traced.*", (e, _) => e.Type == "traced.bad" ? throw new InvalidOperationException() : default, new() { Name = "traced" });
        var publisher = bus.CreatePublisher("traced-publisher");
        publisher.Publish(new HookEvent("traced.good"));
        publisher.Publish(new HookEvent("traced.bad"));
        await bus.DisposeAsync();

        var publishing = spans.Where(span => span.OperationName == "publish traced-publisher").ToList();
        var processing = spans.Where(span => span.OperationName == "process traced").ToList();
        Assert.All(publishing, span => Assert.Equal(ActivityKind.Producer, span.Kind));
        Assert.All(processing, span => Assert.Equal(ActivityKind.Consumer, span.Kind));
        Assert.Equal(publishing.Select(span => span.SpanId), processing.Select(span => Assert.Single(span.Links).Context.SpanId));
        Assert.Equal(publishing.Select(span => span.TraceId), processing.Select(span => Assert.Single(span.Links).Context.TraceId));
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error], processing.Select(span => span.Status));
        Assert.Equal("traced.*", processing[0].GetTagItem("messaging.destination.template"));
        Assert.Equal(publishing[0].Id, bus.GetHistory()[0].TraceParent);
    }

    [Fact]
    public async Task Synchronous_handlers_and_readers_have_a_span_that_is_linked_too()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Hooks.Events",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var scene = new Scene();
        string? within = null;
        scene.Bus.SubscribeInline("n", _ =>
        {
            within = Activity.Current?.OperationName;
            throw new InvalidOperationException();
        }, options: new() { Name = "traced-inline" });
        var reader = scene.Bus.SubscribeReader("n", new() { Name = "traced-reader" });
        scene.Bus.CreatePublisher("traced-directly").Publish(new HookEvent("n"));
        await using (var events = reader.GetAsyncEnumerator())
            Assert.True(await events.MoveNextAsync());

        var publishing = Assert.Single(spans, span => span.OperationName == "publish traced-directly");
        var handling = Assert.Single(spans, span => span.OperationName == "process traced-inline");
        var receiving = Assert.Single(spans, span => span.OperationName == "receive traced-reader");
        Assert.All([handling, receiving], span => Assert.Equal((ActivityKind.Consumer, publishing.SpanId), (span.Kind, Assert.Single(span.Links).Context.SpanId)));
        Assert.Equal(("process traced-inline", ActivityStatusCode.Error, ActivityStatusCode.Unset), (within, handling.Status, receiving.Status));
        Assert.Equal("receive", receiving.GetTagItem("messaging.operation.type"));
    }

    [Fact]
    public async Task An_event_carries_the_span_within_which_it_was_published_whether_or_not_anyone_listens_here()
    {
        await using var scene = new Scene();
        using var span = new Activity("work").SetIdFormat(ActivityIdFormat.W3C).Start();
        span.TraceStateString = "a=1";
        scene.Publisher.Publish(new HookEvent("n"));
        scene.Publisher.Publish(new HookEvent("n") { TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" });
        var events = scene.Bus.GetHistory();
        Assert.Equal("a=1", events[0].TraceState);
        Assert.Contains(span.TraceId.ToHexString(), events[0].TraceParent, StringComparison.Ordinal);
        Assert.Equal(("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", null), (events[1].TraceParent, events[1].TraceState));
    }
}
