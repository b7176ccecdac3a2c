using System.Collections.Concurrent;

namespace Hooks.Events.Tests.Subscribing;

public sealed class HandlerTests
{
    [Fact]
    public async Task Several_patterns_that_match_the_same_event_deliver_it_once()
    {
        await using var scene = new Scene();
        var seen = new ConcurrentQueue<string>();
        var subscription = scene.Bus.Subscribe(["tool.*", "*.call", "other.**"], (e, _) => Add(seen, e));
        foreach (var type in new[] { "tool.call", "other", "model.call", "model.end" })
            scene.Publish(type);
        await scene.Bus.DisposeAsync();

        Assert.Equal(["tool.call", "other", "model.call"], seen);
        Assert.Equal((3, 3), (subscription.Counts.Matched, subscription.Counts.Delivered));
    }

    [Fact]
    public async Task Several_workers_keep_the_order_of_each_session()
    {
        await using var scene = new Scene();
        var seen = new ConcurrentQueue<(string? Session, string Type)>();
        var subscription = scene.Bus.Subscribe("**", async (e, _) =>
        {
            await Task.Yield();
            seen.Enqueue((e.SessionId, e.Type));
        }, new() { Workers = 4, Capacity = 10_000 });
        for (var i = 0; i < 2_000; i++)
            scene.Publish($"n.{i}", session: i % 5 == 4 ? null : $"session {i % 5}");
        await scene.Bus.DisposeAsync();

        Assert.Equal(2_000, subscription.Counts.Delivered);
        Assert.All(seen.Where(e => e.Session is not null).GroupBy(e => e.Session), session =>
            Assert.Equal(session.Select(e => int.Parse(e.Type[2..], null)).Order(), session.Select(e => int.Parse(e.Type[2..], null))));
        Assert.Equal(5, seen.Select(e => e.Session).Distinct().Count());
    }

    [Fact]
    public async Task Several_workers_handle_events_at_the_same_time_but_those_of_a_session_one_after_the_other()
    {
        await using var scene = new Scene();
        var gate = new TaskCompletionSource();
        var running = new ConcurrentDictionary<string, int>();
        scene.Bus.Subscribe("**", async (e, _) =>
        {
            Assert.Equal(1, running.AddOrUpdate(e.SessionId!, 1, (_, count) => count + 1));
            await gate.Task;
            running[e.SessionId!]--;
        }, new() { Workers = 8 });
        for (var i = 0; i < 64; i++)
            scene.Publish("n", session: $"{i % 32}");
        await Scene.Until(() => running.Count >= 2);
        gate.SetResult();
        await scene.Bus.DisposeAsync();

        Assert.Empty(scene.Errors);
        Assert.Equal(32, running.Count);
    }

    [Fact]
    public async Task A_filter_takes_what_it_wants_and_one_that_throws_counts_as_failed()
    {
        await using var scene = new Scene();
        var subscription = scene.Bus.Subscribe("n.*", (_, _) => default, new()
        {
            Filter = e => e.Type switch { "n.1" => true, "n.2" => false, _ => throw new InvalidOperationException("filter") },
        });
        var receipts = new[] { "n.1", "n.2", "n.3" }.Select(type => scene.Publish(type)).ToList();
        await scene.Bus.DisposeAsync();

        var counts = subscription.Counts;
        Assert.Equal((3, 1, 1, 1), (counts.Matched, counts.Delivered, counts.Filtered, counts.Failed));
        Assert.Equal([(1, 0, 0), (0, 1, 0), (0, 0, 1)], receipts.Select(r => (r.Accepted, r.Filtered, r.Lost)));
        Assert.Equal("filter", Assert.Single(scene.Errors).Error.Message);
    }

    [Fact]
    public async Task A_failed_handler_is_tried_again_after_a_growing_wait()
    {
        await using var scene = new Scene();
        var attempts = 0;
        var subscription = scene.Bus.Subscribe("n", (_, _) => ++attempts < 3 ? throw new InvalidOperationException() : default, new() { Retries = 2 });
        scene.Publish("n");
        await Scene.Until(() => scene.Clock.NextTimer == scene.Clock.GetUtcNow().AddMilliseconds(100));
        scene.Clock.Advance(TimeSpan.FromMilliseconds(100));
        await Scene.Until(() => scene.Clock.NextTimer == scene.Clock.GetUtcNow().AddMilliseconds(200));
        scene.Clock.Advance(TimeSpan.FromMilliseconds(200));
        await Scene.Until(() => subscription.Counts.Delivered == 1);

        Assert.Equal(3, attempts);
        Assert.Empty(scene.Errors);
        Assert.Equal(0, scene.Clock.ArmedTimers);
    }

    [Fact]
    public async Task What_fails_in_all_attempts_goes_to_the_dead_letter_handler_and_the_rest_goes_on()
    {
        await using var scene = new Scene();
        var dead = new ConcurrentQueue<(string Type, string Message)>();
        var subscription = scene.Bus.Subscribe("n.*", (e, _) => e.Type == "n.ok" ? default : throw new InvalidOperationException(e.Type), new()
        {
            DeadLetter = (e, error, _) =>
            {
                dead.Enqueue((e.Type, error.Message));
                return e.Type == "n.2" ? throw new InvalidOperationException("dead letter") : default;
            },
        });
        foreach (var type in new[] { "n.1", "n.2", "n.ok" })
            scene.Publish(type);
        await scene.Bus.DisposeAsync();

        Assert.Equal([("n.1", "n.1"), ("n.2", "n.2")], dead);
        var counts = subscription.Counts;
        Assert.Equal((3, 1, 1, 1), (counts.Matched, counts.Delivered, counts.DeadLettered, counts.Failed));
        Assert.Equal(["n.1", "n.2", "dead letter"], scene.Errors.Select(error => error.Error.Message));
    }

    [Fact]
    public async Task The_time_of_handlers_is_measured_whether_they_return_at_once_or_later()
    {
        await using var scene = new Scene();
        var subscription = scene.Bus.Subscribe("n.*", async (e, _) =>
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(1));
            if (e.Type == "n.later")
                await Task.Yield();
        }, new() { Workers = 2 });
        foreach (var type in new[] { "n.now", "n.later", "n.now" })
            scene.Publish(type, session: "s");
        await subscription.DrainAsync(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromSeconds(3), subscription.Counts.HandlerTime);
    }

    [Fact]
    public async Task A_cancellation_of_the_handlers_own_is_a_failure()
    {
        await using var scene = new Scene();
        var subscription = scene.Bus.Subscribe("n", async (_, _) => await Task.FromCanceled(new CancellationToken(true)));
        scene.Publish("n");
        await scene.Bus.DisposeAsync();

        Assert.Equal((1, 0), (subscription.Counts.Failed, subscription.Counts.Abandoned));
    }

    [Fact]
    public async Task Handlers_do_not_carry_what_flows_with_the_subscriber_or_publisher()
    {
        await using var scene = new Scene();
        var flowing = new AsyncLocal<string> { Value = "subscriber" };
        var seen = new ConcurrentQueue<string?>();
        scene.Bus.Subscribe("n", (_, _) =>
        {
            seen.Enqueue(flowing.Value);
            return default;
        });
        flowing.Value = "publisher";
        scene.Publish("n");
        await scene.Bus.DisposeAsync();

        Assert.Equal([null], seen);
    }

    [Fact]
    public async Task Synchronous_handlers_run_by_priority_before_the_publisher_goes_on()
    {
        await using var scene = new Scene();
        var seen = new List<string>();
        scene.Bus.SubscribeInline("n.*", _ => seen.Add("normal 1"));
        scene.Bus.SubscribeInline("n.*", _ => seen.Add("low"), HookPriority.Low);
        scene.Bus.SubscribeInline("n.*", _ => seen.Add("normal 2"));
        var failing = scene.Bus.SubscribeInline("n.*", _ => throw new InvalidOperationException("high"), HookPriority.High);
        var receipt = scene.Publish("n.1");

        Assert.Equal(["normal 1", "normal 2", "low"], seen);
        Assert.Equal((4, 3, 1), (receipt.Matched, receipt.Accepted, receipt.Lost));
        Assert.Equal(1, failing.Counts.Failed);
        Assert.Equal("high", Assert.Single(scene.Errors).Error.Message);
    }

    [Fact]
    public async Task A_handler_may_publish_subscribe_and_end_subscriptions_its_own_too()
    {
        await using var scene = new Scene();
        var ended = new TaskCompletionSource<EventSubscription>();
        EventSubscription? own = null;
        own = scene.Bus.Subscribe("n.1", async (_, _) =>
        {
            scene.Bus.Subscribe("n.2", (_, _) =>
            {
                ended.SetResult(own!);
                return default;
            });
            await own!.DisposeAsync();
            await scene.Publisher.PublishAsync(new HookEvent("n.2"));
        });
        EventSubscription? inline = null;
        inline = scene.Bus.SubscribeInline("n.1", _ => inline!.DisposeAsync().AsTask().GetAwaiter().GetResult());
        scene.Publish("n.1");
        scene.Publish("n.1");

        await ended.Task;
        await scene.Bus.DisposeAsync();
        await Scene.Until(() => own.Counts.Delivered == 1);
        Assert.Equal(1, inline.Counts.Delivered);
        Assert.True(scene.Bus.IsEmpty);
    }

    private static ValueTask Add(ConcurrentQueue<string> to, HookEvent hookEvent)
    {
        to.Enqueue(hookEvent.Type);
        return default;
    }
}
