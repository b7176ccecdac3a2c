using System.Collections.Concurrent;

namespace Hooks.Events.Tests.Subscribing;

/// <summary>Who waits for whom: publishers for room, in their order, and whoever ends a subscription for its handlers, but never for itself.</summary>
public sealed class WaitingTests
{
    [Fact]
    public async Task Publishers_that_wait_for_room_get_it_in_their_order()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var scene = new Scene();
            var begin = new TaskCompletionSource();
            var seen = new ConcurrentQueue<long>();
            var subscription = scene.Bus.Subscribe(
                "n",
                async (e, _) =>
                {
                    await begin.Task;
                    seen.Enqueue(e.Sequence);
                    if (e.Sequence % 7 == 0)
                        await Task.Yield();
                },
                new() { Capacity = 1, Overflow = EventOverflow.Block, BlockTimeout = Timeout.InfiniteTimeSpan });
            var publishing = Enumerable.Range(0, 50).Select(_ => scene.Publisher.PublishAsync(new HookEvent("n") { SessionId = "s" }).AsTask()).ToList();
            begin.SetResult();
            await Task.WhenAll(publishing);
            await subscription.DrainAsync(Timeout.InfiniteTimeSpan);
            Assert.Equal(Enumerable.Range(1, 50).Select(n => (long)n), seen);
        }
    }

    [Fact]
    public async Task One_that_waits_for_room_and_gives_up_lets_the_next_have_its_turn()
    {
        await using var scene = new Scene();
        var reader = scene.Bus.SubscribeReader("n.*", new() { Capacity = 1, Overflow = EventOverflow.Block, BlockTimeout = Timeout.InfiniteTimeSpan });
        scene.Publish("n.1");
        using var token = new CancellationTokenSource();
        var impatient = scene.Publisher.PublishAsync(new HookEvent("n.2"), cancellationToken: token.Token).AsTask();
        var patient = scene.Publisher.PublishAsync(new HookEvent("n.3")).AsTask();
        await token.CancelAsync();
        Assert.Equal(1, (await impatient).Rejected);
        Assert.False(patient.IsCompleted);
        await using var events = reader.GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(1, (await patient).Accepted);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("n.3", events.Current.Type);
    }

    [Fact]
    public async Task A_handler_that_publishes_into_its_own_full_queue_is_rejected_instead_of_waiting_for_itself()
    {
        await using var scene = new Scene();
        var receipts = new ConcurrentQueue<EventReceipt>();
        var subscription = scene.Bus.Subscribe(
            "n",
            async (_, _) =>
            {
                for (var i = 0; i < 2 && receipts.Count < 6; i++)
                {
                    await Task.Yield();
                    receipts.Enqueue(await scene.Publisher.PublishAsync(new HookEvent("n")));
                }
            },
            new() { Capacity = 1, Overflow = EventOverflow.Block, BlockTimeout = Timeout.InfiniteTimeSpan });
        scene.Publish("n");
        await Scene.Until(() => receipts.Count >= 6);
        await subscription.DrainAsync(Timeout.InfiniteTimeSpan);
        Assert.Equal([1, 0, 1, 0, 1, 0], receipts.Select(receipt => receipt.Accepted));
        Assert.Equal((7, 4, 3), (subscription.Counts.Matched, subscription.Counts.Delivered, subscription.Counts.Rejected));
    }

    [Fact]
    public async Task What_an_earlier_handler_has_started_waits_for_the_one_that_runs()
    {
        await using var scene = new Scene();
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        Task? side = null;
        EventSubscription subscription = null!;
        subscription = scene.Bus.Subscribe("n", async (_, _) =>
        {
            if (side is null)
            {
                side = Task.Run(async () =>
                {
                    await entered.Task;
                    await subscription.DisposeAsync();
                });
                return;
            }

            entered.SetResult();
            await leave.Task;
        });
        scene.Publish("n");
        scene.Publish("n");
        await entered.Task;
        await Scene.Until(() => scene.Bus.Subscriptions.Count == 0);
        await YieldOften();
        Assert.False(side!.IsCompleted);
        leave.SetResult();
        await side;
        Assert.Equal(2, subscription.Counts.Delivered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_that_ends_its_subscription_or_the_bus_waits_for_those_of_the_other_workers(bool endsBus)
    {
        await using var scene = new Scene();
        var (first, second) = Sessions();
        var (entered, leave, ended) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        EventSubscription subscription = null!;
        subscription = scene.Bus.Subscribe(
            "n",
            async (e, _) =>
            {
                if (e.SessionId == second)
                {
                    entered.SetResult();
                    await leave.Task;
                    return;
                }

                await entered.Task;
                await (endsBus ? scene.Bus.DisposeAsync() : subscription.DisposeAsync());
                ended.SetResult();
            },
            new() { Workers = 2 });
        scene.Publish("n", session: second);
        scene.Publish("n", session: first);
        await Scene.Until(() => scene.Bus.Subscriptions.Count == 0);
        await YieldOften();
        Assert.False(ended.Task.IsCompleted);
        leave.SetResult();
        await ended.Task;
    }

    [Fact]
    public async Task Two_handlers_that_end_their_subscription_at_the_same_time_do_not_wait_for_each_other()
    {
        await using var scene = new Scene();
        var (first, second) = Sessions();
        using var both = new CountdownEvent(2);
        var ended = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        EventSubscription subscription = null!;
        subscription = scene.Bus.Subscribe(
            "n",
            async (e, _) =>
            {
                both.Signal();
                await Scene.Until(() => both.IsSet);
                await subscription.DisposeAsync();
                ended[e.SessionId == first ? 0 : 1].SetResult();
            },
            new() { Workers = 2 });
        scene.Publish("n", session: first);
        scene.Publish("n", session: second);
        await Task.WhenAll(ended[0].Task, ended[1].Task);
        await Scene.Until(() => subscription.Counts.Outcomes == 2);
        Assert.Equal((2, 2), (subscription.Counts.Matched, subscription.Counts.Delivered));
    }

    // Enough for anything that is ready to go on.
    private static async Task YieldOften()
    {
        for (var i = 0; i < 1000; i++)
            await Task.Yield();
    }

    // Two that go to different workers of two.
    private static (string First, string Second) Sessions()
    {
        var other = Enumerable.Range(0, int.MaxValue).Select(i => $"s{i}").First(name => Worker(name) != Worker("x"));
        return ("x", other);

        static uint Worker(string session) => (uint)session.GetHashCode(StringComparison.Ordinal) % 2;
    }
}
