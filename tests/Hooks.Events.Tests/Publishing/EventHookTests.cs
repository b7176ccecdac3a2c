namespace Hooks.Events.Tests.Publishing;

public sealed class EventHookTests
{
    [Fact]
    public async Task Hooks_see_each_event_before_and_after_it_goes_out()
    {
        var seen = new List<string>();
        await using var scene = NewScene(dispatcher =>
        {
            dispatcher.Register(HookPoint.BeforeEventEmit, (EventContext context) =>
            {
                seen.Add($"before {context.Subject} {context.SessionId} {context.Source} {((HookArguments)context.Data!).GetString("tool")} {context.Metadata["urgent"]}");
                return HookResult.Continue;
            });
            dispatcher.Observe(HookPoint.AfterEventEmit, (EventContext context) => seen.Add($"after {context.Subject} {context.Sequence} {context.Deliveries}"));
        });
        scene.Bus.SubscribeInline("n", _ => seen.Add("handler"));
        scene.Publisher.Publish(new HookEvent("n") { SessionId = "s", Data = EventData.FromJson("""{"tool":"bash"}"""), Metadata = new([new("urgent", true)]) });

        Assert.Equal(["before n s /test bash True", "handler", "after n 1 1"], seen);
        Assert.Equal(2, scene.Bus.GetStatistics().Hooks);
    }

    [Fact]
    public async Task Hooks_know_a_publisher_by_the_name_that_nobody_else_can_have()
    {
        await using var scene = NewScene(dispatcher => dispatcher.Register(HookPoint.BeforeEventEmit, (EventContext context) =>
            context.Publisher == "trusted" ? HookResult.Continue : HookResult.Cancel($"{context.Publisher} says that it is {context.Source}")));
        var evil = scene.Bus.CreatePublisher("evil").Publish(new HookEvent("n") { Source = new("trusted") });
        Assert.Equal((EventPublishStatus.Cancelled, "evil says that it is /trusted"), (evil.Status, evil.Reason));
        Assert.Equal(EventPublishStatus.Published, scene.Bus.CreatePublisher("trusted").Publish(new HookEvent("n")).Status);
    }

    [Fact]
    public async Task A_hook_can_keep_an_event_from_going_out_and_one_that_fails_does()
    {
        await using var scene = NewScene(dispatcher => dispatcher.Register(HookPoint.BeforeEventEmit, (EventContext context) =>
            context.Subject == "broken" ? throw new InvalidOperationException("secret") : context.Subject == "secret" ? HookResult.Cancel("not for others") : HookResult.Continue));
        var seen = new List<string>();
        scene.Bus.SubscribeInline("**", e => seen.Add(e.Type));

        var cancelled = scene.Publish("secret");
        Assert.Equal((EventPublishStatus.Cancelled, "not for others", 0L), (cancelled.Status, cancelled.Reason, cancelled.Sequence));
        var failed = scene.Publish("broken");
        Assert.Equal(EventPublishStatus.Cancelled, failed.Status);
        Assert.DoesNotContain("secret", failed.Reason, StringComparison.Ordinal);
        Assert.Equal(EventPublishStatus.Published, scene.Publish("n").Status);
        Assert.Equal(["n"], seen);
        Assert.Equal(1, scene.Bus.Published);
    }

    [Fact]
    public async Task What_a_hook_changes_goes_out()
    {
        await using var scene = NewScene(dispatcher => dispatcher.Register(HookPoint.BeforeEventEmit, (EventContext context) =>
        {
            if (context.Data is HookArguments members)
                members["token"] = "***";
            else
                context.Data = context.Subject == "worse" ? new object() : "replaced";
            context.Metadata["level"] = 3;
            return HookResult.Modified;
        }));
        scene.Publish("n", data: """{"token":"s3cret"}""");
        scene.Publish("m", data: "[1]");
        var refused = scene.Publish("worse", data: "[1]");

        Assert.Equal(["{\"token\":\"***\"}", "\"replaced\""], scene.Bus.GetHistory().Select(e => e.Data!.ToString()));
        Assert.All(scene.Bus.GetHistory(), e => Assert.Equal(3, e.Metadata["level"]));
        Assert.Equal(EventPublishStatus.Cancelled, refused.Status);
    }

    [Fact]
    public async Task What_a_hook_changes_is_held_to_the_schema_and_what_it_delays_beyond_the_end_is_not_accepted()
    {
        EventBus bus = null!;
        var dispatcher = new HookDispatcher(new NoHooks());
        dispatcher.Register(HookPoint.BeforeEventEmit, async (EventContext context, CancellationToken _) =>
        {
            if (context.Subject == "last")
                await bus.DisposeAsync();
            context.Data = "bad";
            return HookResult.Modified;
        });
        bus = new(new() { Hooks = dispatcher, Schemas = new Dictionary<string, Func<HookEvent, string?>> { ["n"] = e => e.Data?.ToString() == "\"bad\"" ? "it is bad" : null } });
        var publisher = bus.CreatePublisher("test");
        var changed = publisher.Publish(new HookEvent("n") { Data = EventData.FromJson("1") });
        Assert.Equal((EventPublishStatus.Invalid, "a hook has changed the event: it is bad"), (changed.Status, changed.Reason));
        Assert.Equal(EventPublishStatus.NotAccepted, publisher.Publish(new HookEvent("last")).Status);
        Assert.Equal(0, bus.Published);
    }

    [Fact]
    public async Task A_subscriber_that_fails_fires_its_point_with_the_error()
    {
        var seen = new TaskCompletionSource<EventContext>();
        await using var scene = NewScene(dispatcher => dispatcher.Observe(HookPoint.EventHandlerError, (EventContext context) => seen.SetResult(context)));
        var error = new InvalidOperationException("boom");
        scene.Bus.Subscribe("n", (_, _) => throw error, new() { Name = "failing" });
        scene.Publish("n");

        var context = await seen.Task;
        Assert.Equal(("n", "failing", 1L), (context.Subject, context.Subscription, context.Sequence!.Value));
        Assert.Equal(("test", "/test"), (context.Publisher, context.Source));
        Assert.Same(error, context.Error);
    }

    [Fact]
    public async Task Events_about_events_fire_none_of_these_points()
    {
        var fired = new List<string>();
        await using var scene = NewScene(dispatcher =>
        {
            dispatcher.Register(HookPoint.BeforeEventEmit, (EventContext context) =>
            {
                fired.Add(context.Subject);
                return HookResult.Continue;
            });
            dispatcher.Observe(HookPoint.AfterEventEmit, (EventContext context) => fired.Add(context.Subject));
            dispatcher.Observe(HookPoint.EventHandlerError, (EventContext context) => fired.Add(context.Subject));
        });
        scene.Bus.SubscribeInline("event.**", _ => throw new InvalidOperationException());
        foreach (var point in new[] { HookPoint.BeforeEventEmit, HookPoint.AfterEventEmit, HookPoint.EventHandlerError })
            Assert.Equal(1, scene.Publish(HookPoints.Get(point).EventName).Matched);
        Assert.Equal(3, scene.Errors.Count);
        Assert.Empty(fired);
    }

    private static Scene NewScene(Action<HookDispatcher> register)
    {
        var dispatcher = new HookDispatcher(new NoHooks());
        register(dispatcher);
        return new(options => new() { Hooks = dispatcher, TimeProvider = options.TimeProvider, OnHandlerError = options.OnHandlerError });
    }
}
