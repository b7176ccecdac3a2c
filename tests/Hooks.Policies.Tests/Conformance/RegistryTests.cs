namespace Hooks.Policies.Tests.Conformance;

/// <summary>What the registries of other hook systems offer, at run time.</summary>
public sealed class RegistryTests
{
    private const HookPoint First = HookPoint.BeforeAgentInit, Second = HookPoint.SubagentStop;

    [Fact]
    public async Task An_object_runs_at_all_of_its_points_and_one_name_takes_it_out_of_all()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var hook = new Recorder("audit", First, Second);
        await scene.Dispatcher.StartAsync();
        var registration = await scene.Dispatcher.RegisterAsync(hook);
        await scene.Dispatcher.BeforeAgentInitAsync(new());
        await scene.Dispatcher.SubagentStopAsync(new());

        Assert.Equal([First, Second], hook.Ran);
        Assert.Equal(["audit", "audit"], registration.Hooks.Select(one => one.Name));
        Assert.True(scene.Dispatcher.Unregister("audit"));
        Assert.False(scene.Dispatcher.Unregister("audit"));
        Assert.False(scene.Dispatcher.HasHooks(First) || scene.Dispatcher.HasHooks(Second));
    }

    [Fact]
    public async Task An_object_that_one_point_refuses_is_at_none_of_them()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        scene.Dispatcher.Observe<AgentContext>(Second, static _ => { }, new() { Name = "audit" });
        var error = await Assert.ThrowsAsync<ArgumentException>(() => scene.Dispatcher.RegisterAsync(new Recorder("audit", First, Second)).AsTask());

        Assert.Contains("'audit'", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(HookPoint.SubagentStop), error.Message, StringComparison.Ordinal);
        Assert.False(scene.Dispatcher.HasHooks(First));
    }

    [Fact]
    public async Task The_list_holds_every_hook_with_its_point_and_state_those_too_that_are_off()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var compiled = scene.Dispatcher.GetHooks().Count;
        scene.Dispatcher.Observe<AgentContext>(First, static _ => { }, new() { Name = "late", Description = "watches", Priority = 7, Background = true });
        scene.Dispatcher.Disable("late");

        var hooks = scene.Dispatcher.GetHooks();
        Assert.Equal(compiled + 1, hooks.Count);
        Assert.Equal(compiled, scene.Dispatcher.Table.Hooks.Count);
        var late = Assert.Single(hooks, status => status.IsRegistered);
        Assert.Equal((First, "late", "watches", 7), (late.Hook.Point.Point, late.Hook.Name, late.Hook.Description, late.Hook.Priority));
        Assert.Equal((false, true), (late.IsEnabled, late.Hook.Background));
    }

    [Fact]
    public async Task Clear_takes_out_what_was_registered_and_leaves_what_was_compiled()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        scene.Dispatcher.Register(HookPoint.BeforeToolCall, static (ToolCallContext _) => HookResult.Cancel("late"));
        scene.Dispatcher.Observe<AgentContext>(First, static _ => { });
        scene.Dispatcher.Clear();

        Assert.True((await scene.Dispatcher.BeforeToolCallAsync(Scene.Call())).IsContinue);
        Assert.False(scene.Dispatcher.HasHooks(First));
        Assert.Equal(scene.Dispatcher.Table.Hooks, scene.Dispatcher.GetHooks().Select(status => status.Hook));
    }

    [Fact]
    public async Task Handlers_without_a_name_get_names_of_their_own()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        scene.Dispatcher.Observe<AgentContext>(First, static _ => { }, new() { Name = "BeforeAgentInit#1" });
        var names = Enumerable.Range(0, 10).Select(_ => scene.Dispatcher.Observe<AgentContext>(First, static _ => { }).Name).ToList();

        Assert.Equal(10, names.Distinct().Count());
        Assert.All(names, name => Assert.True(scene.Dispatcher.Unregister(name)));
    }

    [Fact]
    public async Task A_handler_that_is_null_or_whose_name_is_blank_is_refused()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var dispatcher = scene.Dispatcher;

        Assert.Throws<ArgumentNullException>(() => dispatcher.Register(First, (Func<AgentContext, HookResult>)null!));
        Assert.Throws<ArgumentNullException>(() => dispatcher.Observe(First, (Action<AgentContext>)null!));
        Assert.Throws<ArgumentNullException>(() => dispatcher.Register("deploy", null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => dispatcher.RegisterAsync(null!).AsTask());
        Assert.Throws<ArgumentException>(() => dispatcher.Observe<AgentContext>(First, static _ => { }, new() { Name = "" }));
        Assert.Throws<ArgumentException>(() => dispatcher.Register(" ", static (_, _) => default));
        await Assert.ThrowsAsync<ArgumentException>(() => dispatcher.RegisterAsync(new Recorder(" ", First)).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => dispatcher.RegisterAsync(new Recorder("nowhere")).AsTask());
    }

    [Fact]
    public async Task A_hook_may_register_another_which_runs_from_the_next_fire_on()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var ran = 0;
        HookRegistration? other = null;
        scene.Dispatcher.Observe<AgentContext>(First, _ => other ??= scene.Dispatcher.Observe<AgentContext>(First, _ => ran++));
        await scene.Dispatcher.BeforeAgentInitAsync(new());
        Assert.Equal(0, ran);
        await scene.Dispatcher.BeforeAgentInitAsync(new());

        Assert.Equal(1, ran);
    }

    private sealed class Recorder(string name, params HookPoint[] points) : IHook
    {
        public List<HookPoint> Ran { get; } = [];

        public string Name => name;

        public IReadOnlyList<HookPoint> Points => points;

        public ValueTask<HookResult> InvokeAsync(HookPoint point, HookContext context, CancellationToken cancellationToken)
        {
            Ran.Add(point);
            return default;
        }
    }
}
