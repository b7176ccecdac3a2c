namespace Hooks.Events.Tests.Bridging;

public sealed class BridgeTests
{
    [Fact]
    public async Task A_fire_is_published_under_its_points_name_with_its_verdict()
    {
        await using var scene = new Scene();
        var dispatcher = new HookDispatcher(new NoHooks());
        dispatcher.Register(HookPoint.BeforeToolCall, (ToolCallContext call) => call.ToolName == "rm" ? HookResult.Cancel("no deleting") : HookResult.Continue, new() { Name = "guard" });
        using var bridge = HookEventBridge.Attach(dispatcher, scene.Bus);
        await dispatcher.BeforeToolCallAsync(new() { ToolName = "rm", CallId = "1", SessionId = "s", CorrelationId = "c", AgentName = "main" });
        dispatcher.BeforeToolCall(new() { ToolName = "ls" });

        var events = scene.Bus.GetHistory();
        Assert.Equal(["tool.call.before", "tool.call.before"], events.Select(e => e.Type));
        Assert.Equal(("s", "c", "hooks"), (events[0].SessionId, events[0].CorrelationId, events[0].Publisher));
        Assert.Equal("""{"point":"BeforeToolCall","agent":"main","tool":"rm","call_id":"1","outcome":"pending","verdict":"cancel","reason":"no deleting","decided_by":"guard"}""", events[0].Data!.ToString());
        Assert.Equal("""{"point":"BeforeToolCall","tool":"ls","outcome":"pending","verdict":"continue"}""", events[1].Data!.ToString());
    }

    [Fact]
    public async Task The_ends_of_runs_and_stages_say_who_how_long_and_whether_it_went_well()
    {
        await using var scene = new Scene();
        var dispatcher = new HookDispatcher(new NoHooks());
        using var bridge = HookEventBridge.Attach(dispatcher, scene.Bus);
        await dispatcher.AfterAgentExecutionAsync(new() { AgentName = "main", Outcome = AgentRunOutcome.Succeeded, Duration = TimeSpan.FromSeconds(1.5) });
        await dispatcher.BeforeWorkflowStageAsync(new() { WorkflowName = "build", Stage = "compile" });
        await dispatcher.AfterToolCallAsync(new() { ToolName = "bash", Outcome = ToolCallOutcome.Denied, ErrorMessage = "no" });

        Assert.Equal(
            [
                ("agent.execution.completed", """{"point":"AfterAgentExecution","agent":"main","outcome":"succeeded","success":true,"duration_ms":1500}"""),
                ("workflow.stage.started", """{"point":"BeforeWorkflowStage","workflow":"build","stage":"compile","attempt":1,"verdict":"continue"}"""),
                ("tool.call.after", """{"point":"AfterToolCall","tool":"bash","outcome":"denied","success":false,"error":"no"}"""),
            ],
            scene.Bus.GetHistory().Select(e => (e.Type, e.Data!.ToString())));
    }

    [Fact]
    public async Task Every_point_becomes_one_event_of_its_name_and_those_about_events_none()
    {
        await using var scene = new Scene();
        var dispatcher = new HookDispatcher(new NoHooks());
        using var bridge = HookEventBridge.Attach(dispatcher, scene.Bus, new() { IncludeContext = true });
        foreach (var info in HookPoints.All)
            await dispatcher.FireAsync(info.Point!.Value, (HookContext)Contexts.Of(info.ContextType));

        Assert.Equal(HookPoints.All.Where(info => info.ContextType != typeof(EventContext)).Select(info => info.EventName), scene.Bus.GetHistory().Select(e => e.Type));
        Assert.All(scene.Bus.GetHistory(), e => Assert.True(e.Data!.TryGetMembers(out var members) && members.TryGetArguments("context", out _)));
        Assert.False(dispatcher.ShouldFire(HookPoint.BeforeEventEmit));
    }

    [Fact]
    public async Task A_call_that_cannot_be_shown_in_full_is_published_all_the_same_and_says_so()
    {
        await using var scene = new Scene();
        var dispatcher = new HookDispatcher(new NoHooks());
        using var bridge = HookEventBridge.Attach(dispatcher, scene.Bus, new() { IncludeContext = true });
        var deep = new HookArguments { ["x"] = 1L };
        for (var i = 1; i < HookArguments.MaxDepth; i++)
            deep = new() { ["a"] = deep };
        await dispatcher.BeforeToolCallAsync(new() { ToolName = "deep", Arguments = deep });
        await dispatcher.BeforeToolCallAsync(new() { ToolName = "flat", Arguments = new() { ["x"] = 1L } });

        var events = scene.Bus.GetHistory();
        Assert.Equal(2, events.Count);
        Assert.True(events[0].Data!.TryGetMembers(out var members) && members.GetString("tool") == "deep");
        Assert.Contains("64 levels", members.GetString("context_error"), StringComparison.Ordinal);
        Assert.False(members.ContainsKey("context"));
        Assert.True(events[1].Data!.TryGetMembers(out members) && members.ContainsKey("context") && !members.ContainsKey("context_error"));
    }

    [Fact]
    public async Task A_point_of_a_users_own_cannot_pass_for_another()
    {
        await using var scene = new Scene();
        var dispatcher = new HookDispatcher(new NoHooks());
        using var bridge = HookEventBridge.Attach(dispatcher, scene.Bus);
        foreach (var name in new[] { "tool.call.after", HookPoints.Get(HookPoint.BeforeEventEmit).EventName, "deploy.before" })
            await dispatcher.FireAsync(new NamedHookContext(name));
        Assert.Equal(["custom.tool.call.after", "custom." + HookPoints.Get(HookPoint.BeforeEventEmit).EventName, "deploy.before"], scene.Bus.GetHistory().Select(e => e.Type));
    }

    [Fact]
    public async Task Aliases_are_published_only_when_asked_for_behind_the_points_own_name()
    {
        await using var scene = new Scene();
        var dispatcher = new HookDispatcher(new NoHooks());
        using (HookEventBridge.Attach(dispatcher, scene.Bus, new() { Aliases = [HookSystem.Hawk, HookSystem.HotPlex, HookSystem.OmniAgent] }))
            await dispatcher.FileWriteAsync(new() { Path = "a" });
        using (HookEventBridge.Attach(dispatcher, scene.Bus, new() { Aliases = [HookSystem.HotPlex, HookSystem.OmniAgent] }))
            await dispatcher.SessionStartAsync(new());

        var events = scene.Bus.GetHistory();
        Assert.Equal(["file.write", "session.started", "session.start", "session.created"], events.Select(e => e.Type));
        Assert.Equal([null, null, events[1].Id, events[1].Id], events.Select(e => e.CausationId));
    }

    [Fact]
    public async Task Nothing_is_made_that_nobody_would_see()
    {
        await using var scene = new Scene(options => new() { HistoryCapacity = 0 });
        var dispatcher = new HookDispatcher(new NoHooks());
        using var bridge = HookEventBridge.Attach(dispatcher, scene.Bus, new() { Points = point => point.Point != HookPoint.SessionEnd });
        Assert.False(dispatcher.ShouldFire(HookPoint.SessionStart));
        await dispatcher.SessionStartAsync(new());
        Assert.Equal(0, scene.Bus.Published);

        await using var reader = scene.Bus.SubscribeReader("session.*");
        Assert.True(dispatcher.ShouldFire(HookPoint.SessionStart));
        Assert.False(dispatcher.ShouldFire(HookPoint.SessionEnd));
        Assert.False(dispatcher.HasHooks(HookPoint.SessionStart));
        await dispatcher.SessionStartAsync(new());
        await dispatcher.SessionEndAsync(new());
        Assert.Equal(1, scene.Bus.Published);
    }

    [Fact]
    public async Task Only_decisions_when_only_these_are_wanted_and_nothing_after_disposal()
    {
        await using var scene = new Scene();
        var dispatcher = new HookDispatcher(new NoHooks());
        dispatcher.Register(HookPoint.BeforeToolCall, (ToolCallContext call) => call.ToolName == "rm" ? HookResult.Ask("really?") : HookResult.Modified);
        var bridge = HookEventBridge.Attach(dispatcher, scene.Bus, new() { OnlyDecisions = true });
        await dispatcher.BeforeToolCallAsync(new() { ToolName = "ls" });
        await dispatcher.BeforeToolCallAsync(new() { ToolName = "rm" });
        bridge.Dispose();
        await dispatcher.BeforeToolCallAsync(new() { ToolName = "rm" });
        Assert.Single(scene.Bus.GetHistory());
        HookEventBridge.Attach(dispatcher, scene.Bus).Dispose();
    }

    [Fact]
    public async Task Custom_points_are_published_with_hooks_and_without()
    {
        await using var scene = new Scene();
        var dispatcher = new HookDispatcher(new NoHooks());
        using var bridge = HookEventBridge.Attach(dispatcher, scene.Bus);
        await dispatcher.FireAsync(new DeployContext { SessionId = "s" });
        await dispatcher.FireAsync(new NamedHookContext("plugin.loaded"));
        dispatcher.Register("plugin.loaded", (_, _) => new(HookResult.Cancel("no")));
        Assert.True((await dispatcher.FireAsync(new NamedHookContext("plugin.loaded"))).IsCancel);
        await dispatcher.FireAsync(new NamedHookContext("no type at all"));

        Assert.Equal(["deploy.before", "plugin.loaded", "plugin.loaded"], scene.Bus.GetHistory().Select(e => e.Type));
        Assert.Contains("\"verdict\":\"cancel\"", scene.Bus.GetHistory()[2].Data!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_fires_what_it_hears_of_comes_to_an_end()
    {
        await using var scene = new Scene();
        var dispatcher = new HookDispatcher(new NoHooks());
        using var bridge = HookEventBridge.Attach(dispatcher, scene.Bus);
        var handled = 0;
        scene.Bus.SubscribeInline("session.started", _ =>
        {
            handled++;
            dispatcher.SessionStart(new());
        });
        dispatcher.SessionStart(new());
        Assert.Equal(HookDispatcher.MaxDepth, handled);
    }

    [Fact]
    public async Task A_full_queue_that_blocks_makes_the_agent_wait()
    {
        await using var scene = new Scene(options => new() { TimeProvider = options.TimeProvider });
        var dispatcher = new HookDispatcher(new NoHooks());
        using var bridge = HookEventBridge.Attach(dispatcher, scene.Bus);
        var reader = scene.Bus.SubscribeReader("session.*", new() { Capacity = 1, Overflow = EventOverflow.Block });
        await dispatcher.SessionStartAsync(new());
        var fire = dispatcher.SessionEndAsync(new()).AsTask();
        Assert.False(fire.IsCompleted);
        await using var events = reader.GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        await fire;
    }

    [HookPoint("deploy.before", Blocking = true)]
    private sealed class DeployContext : CustomHookContext;
}
