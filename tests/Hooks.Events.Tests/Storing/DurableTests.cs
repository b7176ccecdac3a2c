using System.Collections.Concurrent;

namespace Hooks.Events.Tests.Storing;

/// <summary>A durable subscription has every stored event, whatever publishers do at the same time.</summary>
public sealed class DurableTests
{
    private readonly InMemoryEventStore _store = new();
    private readonly ConcurrentQueue<long> _seen = new();

    [Fact]
    public async Task It_takes_events_in_the_order_of_the_store_when_publishers_overtake_each_other()
    {
        await using var scene = NewScene();
        using var leave = new ManualResetEventSlim();
        var entered = new TaskCompletionSource();
        scene.Bus.SubscribeInline("n", e =>
        {
            if (e.Sequence != 1)
                return;
            entered.SetResult();
            leave.Wait();
        });
        await Subscribe(scene).CaughtUp;
        var first = Task.Run(() => Store(scene));
        await entered.Task;
        Store(scene);
        await Scene.Until(() => Position == 2);
        Assert.Equal([1L, 2L], _seen);

        leave.Set();
        await first;
        Store(scene);
        await Scene.Until(() => Position == 3);
        Assert.Equal([1L, 2L, 3L], _seen);
    }

    [Fact]
    public async Task It_has_events_whose_publisher_gave_up_waiting()
    {
        await using var scene = NewScene();
        using var token = new CancellationTokenSource();
        var leave = new TaskCompletionSource();
        await Subscribe(scene, leave.Task).CaughtUp;
        Store(scene);
        await Scene.Until(() => !_seen.IsEmpty);
        await scene.Publisher.PublishAsync(new HookEvent("n"), EventPublishOptions.Stored);
        var impatient = scene.Publisher.PublishAsync(new HookEvent("n"), EventPublishOptions.Stored, token.Token);
        await token.CancelAsync();
        var receipt = await impatient;
        leave.SetResult();
        Store(scene);
        await Scene.Until(() => Position == 4);
        Assert.Equal([1L, 2L, 3L, 4L], _seen);
        Assert.Equal((EventPublishStatus.Published, 0), (receipt.Status, receipt.Rejected));
    }

    [Fact]
    public async Task It_has_events_that_were_stored_while_it_was_disabled_when_it_is_enabled()
    {
        await using var scene = NewScene();
        var subscription = Subscribe(scene);
        await subscription.CaughtUp;
        subscription.Disable();
        Assert.Equal(0, Store(scene).Matched);
        subscription.Enable();
        Store(scene);
        await Scene.Until(() => Position == 2);
        Assert.Equal([1L, 2L], _seen);
    }

    [Fact]
    public async Task Disposing_the_bus_lets_it_read_what_is_stored()
    {
        await using var scene = NewScene();
        var leave = new TaskCompletionSource();
        var subscription = Subscribe(scene, leave.Task);
        await subscription.CaughtUp;
        for (var i = 0; i < 20; i++)
            Store(scene);
        var disposing = scene.Bus.DisposeAsync().AsTask();
        leave.SetResult();
        await disposing;
        Assert.Equal(Enumerable.Range(1, 20).Select(n => (long)n), _seen);
        Assert.Equal((20, 20), (subscription.Counts.Matched, subscription.Counts.Delivered));
    }

    [Fact]
    public async Task Nothing_is_lost_between_a_replay_and_the_index()
    {
        // Asked under the index's lock, which holds up a subscription on its way into the index.
        using var schemas = new HoldingSchemas("held");
        await using var scene = new Scene(options => new() { Store = _store, TimeProvider = options.TimeProvider, Schemas = schemas });
        Store(scene);
        var holding = Task.Run(() => scene.Publish("held"));
        await schemas.Entered.Task;
        var subscribing = Task.Run(() => scene.Bus.SubscribeFrom(new(), "n", Handle));
        await Scene.Until(() => scene.Bus.Subscriptions.Count == 1);
        await scene.Bus.Subscriptions[0].CaughtUp;
        Store(scene);
        schemas.Leave.Set();
        await holding;
        var subscription = await subscribing;
        await subscription.CaughtUp;
        Store(scene);
        await subscription.DrainAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(await _store.GetLastSequenceAsync(), _seen.Last());
        Assert.Equal(3, _seen.Count);
    }

    [Fact]
    public async Task Its_position_follows_what_was_dealt_with_whatever_became_of_it()
    {
        await using var scene = NewScene();
        await Store(scene, "good", "bad", "unwanted", "dead", "late", "unwanted");
        var subscription = Subscribe(scene, "first");
        await subscription.CaughtUp;
        await Scene.Until(() => PositionOf("first") == 6);
        await subscription.DrainAsync(TimeSpan.FromSeconds(1));
        var counts = subscription.Counts;
        Assert.Equal((6, 1, 1, 2, 1, 1), (counts.Matched, counts.Delivered, counts.Failed, counts.Filtered, counts.DeadLettered, counts.Expired));

        var again = Subscribe(scene, "first");
        await again.CaughtUp;
        await again.DrainAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(0, again.Counts.Matched);

        EventSubscription Subscribe(Scene scene, string name) => scene.Bus.SubscribeFrom(
            new() { IsDurable = true },
            "*",
            (e, _) => e.Type is "bad" or "dead" ? throw new IOException() : default,
            new()
            {
                Name = name,
                Overflow = EventOverflow.Block,
                BlockTimeout = Timeout.InfiniteTimeSpan,
                Filter = e => e.Type != "unwanted",
                DeadLetter = (e, error, _) => e.Type == "dead" ? default : throw error,
            });
    }

    [Fact]
    public async Task Filtered_events_do_not_take_the_position_past_one_that_waits()
    {
        await using var scene = NewScene();
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        await Store(scene, "slow", "unwanted", "unwanted");
        var subscription = scene.Bus.SubscribeFrom(
            new() { IsDurable = true },
            "*",
            async (_, _) =>
            {
                entered.SetResult();
                await leave.Task;
            },
            new() { Name = "reader", Overflow = EventOverflow.Block, BlockTimeout = Timeout.InfiniteTimeSpan, Filter = e => e.Type != "unwanted" });
        await entered.Task;
        await subscription.CaughtUp;
        Assert.Equal(0, Position);
        leave.SetResult();
        await Scene.Until(() => Position == 3);
    }

    [Fact]
    public async Task An_event_that_had_no_time_for_all_attempts_comes_again()
    {
        await using var scene = NewScene();
        await Store(scene, "n");
        var failed = new TaskCompletionSource();
        var subscription = scene.Bus.SubscribeFrom(
            new() { IsDurable = true },
            "n",
            (_, _) =>
            {
                failed.SetResult();
                throw new IOException();
            },
            new() { Name = "reader", Overflow = EventOverflow.Block, BlockTimeout = Timeout.InfiniteTimeSpan, Retries = 1 });
        await failed.Task;
        await Scene.Until(() => scene.Clock.ArmedTimers > 0);
        await subscription.DisposeAsync();
        Assert.Equal((1, 0L), (subscription.Counts.Failed, Position));
    }

    [Fact]
    public async Task A_position_that_cannot_be_saved_is_reported_and_saved_with_the_next()
    {
        var store = new StoreWithoutPositions();
        var errors = new ConcurrentQueue<Exception>();
        await using var scene = new Scene(options => new() { Store = store, OnHandlerError = (_, _, error) => errors.Enqueue(error) });
        await scene.Bus.SubscribeFrom(new() { IsDurable = true }, "n", Handle, new() { Name = "reader", Overflow = EventOverflow.Block, BlockTimeout = Timeout.InfiniteTimeSpan }).CaughtUp;
        await scene.Publisher.PublishAsync(new HookEvent("n"), EventPublishOptions.Stored);
        await Scene.Until(() => !errors.IsEmpty && _seen.Count == 1);
        store.IsBroken = false;
        await scene.Publisher.PublishAsync(new HookEvent("n"), EventPublishOptions.Stored);
        await Scene.Until(() => store.Position == 2);
        Assert.All(errors, error => Assert.IsType<IOException>(error));
    }

    private long PositionOf(string name) => _store.GetPositionAsync(name).AsTask().Result;

    private static async Task Store(Scene scene, params string[] types)
    {
        foreach (var type in types)
            await scene.Publisher.PublishAsync(new HookEvent(type) { ExpiresAt = type == "late" ? DateTimeOffset.UnixEpoch : null }, EventPublishOptions.Stored);
    }

    private long Position => PositionOf("reader");

    private Scene NewScene() => new(options => new() { Store = _store, TimeProvider = options.TimeProvider });

    private EventSubscription Subscribe(Scene scene, Task? leave = null) =>
        scene.Bus.SubscribeFrom(
            new() { IsDurable = true },
            "n",
            async (e, token) =>
            {
                await Handle(e, token);
                await (leave ?? Task.CompletedTask);
            },
            new() { Name = "reader", Capacity = 1, Overflow = EventOverflow.Block, BlockTimeout = Timeout.InfiniteTimeSpan });

    private ValueTask Handle(HookEvent hookEvent, CancellationToken cancellationToken)
    {
        _seen.Enqueue(hookEvent.Sequence);
        return default;
    }

    private static EventReceipt Store(Scene scene)
    {
        var publishing = scene.Publisher.PublishAsync(new HookEvent("n"), EventPublishOptions.Stored);
        return publishing.IsCompleted ? publishing.Result : default;
    }

    private sealed class StoreWithoutPositions : IEventStore
    {
        private readonly InMemoryEventStore _inner = new();

        public volatile bool IsBroken = true;

        public long Position => _inner.GetPositionAsync("reader").AsTask().Result;

        public ValueTask AppendAsync(IReadOnlyList<HookEvent> events, CancellationToken cancellationToken = default) => _inner.AppendAsync(events, cancellationToken);

        public IAsyncEnumerable<HookEvent> ReadAsync(EventQuery query, CancellationToken cancellationToken = default) => _inner.ReadAsync(query, cancellationToken);

        public ValueTask<long> GetLastSequenceAsync(CancellationToken cancellationToken = default) => _inner.GetLastSequenceAsync(cancellationToken);

        public ValueTask<long> GetPositionAsync(string subscriber, CancellationToken cancellationToken = default) => _inner.GetPositionAsync(subscriber, cancellationToken);

        public ValueTask SetPositionAsync(string subscriber, long sequence, CancellationToken cancellationToken = default) =>
            IsBroken ? throw new IOException() : _inner.SetPositionAsync(subscriber, sequence, cancellationToken);

        public ValueTask<long> TrimAsync(EventRetention retention, CancellationToken cancellationToken = default) => _inner.TrimAsync(retention, cancellationToken);
    }
}
