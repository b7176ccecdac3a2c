using System.Runtime.CompilerServices;

namespace Hooks.Events.Tests.Subscribing;

/// <summary>A reader's subscription ends with its loop, whichever way the loop ends.</summary>
public sealed class ReaderTests
{
    [Fact]
    public async Task An_enumerator_that_never_moved_ends_the_subscription_when_it_is_disposed()
    {
        await using var scene = new Scene();
        await using (scene.Bus.SubscribeReader("n").GetAsyncEnumerator())
        {
        }

        Assert.True(scene.Bus.IsEmpty);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    public async Task An_enumerator_that_is_lost_ends_the_subscription_even_while_it_waits(int moves, bool isWaiting)
    {
        await using var scene = new Scene();
        var reader = scene.Bus.SubscribeReader("n");
        await Abandon(scene, reader, moves, isWaiting);
        await Scene.Until(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return scene.Bus.IsEmpty;
        });
        Assert.Equal(0, scene.Publish("n").Matched);
        Assert.Equal(moves, reader.Subscription.Counts.Delivered);
    }

    [Fact]
    public async Task A_loop_that_waits_is_not_lost()
    {
        await using var scene = new Scene();
        var loop = First(scene.Bus.SubscribeReader("n"));
        for (var i = 0; i < 10; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(1, scene.Publish("n").Accepted);
        Assert.Equal("n", (await loop).Type);

        static async Task<HookEvent> First(EventReader reader)
        {
            await foreach (var hookEvent in reader)
                return hookEvent;
            throw new InvalidOperationException("There was none.");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_loop_that_disposes_the_bus_does_not_wait_for_itself_and_has_what_waits(bool suspends)
    {
        await using var scene = new Scene();
        var reader = scene.Bus.SubscribeReader("n");
        var other = scene.Bus.SubscribeReader("other");
        for (var i = 0; i < 3; i++)
            scene.Publish("n");
        var read = 0;
        await foreach (var hookEvent in reader)
        {
            read++;
            if (suspends)
                await Task.Yield();
            await foreach (var inner in Once(other, scene))
                await scene.Bus.DisposeAsync();
        }

        Assert.Equal((3, 3), (read, reader.Subscription.Counts.Delivered));
    }

    [Fact]
    public async Task A_loop_that_is_slow_has_what_waits_when_the_bus_is_disposed_elsewhere()
    {
        await using var scene = new Scene();
        var reader = scene.Bus.SubscribeReader("n");
        scene.Publish("n");
        scene.Publish("n");
        await using var events = reader.GetAsyncEnumerator();
        await events.MoveNextAsync();
        Task disposing;
        using (ExecutionContext.SuppressFlow())
            disposing = Task.Run(async () => await scene.Bus.DisposeAsync());
        await Scene.Until(() => !scene.Bus.HasSubscriptions("n"));
        Assert.False(disposing.IsCompleted);
        Assert.True(await events.MoveNextAsync());
        Assert.False(await events.MoveNextAsync());
        await disposing;
    }

    [Fact]
    public async Task There_is_no_current_event_before_the_first_and_after_the_last()
    {
        await using var scene = new Scene();
        await using var events = scene.Bus.SubscribeReader("n").GetAsyncEnumerator();
        Assert.Throws<InvalidOperationException>(() => events.Current);
        scene.Publish("n");
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("n", events.Current.Type);
        await events.DisposeAsync();
        Assert.False(await events.MoveNextAsync());
        Assert.Throws<InvalidOperationException>(() => events.Current);
    }

    private static async IAsyncEnumerable<HookEvent> Once(EventReader reader, Scene scene)
    {
        if (scene.Publish("other").Status != EventPublishStatus.Published)
            yield break;
        await foreach (var hookEvent in reader)
        {
            yield return hookEvent;
            yield break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task Abandon(Scene scene, EventReader reader, int moves, bool isWaiting)
    {
        var events = reader.GetAsyncEnumerator();
        for (var i = 0; i < moves; i++)
        {
            scene.Publish("n");
            Assert.True(await events.MoveNextAsync());
        }

        if (isWaiting)
            _ = events.MoveNextAsync().AsTask();
    }
}
