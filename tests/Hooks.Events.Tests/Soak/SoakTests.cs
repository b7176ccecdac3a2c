using System.Collections.Concurrent;

namespace Hooks.Events.Tests.Soak;

/// <summary>Many publishers and subscribers of all kinds at once, held to counters of the test's own.</summary>
public sealed class SoakTests
{
    private const int Publishers = 8, Subscribers = 32, SessionsOfEach = 3;

    private static int EventsOfEach => int.Parse(Environment.GetEnvironmentVariable("HOOKS_SOAK_EVENTS") ?? "4000", null);

    [Fact]
    public async Task Every_event_of_every_subscription_is_accounted_for_and_sessions_keep_their_order()
    {
        var bus = new EventBus(new() { DrainTimeout = TimeSpan.FromMinutes(2) });
        var subscribers = Enumerable.Range(0, Subscribers).Select(number => new SoakSubscriber(number)).ToList();
        subscribers.ForEach(subscriber => subscriber.Subscribe(bus));
        var churning = new List<SoakSubscriber>();
        var published = new ConcurrentDictionary<string, long>();
        using var done = new CancellationTokenSource();
        var churn = Task.Run(async () =>
        {
            for (var number = Subscribers; !done.IsCancellationRequested; number++)
            {
                var subscriber = new SoakSubscriber(number);
                churning.Add(subscriber);
                subscriber.Subscribe(bus);
                await Scene.Until(() => done.IsCancellationRequested || subscriber.Subscription.Counts.Matched > 50);
                if (number % 3 == 0)
                    subscriber.Subscription.Disable();
                if (number % 3 == 1)
                    await subscriber.Subscription.DrainAsync(TimeSpan.FromMinutes(1));
                await subscriber.Subscription.DisposeAsync();
            }
        });

        await Task.WhenAll(Enumerable.Range(0, Publishers).Select(number => Task.Run(async () =>
        {
            using var publisher = bus.CreatePublisher($"publisher {number}");
            for (var i = 0; i < EventsOfEach; i++)
            {
                var type = $"soak.{(SoakSubscriber.Kind)(i % 4)}.{number}".ToLowerInvariant();
                var receipt = await publisher.PublishAsync(new HookEvent(type) { SessionId = $"{number}.{i % SessionsOfEach}", Data = EventData.FromJson($"{i}") });
                Assert.Equal(EventPublishStatus.Published, receipt.Status);
                Assert.Equal(receipt.Matched, receipt.Accepted + receipt.Dropped + receipt.Filtered + receipt.Rejected + receipt.Lost);
                published.AddOrUpdate(type, 1, (_, count) => count + 1);
            }
        })));
        await done.CancelAsync();
        await churn;
        await bus.DisposeAsync();

        Assert.Equal(Publishers * EventsOfEach, bus.Published);
        Assert.True(bus.IsEmpty);
        Assert.True(churning.Count > 3, $"{churning.Count} came and went");
        foreach (var subscriber in subscribers)
        {
            var counts = subscriber.Subscription.Counts;
            Assert.Equal(published.Where(type => subscriber.Wants(type.Key)).Sum(type => type.Value), counts.Matched);
            subscriber.AssertAccounted();
        }

        churning.ForEach(subscriber => subscriber.AssertAccounted());
        var all = subscribers.Concat(churning).Select(subscriber => subscriber.Subscription.Counts).ToList();
        Assert.True(all.Sum(counts => counts.Dropped) > 0 && all.Sum(counts => counts.Rejected) > 0, "Nothing was dropped or rejected: the queues were never full.");
        Assert.True(all.Sum(counts => counts.Failed) > 0 && all.Sum(counts => counts.DeadLettered) > 0 && all.Sum(counts => counts.Filtered) > 0 && all.Sum(counts => counts.Abandoned) > 0);
    }

    [Fact]
    public async Task The_heap_does_not_grow_with_the_events()
    {
        const int Most = 1024, Events = 100_000;
        await using var bus = new EventBus(new() { HistoryCapacity = 100 });
        var publisher = bus.CreatePublisher("p");
        long handled = 0;
        bus.Subscribe("heap.**", (_, _) =>
        {
            Interlocked.Increment(ref handled);
            return default;
        }, new() { Overflow = EventOverflow.Block, BlockTimeout = Timeout.InfiniteTimeSpan });
        await Publish(Events);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Publish(Events);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        // Other tests of the suite run in the same process; the smallest growth seen is this one's.
        for (var again = 0; again < 10 && after - before >= Most; again++)
        {
            before = GC.GetTotalMemory(forceFullCollection: true);
            await Publish(Events);
            after = GC.GetTotalMemory(forceFullCollection: true);
        }

        Assert.True(after - before < Most, $"The heap has grown by {after - before} bytes with {Events} events.");

        async Task Publish(int count)
        {
            var target = Interlocked.Read(ref handled) + count;
            for (var i = 0; i < count; i++)
                await publisher.PublishAsync(new HookEvent("heap.n") { SessionId = "s" });
            await Scene.Until(() => Interlocked.Read(ref handled) == target);
        }
    }
}
