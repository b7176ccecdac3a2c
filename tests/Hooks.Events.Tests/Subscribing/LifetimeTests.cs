using System.Runtime.CompilerServices;

namespace Hooks.Events.Tests.Subscribing;

public sealed class LifetimeTests
{
    [Fact]
    public async Task A_disabled_subscription_matches_nothing_and_what_waits_is_still_delivered()
    {
        await using var scene = new Scene();
        var reader = scene.Bus.SubscribeReader("n.*");
        scene.Publish("n.1");
        reader.Subscription.Disable();
        reader.Subscription.Disable();
        Assert.Equal(0, scene.Publish("n.2").Matched);
        reader.Subscription.Enable();
        scene.Publish("n.3");
        await scene.Bus.DisposeAsyncWhileReading(reader, out var read);

        Assert.Equal(["n.1", "n.3"], (await read).Select(e => e.Type));
        Assert.Equal(2, reader.Subscription.Counts.Matched);
        Assert.Throws<ObjectDisposedException>(reader.Subscription.Enable);
    }

    [Fact]
    public async Task Ending_a_subscription_waits_for_the_handler_that_runs_and_abandons_what_waits()
    {
        await using var scene = new Scene();
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        var subscription = scene.Bus.Subscribe("n.*", async (_, _) =>
        {
            entered.TrySetResult();
            await leave.Task;
        });
        for (var i = 0; i < 5; i++)
            scene.Publish($"n.{i}");
        await entered.Task;
        var ending = subscription.DisposeAsync().AsTask();
        Assert.False(ending.IsCompleted);
        Assert.Equal(0, scene.Publish("n.6").Matched);
        leave.SetResult();
        await ending;
        await subscription.DisposeAsync();

        var counts = subscription.Counts;
        Assert.Equal((5, 1, 4, 0), (counts.Matched, counts.Delivered, counts.Abandoned, counts.Depth));
        Assert.True(scene.Bus.IsEmpty);
        Assert.Empty(scene.Bus.Subscriptions);
    }

    [Fact]
    public async Task Ending_a_subscription_waits_for_a_synchronous_handler_that_runs_elsewhere()
    {
        await using var scene = new Scene();
        using var leave = new ManualResetEventSlim();
        var entered = new TaskCompletionSource();
        var subscription = scene.Bus.SubscribeInline("n", _ =>
        {
            entered.SetResult();
            leave.Wait();
        });
        var publishing = Task.Run(() => scene.Publish("n"));
        await entered.Task;
        var ending = subscription.DisposeAsync().AsTask();
        Assert.False(ending.IsCompleted);
        leave.Set();
        await ending;
        Assert.Equal(1, (await publishing).Accepted);
    }

    [Fact]
    public async Task A_handler_that_never_returns_is_cancelled_counted_as_abandoned_and_not_counted_again()
    {
        await using var scene = new Scene();
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        var wasCancelled = new TaskCompletionSource();
        var subscription = scene.Bus.Subscribe("n.*", async (_, token) =>
        {
            token.Register(wasCancelled.SetResult);
            entered.TrySetResult();
            await leave.Task;
        });
        scene.Publish("n.1");
        scene.Publish("n.2");
        await entered.Task;
        var disposing = scene.Bus.DisposeAsync().AsTask();
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        await disposing;
        await wasCancelled.Task;
        Assert.Equal((2, 0, 2), (subscription.Counts.Matched, subscription.Counts.Delivered, subscription.Counts.Abandoned));

        leave.SetResult();
        await scene.Bus.DisposeAsync();
        Assert.Equal((2, 0, 2), (subscription.Counts.Matched, subscription.Counts.Delivered, subscription.Counts.Abandoned));
    }

    [Fact]
    public async Task Disposing_the_bus_delivers_what_waits_and_afterwards_nothing_is_accepted()
    {
        await using var scene = new Scene();
        var subscription = scene.Bus.Subscribe("n.*", async (_, _) => await Task.Yield());
        for (var i = 0; i < 500; i++)
            scene.Publish($"n.{i}");
        await scene.Bus.DisposeAsync();
        await scene.Bus.DisposeAsync();

        Assert.Equal(500, subscription.Counts.Delivered);
        var receipt = scene.Publish("n.1");
        Assert.Equal((EventPublishStatus.NotAccepted, 0L), (receipt.Status, receipt.Sequence));
        Assert.Equal("the event bus has been disposed", receipt.Reason);
        Assert.Throws<ObjectDisposedException>(() => scene.Bus.SubscribeReader("n"));
        Assert.Throws<ObjectDisposedException>(() => scene.Bus.CreatePublisher("late"));
        Assert.False(scene.Bus.HasSubscriptions("n.1"));
    }

    [Fact]
    public async Task A_handler_may_dispose_the_bus()
    {
        await using var scene = new Scene();
        var done = new TaskCompletionSource();
        scene.Bus.Subscribe("n", async (_, _) =>
        {
            await scene.Bus.DisposeAsync();
            done.SetResult();
        });
        scene.Publish("n");
        await done.Task;
    }

    [Fact]
    public async Task Disposing_the_bus_again_waits_for_the_same_as_the_first_time()
    {
        await using var scene = new Scene();
        var leave = new TaskCompletionSource();
        scene.Bus.Subscribe("n", async (_, _) => await leave.Task);
        scene.Publish("n");
        var first = scene.Bus.DisposeAsync().AsTask();
        var second = scene.Bus.DisposeAsync().AsTask();
        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
        leave.SetResult();
        await Task.WhenAll(first, second);
    }

    [Fact]
    public async Task A_subscription_whose_handler_disposes_the_bus_drains_within_the_time_and_others_can_wait_for_it()
    {
        await using var scene = new Scene();
        var (published, disposed, leave) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var subscription = scene.Bus.Subscribe("n", async (_, _) =>
        {
            await published.Task;
            await scene.Bus.DisposeAsync();
            disposed.TrySetResult();
            await leave.Task;
        });
        for (var i = 0; i < 100; i++)
            scene.Publish("n");
        published.SetResult();
        await disposed.Task;
        var outer = scene.Bus.DisposeAsync().AsTask();
        Assert.False(outer.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        await outer;
        leave.SetResult();
        Assert.Equal((100, 0, 100), (subscription.Counts.Matched, subscription.Counts.Delivered, subscription.Counts.Abandoned));
    }

    [Fact]
    public async Task What_has_ended_is_let_go_of()
    {
        await using var scene = new Scene();
        var state = await SubscribeAndEnd(scene);

        // The worker's last step may still be on its way out of another thread.
        for (var attempt = 0; attempt < 100 && state.IsAlive; attempt++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(state.IsAlive);
    }

    [Fact]
    public async Task A_subscription_can_be_drained_by_itself()
    {
        await using var scene = new Scene();
        var subscription = scene.Bus.Subscribe("n.*", async (_, _) => await Task.Yield());
        for (var i = 0; i < 100; i++)
            scene.Publish($"n.{i}");
        await subscription.DrainAsync(TimeSpan.FromSeconds(1));
        Assert.Equal((100, 0), (subscription.Counts.Delivered, subscription.Counts.Abandoned));
    }

    [Fact]
    public async Task Leaving_the_loop_ends_the_subscription()
    {
        await using var scene = new Scene();
        var reader = scene.Bus.SubscribeReader("n.*");
        for (var i = 0; i < 3; i++)
            scene.Publish($"n.{i}");
        await foreach (var hookEvent in reader)
        {
            Assert.Equal("n.0", hookEvent.Type);
            break;
        }

        Assert.True(scene.Bus.IsEmpty);
        Assert.Equal((3, 1, 2), (reader.Subscription.Counts.Matched, reader.Subscription.Counts.Delivered, reader.Subscription.Counts.Abandoned));
    }

    [Fact]
    public async Task Ending_the_subscription_ends_the_loop_that_waits()
    {
        await using var scene = new Scene();
        var reader = scene.Bus.SubscribeReader("n.*");
        var loop = reader.ToListAsync();
        Assert.False(loop.IsCompleted);
        await reader.Subscription.DisposeAsync();
        Assert.Empty(await loop);
    }

    [Fact]
    public async Task A_loop_can_be_cancelled_and_its_subscription_ends_with_it()
    {
        await using var scene = new Scene();
        using var token = new CancellationTokenSource();
        var events = scene.Bus.SubscribeReader("n.*").GetAsyncEnumerator(token.Token);
        var next = events.MoveNextAsync();
        await token.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.True(scene.Bus.IsEmpty);
    }

    [Fact]
    public async Task A_reader_that_is_lost_is_cleaned_up()
    {
        await using var scene = new Scene();
        Lose(scene.Bus);
        await Scene.Until(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return scene.Bus.IsEmpty;
        });
        Assert.Equal(0, scene.Publish("n.1").Matched);
    }

    [Fact]
    public async Task Names_are_unique_and_options_are_checked_by_name()
    {
        await using var scene = new Scene();
        await using var first = scene.Bus.SubscribeReader("n", new() { Name = "one" });
        Assert.Contains("'one'", Assert.Throws<ArgumentException>(() => scene.Bus.Subscribe("n", (_, _) => default, new() { Name = "one" })).Message, StringComparison.Ordinal);
        await first.DisposeAsync();
        await using var again = scene.Bus.SubscribeReader("n", new() { Name = "one" });
        Assert.Equal(1, scene.Publish("n").Matched);

        AssertWrong("Capacity", new() { Capacity = 0 });
        AssertWrong("Workers", new() { Workers = 0 });
        AssertWrong("Overflow", new() { Overflow = (EventOverflow)9 });
        AssertWrong("BlockTimeout", new() { BlockTimeout = TimeSpan.FromSeconds(-2) });
        AssertWrong("Retries", new() { Retries = -1 });
        AssertWrong("RetryDelay", new() { RetryDelay = TimeSpan.FromSeconds(-2) });
        AssertWrong("BlockTimeout", new() { BlockTimeout = TimeSpan.FromDays(50) });
        AssertWrong("RetryDelay", new() { RetryDelay = TimeSpan.MaxValue });
        Assert.Throws<ArgumentException>(() => scene.Bus.SubscribeBatches("n", (_, _) => default, new() { MaxWait = TimeSpan.FromDays(50) }));
        Assert.Contains("DrainTimeout is", Assert.Throws<ArgumentException>(() => new EventBus(new() { DrainTimeout = TimeSpan.MaxValue })).Message, StringComparison.Ordinal);
        Assert.Contains("HistoryCapacity is", Assert.Throws<ArgumentException>(() => new EventBus(new() { HistoryCapacity = int.MaxValue })).Message, StringComparison.Ordinal);
        Assert.Contains("EventsPerSecond is", Assert.Throws<ArgumentException>(() => scene.Bus.CreatePublisher("slow", new() { EventsPerSecond = 1e-300 })).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("timeout", () => again.Subscription.DrainAsync(TimeSpan.MaxValue));
        AssertWrong("Name", new() { Name = " " });
        Assert.Throws<ArgumentException>(() => scene.Bus.Subscribe([], (_, _) => default));
        Assert.Throws<ArgumentException>(() => scene.Bus.SubscribeInline("n", _ => { }, options: new() { Retries = 1 }));
        Assert.Throws<ArgumentException>(() => scene.Bus.SubscribeReader("n", new() { Workers = 2 }));
        Assert.Throws<ArgumentException>(() => scene.Bus.SubscribeBatches("n", (_, _) => default, new() { MaxCount = 0 }));
        Assert.Throws<EventPatternException>(() => scene.Bus.SubscribeReader("n..x"));

        void AssertWrong(string name, EventSubscriptionOptions options) =>
            Assert.Contains($"{name} is", Assert.Throws<ArgumentException>(() => scene.Bus.Subscribe("n", (_, _) => default, options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_without_a_name_gets_one_that_is_not_taken()
    {
        await using var scene = new Scene();
        scene.Bus.SubscribeInline("n", _ => { }, options: new() { Name = "subscription-2" });
        string[] names = [scene.Bus.SubscribeInline("n", _ => { }).Name, scene.Bus.SubscribeInline("n", _ => { }).Name];
        Assert.Equal(3, names.Append("subscription-2").Distinct().Count());
        Assert.All(names, name => Assert.StartsWith("subscription-", name, StringComparison.Ordinal));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> SubscribeAndEnd(Scene scene)
    {
        var state = new object();
        var subscription = scene.Bus.Subscribe("n", (_, _) =>
        {
            GC.KeepAlive(state);
            return default;
        });
        scene.Publish("n");
        await subscription.DrainAsync(TimeSpan.FromSeconds(1));
        return new(state);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Lose(EventBus bus) => bus.SubscribeReader("n.*");
}
