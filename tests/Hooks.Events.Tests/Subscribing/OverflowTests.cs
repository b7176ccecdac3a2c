namespace Hooks.Events.Tests.Subscribing;

public sealed class OverflowTests
{
    [Theory]
    [InlineData(EventOverflow.DropOldest, "3,4,5", 2, 0)]
    [InlineData(EventOverflow.DropNewest, "1,2,3", 2, 0)]
    [InlineData(EventOverflow.Reject, "1,2,3", 0, 2)]
    public async Task A_full_queue_of_three_does_what_its_strategy_says(EventOverflow overflow, string kept, long dropped, long rejected)
    {
        await using var scene = new Scene();
        var reader = scene.Bus.SubscribeReader("n.*", new() { Capacity = 3, Overflow = overflow });
        var receipts = Enumerable.Range(1, 5).Select(i => scene.Publish($"n.{i}")).ToList();
        Assert.Equal(3, reader.Subscription.Counts.Depth);
        await scene.Bus.DisposeAsyncWhileReading(reader, out var read);

        Assert.Equal(kept, string.Join(',', (await read).Select(e => e.Type[2..])));
        var counts = reader.Subscription.Counts;
        Assert.Equal((5, 3, dropped, rejected, 0), (counts.Matched, counts.Delivered, counts.Dropped, counts.Rejected, counts.Depth));
        Assert.Equal(counts.Matched, counts.Outcomes);
        var refused = overflow == EventOverflow.DropOldest ? 0 : 2;
        Assert.Equal(refused, receipts.Count(receipt => !receipt.IsComplete));
        Assert.Equal(rejected, receipts.Sum(receipt => receipt.Rejected));
        Assert.All(receipts, receipt => Assert.Equal(EventPublishStatus.Published, receipt.Status));
    }

    [Fact]
    public async Task A_blocked_publisher_goes_on_when_there_is_room()
    {
        await using var scene = new Scene();
        var reader = scene.Bus.SubscribeReader("n.*", new() { Capacity = 1, Overflow = EventOverflow.Block });
        scene.Publish("n.1");
        var blocked = scene.Publisher.PublishAsync(new HookEvent("n.2")).AsTask();
        Assert.False(blocked.IsCompleted);

        await using var events = reader.GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(1, (await blocked).Accepted);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("n.2", events.Current.Type);
        Assert.Equal(0, reader.Subscription.Counts.Rejected);
    }

    [Fact]
    public async Task A_blocked_publisher_is_rejected_when_its_time_is_over()
    {
        await using var scene = new Scene();
        var reader = scene.Bus.SubscribeReader("n.*", new() { Capacity = 1, Overflow = EventOverflow.Block, BlockTimeout = TimeSpan.FromSeconds(2) });
        scene.Publish("n.1");
        var blocked = scene.Publisher.PublishAsync(new HookEvent("n.2")).AsTask();
        scene.Clock.Advance(TimeSpan.FromSeconds(1.999));
        Assert.False(blocked.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromMilliseconds(1));

        var receipt = await blocked;
        Assert.Equal((1, 0, 1), (receipt.Matched, receipt.Accepted, receipt.Rejected));
        Assert.Equal(1, reader.Subscription.Counts.Rejected);
    }

    [Fact]
    public async Task A_blocked_publisher_is_rejected_when_it_gives_up_and_holds_up_nobody_else()
    {
        await using var scene = new Scene();
        var full = scene.Bus.SubscribeReader("n.*", new() { Capacity = 1, Overflow = EventOverflow.Block });
        var free = scene.Bus.SubscribeReader("n.*");
        scene.Publish("n.1");
        using var token = new CancellationTokenSource();
        var blocked = scene.Publisher.PublishAsync(new HookEvent("n.2"), cancellationToken: token.Token).AsTask();
        Assert.Equal(2, free.Subscription.Counts.Depth);
        await token.CancelAsync();

        Assert.Equal((2, 1, 1), ((await blocked).Matched, (await blocked).Accepted, (await blocked).Rejected));
        Assert.Equal(1, full.Subscription.Counts.Depth);
    }

    [Fact]
    public async Task A_publisher_blocked_by_a_subscription_that_ends_goes_on()
    {
        await using var scene = new Scene();
        var reader = scene.Bus.SubscribeReader("n.*", new() { Capacity = 1, Overflow = EventOverflow.Block });
        scene.Publish("n.1");
        var blocked = scene.Publisher.PublishAsync(new HookEvent("n.2")).AsTask();
        await reader.DisposeAsync();

        Assert.Equal(1, (await blocked).Lost);
        var counts = reader.Subscription.Counts;
        Assert.Equal((2, 2), (counts.Matched, counts.Abandoned));
    }

    [Fact]
    public async Task An_event_whose_time_is_over_is_not_delivered()
    {
        await using var scene = new Scene();
        var reader = scene.Bus.SubscribeReader("n.*");
        scene.Publish("n.1", expires: scene.Clock.GetUtcNow().AddSeconds(1));
        scene.Publish("n.2", expires: scene.Clock.GetUtcNow().AddSeconds(3));
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        await scene.Bus.DisposeAsyncWhileReading(reader, out var read);

        Assert.Equal("n.2", Assert.Single(await read).Type);
        Assert.Equal((2, 1, 1), (reader.Subscription.Counts.Matched, reader.Subscription.Counts.Expired, reader.Subscription.Counts.Delivered));
    }
}
