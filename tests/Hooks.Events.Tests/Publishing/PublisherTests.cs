using System.Text.Json;

namespace Hooks.Events.Tests.Publishing;

public sealed class PublisherTests
{
    [Fact]
    public async Task Publishing_stamps_sequence_time_source_and_publisher()
    {
        await using var scene = new Scene();
        var given = new HookEvent("n") { Source = new("other", "7"), Time = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var plain = new HookEvent("n");
        Assert.Equal([1L, 2L], new[] { plain, given }.Select(e => scene.Publisher.Publish(e).Sequence));

        var history = scene.Bus.GetHistory();
        Assert.Equal((scene.Clock.GetUtcNow(), "/test", "test"), (history[0].Time!.Value, history[0].Source!.Uri, history[0].Publisher));
        Assert.Equal((given.Time, "/other/7", "test"), (history[1].Time, history[1].Source!.Uri, history[1].Publisher));
    }

    [Fact]
    public async Task Publishing_an_event_again_publishes_a_copy_under_its_publishers_name()
    {
        await using var scene = new Scene();
        var other = scene.Bus.CreatePublisher("other");
        var hookEvent = new HookEvent("n") { Data = EventData.FromJson("1"), SessionId = "s" };
        scene.Publisher.Publish(hookEvent);
        other.Publish(hookEvent);

        Assert.Equal([(1L, "test"), (2L, "other")], scene.Bus.GetHistory().Select(e => (e.Sequence, e.Publisher)));
        var copy = scene.Bus.GetHistory()[1];
        Assert.Equal((hookEvent.Id, hookEvent.Data, "s"), (copy.Id, copy.Data, copy.SessionId));
        Assert.Equal((1L, "test"), (hookEvent.Sequence, hookEvent.Publisher));
    }

    [Fact]
    public async Task A_publish_that_was_cancelled_before_publishes_nothing()
    {
        await using var scene = new Scene();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.Publisher.PublishAsync(new HookEvent("n"), cancellationToken: new(canceled: true)).AsTask());
        Assert.Equal(0, scene.Bus.Published);
    }

    [Fact]
    public async Task A_publisher_publishes_only_what_it_may()
    {
        await using var scene = new Scene();
        var publisher = scene.Bus.CreatePublisher("tools", new() { MayPublish = ["tool.**", EventPattern.Prefix("log")] });
        Assert.Equal(
            [EventPublishStatus.Published, EventPublishStatus.Published, EventPublishStatus.Denied, EventPublishStatus.Published, EventPublishStatus.Denied],
            new[] { "tool.call", "logging.x", "agent.started", "tool.call", "agent.started" }.Select(type => publisher.Publish(new HookEvent(type)).Status));

        var denied = publisher.Publish(new HookEvent("agent.started"));
        Assert.Equal("the publisher 'tools' may not publish 'agent.started'", denied.Reason);
        Assert.Equal(3, scene.Bus.Published);
    }

    [Fact]
    public async Task A_publisher_is_an_object_and_its_name_cannot_be_taken_or_kept_after_it_is_gone()
    {
        await using var scene = new Scene();
        Assert.Contains("'test'", Assert.Throws<ArgumentException>(() => scene.Bus.CreatePublisher("test")).Message, StringComparison.Ordinal);
        scene.Publisher.Dispose();
        Assert.Equal(EventPublishStatus.NotAccepted, scene.Publish("n").Status);
        var next = scene.Bus.CreatePublisher("test");
        scene.Publisher.Dispose();
        Assert.Equal(EventPublishStatus.Published, next.Publish(new HookEvent("n")).Status);
        Assert.Equal(["test"], scene.Bus.GetStatistics().Publishers);
    }

    [Fact]
    public async Task A_rate_allows_a_burst_and_then_so_many_a_second()
    {
        await using var scene = new Scene();
        var publisher = scene.Bus.CreatePublisher("limited", new() { EventsPerSecond = 10, Burst = 5 });
        Assert.Equal(5, Accepted(100));
        scene.Clock.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Equal(0, Accepted(1));
        scene.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, Accepted(2));
        scene.Clock.Advance(TimeSpan.FromMilliseconds(250));
        Assert.Equal(2, Accepted(5));
        scene.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(5, Accepted(100));
        Assert.Equal(EventPublishStatus.RateLimited, publisher.Publish(new HookEvent("n")).Status);

        int Accepted(int count) => Enumerable.Range(0, count).Count(_ => publisher.Publish(new HookEvent("n")).Status == EventPublishStatus.Published);
    }

    [Theory]
    [InlineData(0.0, null, "EventsPerSecond")]
    [InlineData(double.NaN, null, "EventsPerSecond")]
    [InlineData(1.0, 0, "Burst")]
    [InlineData(null, 5, "Burst")]
    public async Task Rates_are_checked(double? rate, int? burst, string name)
    {
        await using var scene = new Scene();
        Assert.Contains(name, Assert.Throws<ArgumentException>(() => scene.Bus.CreatePublisher("p", new() { EventsPerSecond = rate, Burst = burst })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_of_its_type_keeps_an_event_with_wrong_data_from_going_out()
    {
        await using var scene = new Scene(options => new()
        {
            Schemas = new Dictionary<string, Func<HookEvent, string?>>
            {
                ["tool.call"] = e => e.Data?.TryGetMembers(out var members) == true && members.ContainsKey("tool") ? null : "a tool call names its tool",
                ["broken"] = _ => throw new InvalidOperationException("secret"),
            },
        });
        Assert.Equal(EventPublishStatus.Published, scene.Publish("tool.call", data: """{"tool":"bash"}""").Status);
        Assert.Equal(EventPublishStatus.Published, scene.Publish("tool.result").Status);
        var invalid = scene.Publish("tool.call", data: "{}");
        Assert.Equal((EventPublishStatus.Invalid, "a tool call names its tool"), (invalid.Status, invalid.Reason));
        Assert.Equal("the check of broken has failed: InvalidOperationException", scene.Publish("broken").Reason);
        Assert.Throws<ArgumentException>(() => new EventBus(new() { Schemas = new Dictionary<string, Func<HookEvent, string?>> { ["a.*"] = _ => null } }));
    }

    [Fact]
    public async Task A_subscription_sees_only_what_it_may()
    {
        await using var scene = new Scene();
        var seen = new List<string>();
        scene.Bus.SubscribeInline("**", e => seen.Add(e.Type), options: new() { MaySee = ["tool.**"] });
        Assert.Equal([1, 0, 1], new[] { "tool.call", "secret.key", "tool" }.Select(type => scene.Publish(type).Matched));
        Assert.Equal(["tool.call", "tool"], seen);
        Assert.False(scene.Bus.HasSubscriptions("secret.key"));
    }

    [Fact]
    public async Task A_subscription_sees_only_what_it_may_whoever_subscribes_at_the_same_time()
    {
        for (var round = 0; round < 1000; round++)
        {
            await using var bus = new EventBus(new() { HistoryCapacity = 0 });
            using var together = new Barrier(2);
            var other = new Thread(() =>
            {
                together.SignalAndWait();
                for (var i = 0; i < 100; i++)
                    bus.SubscribeInline("other", _ => { });
            });
            other.Start();
            together.SignalAndWait();
            Thread.SpinWait(round % 200);
            var limited = bus.SubscribeInline("**", _ => { }, options: new() { MaySee = ["tool.**"] });
            other.Join();
            bus.CreatePublisher("p").Publish(new HookEvent("secret.key"));
            Assert.Equal(0, limited.Counts.Matched);
        }
    }

    [Fact]
    public async Task History_has_the_newest_oldest_first_by_type_or_pattern()
    {
        await using var scene = new Scene(options => new() { HistoryCapacity = 10 });
        for (var i = 0; i < 25; i++)
            scene.Publish($"{(i % 2 == 0 ? "even" : "odd")}.{i}");

        Assert.Equal(Enumerable.Range(15, 10), Numbers(scene.Bus.GetHistory()));
        Assert.Equal([22, 23, 24], Numbers(scene.Bus.GetHistory(3)));
        Assert.Equal([20, 22, 24], Numbers(scene.Bus.GetHistory(3, "even.*")));
        Assert.Equal([17], Numbers(scene.Bus.GetHistory(3, "odd.17")));
        Assert.Empty(scene.Bus.GetHistory(3, "odd.1"));
        Assert.Throws<ArgumentOutOfRangeException>(() => scene.Bus.GetHistory(-1));
        await using var none = new EventBus(new() { HistoryCapacity = 0 });
        none.CreatePublisher("p").Publish(new HookEvent("n"));
        Assert.Empty(none.GetHistory());

        static IEnumerable<int> Numbers(IEnumerable<HookEvent> events) => events.Select(e => int.Parse(e.Type.Split('.')[1], null));
    }

    [Fact]
    public async Task History_keeps_what_went_out_before_numbers_were_left_out()
    {
        var store = new InMemoryEventStore();
        await store.AppendAsync([new HookEvent("earlier") { Sequence = 1_000_000 }]);
        await using var scene = new Scene(options => new() { Store = store, HistoryCapacity = 3 });
        scene.Publish("a");
        scene.Publish("b");
        await scene.Publisher.PublishAsync(new HookEvent("c"), EventPublishOptions.Stored);
        Assert.Equal(["a", "b", "c"], scene.Bus.GetHistory().Select(e => e.Type));

        await store.AppendAsync([new HookEvent("of-another-bus") { Sequence = 2_000_000 }]);
        for (var i = 0; i < 10; i++)
            Assert.Equal(EventPublishStatus.NotStored, (await scene.Publisher.PublishAsync(new HookEvent("refused"), EventPublishOptions.Stored)).Status);
        scene.Publish("d");
        Assert.Equal(["b", "c", "d"], scene.Bus.GetHistory().Select(e => e.Type));
    }

    [Fact]
    public async Task Statistics_count_by_type_without_growing_on_and_by_subscription()
    {
        await using var scene = new Scene(options => new() { CountedTypes = 3, TimeProvider = options.TimeProvider });
        scene.Bus.SubscribeInline("a", _ => scene.Clock.Advance(TimeSpan.FromSeconds(2)), options: new() { Name = "slow" });
        foreach (var type in new[] { "a", "b", "a", "c", "d", "e", "b" })
            scene.Publish(type);

        var statistics = scene.Bus.GetStatistics();
        Assert.Equal(7, statistics.Published);
        Assert.Equal([("a", 2L), ("b", 2L), ("c", 1L)], statistics.ByType.OrderBy(type => type.Key).Select(type => (type.Key, type.Value)));
        Assert.Equal(2, statistics.OtherTypes);
        Assert.Equal((2L, 2L), (statistics.Subscriptions["slow"].Matched, statistics.Subscriptions["slow"].Delivered));
        Assert.Equal(TimeSpan.FromSeconds(4), statistics.Subscriptions["slow"].HandlerTime);
        Assert.Equal(TimeSpan.FromSeconds(2), statistics.AverageHandlerTime);
        Assert.Equal(0, statistics.Hooks);
    }

    [Fact]
    public async Task Asking_for_types_and_what_is_refused_take_no_place_among_the_counts()
    {
        await using var scene = new Scene(options => new() { CountedTypes = 1, Schemas = new Dictionary<string, Func<HookEvent, string?>> { ["wrong"] = _ => "no" } });
        scene.Bus.HasSubscriptions("asked");
        scene.Publish("wrong");
        scene.Publish("real");
        scene.Publish("other");
        var statistics = scene.Bus.GetStatistics();
        Assert.Equal(("real", 1L), statistics.ByType.Select(type => (type.Key, type.Value)).Single());
        Assert.Equal((2, 1), (statistics.Published, statistics.OtherTypes));
    }

    [Fact]
    public void An_event_that_is_read_is_published_with_what_it_had()
    {
        var bus = new EventBus();
        var read = CloudEventJson.Parse("""{"specversion":"1.0","id":"1","source":"https://other","type":"t","sequence":"00000000000000000099"}""");
        Assert.Equal(1, bus.CreatePublisher("bridge").Publish(read).Sequence);
        using var json = JsonDocument.Parse(CloudEventJson.Serialize(Assert.Single(bus.GetHistory())));
        Assert.Equal(("1", "https://other", "00000000000000000001"), (Text("id"), Text("source"), Text("sequence")));

        string? Text(string name) => json.RootElement.GetProperty(name).GetString();
    }
}
