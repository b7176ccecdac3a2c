using System.Collections.Concurrent;

namespace Hooks.Events.Tests.Subscribing;

public sealed class BatchTests
{
    [Fact]
    public async Task A_batch_is_handed_over_when_it_is_full_when_its_time_is_over_and_at_the_end()
    {
        await using var scene = new Scene();
        var batches = new ConcurrentQueue<string>();
        var subscription = scene.Bus.SubscribeBatches("n.*", (batch, _) => Add(batches, batch), new() { MaxCount = 3, MaxWait = TimeSpan.FromSeconds(2) });
        for (var i = 1; i <= 4; i++)
            scene.Publish($"n.{i}");
        await Scene.Until(() => batches.Count == 1);
        await Scene.Until(() => scene.Clock.NextTimer == scene.Clock.GetUtcNow().AddSeconds(2) && subscription.Counts.Depth == 0);
        scene.Clock.Advance(TimeSpan.FromSeconds(2));
        await Scene.Until(() => batches.Count == 2);
        scene.Publish("n.5");
        await scene.Bus.DisposeAsync();

        Assert.Equal(["1,2,3", "4", "5"], batches);
        Assert.Equal((5, 5), (subscription.Counts.Matched, subscription.Counts.Delivered));
    }

    [Fact]
    public async Task A_batch_that_fails_counts_with_all_its_events()
    {
        await using var scene = new Scene();
        var dead = new ConcurrentQueue<string>();
        var subscription = scene.Bus.SubscribeBatches("n.*", (batch, _) => throw new InvalidOperationException(), new() { MaxCount = 2 }, new()
        {
            DeadLetter = (e, _, _) => e.Type == "n.1" ? Add(dead, [e]) : throw new InvalidOperationException(),
        });
        scene.Publish("n.1");
        scene.Publish("n.2");
        await scene.Bus.DisposeAsync();

        var counts = subscription.Counts;
        Assert.Equal((2, 1, 1, 0), (counts.Matched, counts.DeadLettered, counts.Failed, counts.Delivered));
        Assert.Equal(["1"], dead);
    }

    [Fact]
    public async Task Ending_the_subscription_abandons_what_was_collected()
    {
        await using var scene = new Scene();
        var subscription = scene.Bus.SubscribeBatches("n.*", (_, _) => throw new InvalidOperationException("nobody asked"), new() { MaxCount = 100 });
        scene.Publish("n.1");
        scene.Publish("n.2");
        await Scene.Until(() => subscription.Counts.Depth == 0);
        await subscription.DisposeAsync();

        Assert.Equal((2, 2), (subscription.Counts.Matched, subscription.Counts.Abandoned));
        Assert.Empty(scene.Errors);
    }

    private static ValueTask Add(ConcurrentQueue<string> to, IReadOnlyList<HookEvent> batch)
    {
        to.Enqueue(string.Join(',', batch.Select(e => e.Type[2..])));
        return default;
    }
}
