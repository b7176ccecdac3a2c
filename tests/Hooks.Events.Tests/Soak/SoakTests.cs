using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace Hooks.Events.Tests.Soak;

/// <summary>Many publishers and subscribers of all kinds at once, held to counters of the test's own. They run after the other tests, whose memory would be counted.</summary>
[Collection(Alone.Name)]
public sealed class SoakTests(ITestOutputHelper output)
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

        await PublishAsync(bus, EventsOfEach, published);
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
        output.WriteLine($"{bus.Published:N0} events, {all.Count} subscriptions, {all.Sum(counts => counts.Matched):N0} matched, {all.Sum(counts => counts.Outcomes):N0} outcomes: "
            + $"{all.Sum(counts => counts.Delivered):N0} delivered, {all.Sum(counts => counts.Filtered):N0} filtered, {all.Sum(counts => counts.Dropped):N0} dropped, {all.Sum(counts => counts.Rejected):N0} rejected, "
            + $"{all.Sum(counts => counts.Failed):N0} failed, {all.Sum(counts => counts.DeadLettered):N0} dead-lettered, {all.Sum(counts => counts.Abandoned):N0} abandoned");
        Assert.True(all.Sum(counts => counts.Dropped) > 0 && all.Sum(counts => counts.Rejected) > 0, "Nothing was dropped or rejected: the queues were never full.");
        Assert.True(all.Sum(counts => counts.Failed) > 0 && all.Sum(counts => counts.DeadLettered) > 0 && all.Sum(counts => counts.Filtered) > 0 && all.Sum(counts => counts.Abandoned) > 0);
    }

    [Fact]
    public async Task The_heap_does_not_grow_with_the_events()
    {
        const int Most = 1024, Events = 100_000, MostRounds = 24;
        await RoomyThreadPool.PrepareAsync();
        await using var bus = new EventBus(new() { HistoryCapacity = 100 });
        var subscribers = Enumerable.Range(0, Subscribers).Select(number => new SoakSubscriber(number)).ToList();
        subscribers.ForEach(subscriber => subscriber.Subscribe(bus));
        var published = new ConcurrentDictionary<string, long>();
        await PublishAsync(bus, 2 * Events / Publishers, published);
        var heaps = new List<long> { await HeapAsync() };

        // What happens once (a queue is full for the first time, the pool has another thread) is not growth, and what the process does beside
        // comes and goes; so the average counts, over as many rounds as it takes.
        while (heaps.Count < 3 || (heaps.Count < MostRounds && Growth() >= Most))
        {
            await PublishAsync(bus, Events / Publishers, published);
            heaps.Add(await HeapAsync());
        }

        output.WriteLine($"The heap after each {Events:N0} events: {string.Join(", ", heaps.Select(bytes => $"{bytes:N0}"))} bytes; it has grown by {Growth():N0} bytes each time.");
        Assert.True(Growth() < Most);

        long Growth() => (heaps[^1] - heaps[0]) / (heaps.Count - 1);

        async Task<long> HeapAsync()
        {
            await Scene.Until(() => subscribers.TrueForAll(subscriber => subscriber.Subscription.Counts is var counts && counts.Matched == counts.Outcomes));
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            return GC.GetTotalMemory(forceFullCollection: true);
        }
    }

    private static Task PublishAsync(EventBus bus, int eventsOfEach, ConcurrentDictionary<string, long> published) =>
        Task.WhenAll(Enumerable.Range(0, Publishers).Select(number => Task.Run(async () =>
        {
            using var publisher = bus.CreatePublisher($"publisher {number}");
            for (var i = 0; i < eventsOfEach; i++)
            {
                var type = $"soak.{(SoakSubscriber.Kind)(i % 4)}.{number}".ToLowerInvariant();
                var receipt = await publisher.PublishAsync(new HookEvent(type) { SessionId = $"{number}.{i % SessionsOfEach}", Data = EventData.FromJson($"{i}") });
                Assert.Equal(EventPublishStatus.Published, receipt.Status);
                Assert.Equal(receipt.Matched, receipt.Accepted + receipt.Dropped + receipt.Filtered + receipt.Rejected + receipt.Lost);
                published.AddOrUpdate(type, 1, (_, count) => count + 1);
            }
        })));
}

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
