using System.Collections.Concurrent;

namespace Hooks.Events.Tests.Storing;

public sealed class ReplayTests
{
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task An_event_is_stored_before_it_is_delivered_or_not_at_all()
    {
        await using var scene = NewScene();
        long storedBefore = -1;
        scene.Bus.SubscribeInline("n", _ => storedBefore = _store.GetLastSequenceAsync().AsTask().Result);
        Assert.Equal(1, Store(scene, "n").Sequence);
        Assert.Equal(1, storedBefore);
        scene.Publish("n");
        Store(scene, "n");

        Assert.Equal([1L, 3L], (await scene.Bus.ReplayAsync().ToListAsync()).Select(e => e.Sequence));
        await using var other = new Scene();
        Assert.Contains("store", Assert.Throws<InvalidOperationException>(() => Store(other, "n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_cannot_be_stored_is_not_published()
    {
        await _store.AppendAsync([new HookEvent("old") { Sequence = 50 }]);
        await using var scene = NewScene();
        Assert.Equal(51, Store(scene, "n").Sequence);
        await _store.AppendAsync([new HookEvent("foreign") { Sequence = 100 }]);
        var receipt = Store(scene, "n");
        Assert.Equal((EventPublishStatus.NotStored, 0), (receipt.Status, receipt.Matched));
        Assert.Contains("InvalidOperationException", receipt.Reason, StringComparison.Ordinal);
        Assert.Single(scene.Bus.GetHistory());
        Assert.Equal((1L, 1L), (scene.Bus.Published, scene.Bus.GetStatistics().Published));
    }

    [Fact]
    public async Task A_subscription_replays_what_matches_and_goes_on_live()
    {
        await using var scene = NewScene();
        foreach (var type in new[] { "a.1", "b.1", "a.2" })
            Store(scene, type);
        scene.Publish("a.unstored");
        var seen = new ConcurrentQueue<string>();
        var subscription = scene.Bus.SubscribeFrom(new() { AfterSequence = 1 }, "a.*", (e, _) => Add(seen, e.Type));
        await subscription.CaughtUp;
        Store(scene, "a.3");
        scene.Publish("a.4");
        await Scene.Until(() => seen.Count == 3);

        Assert.Equal(["a.2", "a.3", "a.4"], seen);
        Assert.Equal((3, 3), (subscription.Counts.Matched, subscription.Counts.Delivered));
    }

    [Fact]
    public async Task A_stored_event_whose_time_is_over_is_not_delivered()
    {
        await using var scene = NewScene();
        await _store.AppendAsync([new HookEvent("n") { Sequence = 1, ExpiresAt = scene.Clock.GetUtcNow() }, new HookEvent("n") { Sequence = 2 }]);
        var subscription = scene.Bus.SubscribeFrom(new(), "n", (_, _) => default);
        await subscription.CaughtUp;
        await subscription.DrainAsync(TimeSpan.FromSeconds(1));
        Assert.Equal((2, 1, 1), (subscription.Counts.Matched, subscription.Counts.Expired, subscription.Counts.Delivered));
    }

    [Fact]
    public async Task From_replay_to_live_there_is_neither_gap_nor_duplicate_while_several_publish()
    {
        const int Publishers = 4, EventsOfEach = 500;
        await using var scene = NewScene();
        var seen = Enumerable.Range(0, 6).Select(_ => new ConcurrentQueue<long>()).ToArray();
        var publishing = Enumerable.Range(0, Publishers).Select(p => Task.Run(async () =>
        {
            for (var i = 0; i < EventsOfEach; i++)
                await scene.Publisher.PublishAsync(new HookEvent("n"), EventPublishOptions.Stored);
        })).ToList();
        var subscriptions = new List<EventSubscription>();
        for (var i = 0; i < seen.Length; i++)
        {
            // Each begins at another moment; a small queue makes the replay fall behind again and again.
            await Scene.Until(() => scene.Bus.Published >= subscriptions.Count * 200);
            var to = seen[i];
            subscriptions.Add(scene.Bus.SubscribeFrom(new(), "n", async (e, _) =>
            {
                to.Enqueue(e.Sequence);
                if (e.Sequence % 64 == 0)
                    await Task.Yield();
            }, new() { Overflow = EventOverflow.Block, Capacity = 2 + (i * 30), BlockTimeout = Timeout.InfiniteTimeSpan }));
        }

        await Task.WhenAll(publishing);
        await Scene.Until(() => seen.All(one => one.Count >= Publishers * EventsOfEach));
        await scene.Bus.DisposeAsync();
        Assert.All(seen, one => Assert.Equal(Enumerable.Range(1, Publishers * EventsOfEach).Select(n => (long)n), one.Order()));
        Assert.All(subscriptions, subscription => Assert.Equal((Publishers * EventsOfEach, Publishers * EventsOfEach), (subscription.Counts.Matched, subscription.Counts.Delivered)));
    }

    [Fact]
    public async Task A_durable_subscription_goes_on_where_it_was_and_has_again_what_was_cut_off()
    {
        await using var scene = NewScene();
        var seen = new ConcurrentQueue<string>();
        var cutOff = new TaskCompletionSource();
        var entered = new TaskCompletionSource();
        var first = Subscribe(async (e, token) =>
        {
            seen.Enqueue(e.Type);
            if (e.Type != "n.3")
                return;
            entered.SetResult();
            await cutOff.Task.WaitAsync(token);
        });
        for (var i = 1; i <= 4; i++)
            Store(scene, $"n.{i}");
        await entered.Task;
        var ending = first.DisposeAsync();
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        await ending;
        Store(scene, "n.5");

        await Subscribe((e, _) => Add(seen, e.Type)).CaughtUp;
        await Scene.Until(() => seen.Count >= 6);
        Assert.Equal(["n.1", "n.2", "n.3", "n.3", "n.4", "n.5"], seen);
        await Scene.Until(() => _store.GetPositionAsync("reader").AsTask().Result == 5);

        EventSubscription Subscribe(Func<HookEvent, CancellationToken, ValueTask> handler) =>
            scene.Bus.SubscribeFrom(new() { IsDurable = true }, "n.*", handler, new() { Name = "reader", Overflow = EventOverflow.Block, BlockTimeout = Timeout.InfiniteTimeSpan });
    }

    [Fact]
    public async Task A_time_to_begin_from_holds_for_live_events_too()
    {
        await using var scene = NewScene();
        var seen = new ConcurrentQueue<string>();
        var now = scene.Clock.GetUtcNow();
        var subscription = scene.Bus.SubscribeFrom(new() { From = now }, "n.*", (e, _) => Add(seen, e.Type));
        await subscription.CaughtUp;
        foreach (var (type, time) in new[] { ("n.old", now.AddDays(-1)), ("n.new", now) })
        {
            await scene.Publisher.PublishAsync(new HookEvent(type) { Time = time }, EventPublishOptions.Stored);
            await scene.Publisher.PublishAsync(new HookEvent(type + "-unstored") { Time = time });
        }

        await subscription.DrainAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["n.new", "n.new-unstored"], seen);
        Assert.Throws<ArgumentOutOfRangeException>("Limit", () => new EventQuery { Limit = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("KeepNewest", () => new EventRetention { KeepNewest = -1 });
    }

    [Fact]
    public async Task What_cannot_keep_its_promise_is_refused()
    {
        await using var scene = NewScene();
        var block = new EventSubscriptionOptions { Overflow = EventOverflow.Block };
        Assert.Throws<ArgumentException>(() => scene.Bus.SubscribeFrom(new(), "n", (_, _) => default, new() { Overflow = EventOverflow.DropOldest }));
        Assert.Throws<ArgumentException>(() => scene.Bus.SubscribeFrom(new() { IsDurable = true }, "n", (_, _) => default, block));
        await using var without = new EventBus();
        Assert.Throws<InvalidOperationException>(() => without.SubscribeFrom(new(), "n", (_, _) => default));
        Assert.Throws<InvalidOperationException>(() => without.ReplayAsync());
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_ends_the_subscription_and_says_so()
    {
        await using var bus = new EventBus(new() { Store = new BrokenStore() });
        var subscription = bus.SubscribeFrom(new(), "n", (_, _) => default);
        await Assert.ThrowsAsync<IOException>(() => subscription.CaughtUp);
        Assert.Empty(bus.Subscriptions);
    }

    private Scene NewScene() => new(options => new() { Store = _store, TimeProvider = options.TimeProvider });

    private static EventReceipt Store(Scene scene, string type) => scene.Publisher.Publish(new HookEvent(type), EventPublishOptions.Stored);

    private static ValueTask Add(ConcurrentQueue<string> to, string text)
    {
        to.Enqueue(text);
        return default;
    }

    private sealed class BrokenStore : IEventStore
    {
        public ValueTask AppendAsync(IReadOnlyList<HookEvent> events, CancellationToken cancellationToken = default) => throw new IOException();

        public IAsyncEnumerable<HookEvent> ReadAsync(EventQuery query, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask<long> GetLastSequenceAsync(CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask<long> GetPositionAsync(string subscriber, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask SetPositionAsync(string subscriber, long sequence, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask<long> TrimAsync(EventRetention retention, CancellationToken cancellationToken = default) => throw new IOException();
    }
}
