namespace Hooks.Events.Tests.Subscribing;

/// <summary>A clock that throws harms no more than it must: workers go on, and every event is counted.</summary>
public sealed class BrokenClockTests
{
    private readonly BrokenClock _clock = new();

    [Fact]
    public async Task A_worker_goes_on_delivers_and_reports()
    {
        await using var scene = NewScene();
        var subscription = scene.Bus.Subscribe("n", (_, _) => default);
        await PublishAndBreak(scene, () => subscription.Counts.Delivered);
        await subscription.DrainAsync(Timeout.InfiniteTimeSpan);
        AssertAllDelivered(subscription);
        Assert.Contains(scene.Errors, error => error.Error is BrokenClock.Failure && error.Type == "n");
    }

    [Fact]
    public async Task Batches_are_handed_over_at_once()
    {
        await using var scene = NewScene();
        var subscription = scene.Bus.SubscribeBatches("n", (_, _) => default, new() { MaxCount = 50 });
        _clock.IsBroken = true;
        foreach (var hookEvent in NewEvents(3))
            await scene.Publisher.PublishAsync(hookEvent);
        await Scene.Until(() => subscription.Counts.Delivered == 3);
        Assert.Contains(scene.Errors, error => error.Error is BrokenClock.Failure);
        _clock.IsBroken = false;
    }

    [Fact]
    public async Task A_synchronous_handler_is_called_and_the_publisher_does_not_hear_of_it()
    {
        await using var scene = NewScene();
        var subscription = scene.Bus.SubscribeInline("n", _ => { });
        _clock.IsBroken = true;
        Assert.Equal(1, (await scene.Publisher.PublishAsync(NewEvents(1)[0])).Accepted);
        _clock.IsBroken = false;
        Assert.Equal((1, 1), (subscription.Counts.Matched, subscription.Counts.Delivered));
        Assert.IsType<BrokenClock.Failure>(Assert.Single(scene.Errors).Error);
    }

    [Fact]
    public async Task A_further_attempt_is_given_up_and_the_event_has_failed()
    {
        await using var scene = NewScene();
        var subscription = scene.Bus.Subscribe("n", (_, _) => throw new IOException(), new() { Retries = 3 });
        _clock.IsBroken = true;
        await scene.Publisher.PublishAsync(NewEvents(1)[0]);
        await Scene.Until(() => subscription.Counts.Failed == 1);
        _clock.IsBroken = false;
        Assert.Contains(scene.Errors, error => error.Error is BrokenClock.Failure);
        Assert.Contains(scene.Errors, error => error.Error is IOException);
    }

    [Fact]
    public async Task An_event_that_may_be_too_late_has_failed()
    {
        await using var scene = NewScene();
        var subscription = scene.Bus.Subscribe("n", (_, _) => default);
        _clock.IsBroken = true;
        await scene.Publisher.PublishAsync(new HookEvent("n") { Time = DateTimeOffset.UnixEpoch, ExpiresAt = DateTimeOffset.MaxValue });
        await Scene.Until(() => subscription.Counts.Failed == 1);
        _clock.IsBroken = false;
        Assert.Contains(scene.Errors, error => error.Error is BrokenClock.Failure);
    }

    [Fact]
    public async Task A_publisher_that_would_wait_is_rejected()
    {
        await using var scene = NewScene();
        var reader = scene.Bus.SubscribeReader("n", new() { Capacity = 1, Overflow = EventOverflow.Block });
        var events = NewEvents(2);
        await scene.Publisher.PublishAsync(events[0]);
        _clock.IsBroken = true;
        Assert.Equal(1, (await scene.Publisher.PublishAsync(events[1])).Rejected);
        _clock.IsBroken = false;
        Assert.Equal((2, 1), (reader.Subscription.Counts.Matched, reader.Subscription.Counts.Rejected));
    }

    [Fact]
    public async Task Disposing_takes_it_that_there_is_no_time_left()
    {
        var scene = NewScene();
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        var subscription = scene.Bus.Subscribe("n", async (_, _) =>
        {
            entered.TrySetResult();
            await leave.Task;
        });
        foreach (var hookEvent in NewEvents(2))
            await scene.Publisher.PublishAsync(hookEvent);
        await entered.Task;
        _clock.IsBroken = true;
        await scene.Bus.DisposeAsync();
        leave.SetResult();
        Assert.Equal((2, 2), (subscription.Counts.Matched, subscription.Counts.Abandoned));
    }

    private Scene NewScene() => new(options => new() { TimeProvider = _clock, OnHandlerError = options.OnHandlerError });

    // With a time of their own: the bus asks its clock for that of others.
    private static HookEvent[] NewEvents(int count) => [.. Enumerable.Range(0, count).Select(_ => new HookEvent("n") { Time = DateTimeOffset.UnixEpoch })];

    private async Task PublishAndBreak(Scene scene, Func<long> delivered)
    {
        for (var round = 0; round < 10; round++)
        {
            _clock.IsBroken = round is > 2 and < 7;
            foreach (var hookEvent in NewEvents(20))
                await scene.Publisher.PublishAsync(hookEvent);
            await Scene.Until(() => delivered() == (round + 1) * 20);
        }
    }

    private static void AssertAllDelivered(EventSubscription subscription) =>
        Assert.Equal((200, 200, 0), (subscription.Counts.Matched, subscription.Counts.Delivered, subscription.Counts.Failed));

    private sealed class BrokenClock : TimeProvider
    {
        public volatile bool IsBroken;

        public override long GetTimestamp() => IsBroken ? throw new Failure() : base.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => IsBroken ? throw new Failure() : base.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            IsBroken ? throw new Failure() : base.CreateTimer(callback, state, dueTime, period);

        public sealed class Failure : Exception;
    }
}
