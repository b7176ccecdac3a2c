namespace Hooks.Policies.Tests;

/// <summary>What may be changed while the agent runs, what a change touches, and what is refused with the name.</summary>
public sealed class ChangeTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_shadow_that_is_switched_off_and_on_is_a_shadow_until_it_is_enforced(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Hooks.OnAfterTimed = _ => HookResult.Cancel("no");
        scene.Dispatcher.Shadow(Scripted.AfterTimed);
        scene.Dispatcher.Disable(Scripted.AfterTimed);
        scene.Dispatcher.Enable(Scripted.AfterTimed);
        Assert.True(scene.Dispatcher.FindHook(Scripted.AfterTimed)!.IsShadow);
        Assert.True((await scene.Dispatcher.BeforeToolCallAsync(Scene.Call())).IsContinue);

        scene.Dispatcher.Disable(Scripted.AfterTimed);
        scene.Dispatcher.Enforce(Scripted.AfterTimed);
        Assert.True((await scene.Dispatcher.BeforeToolCallAsync(Scene.Call())).IsContinue);
        scene.Dispatcher.Enable(Scripted.AfterTimed);
        Assert.True((await scene.Dispatcher.BeforeToolCallAsync(Scene.Call())).IsCancel);
    }

    [Fact]
    public async Task Settings_of_which_a_hook_can_make_no_use_are_refused_as_its_attribute_would_be()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        Refused("'after-timed': Timeout is 00:00:01, but the hook is synchronous", Scripted.AfterTimed, new() { Timeout = TimeSpan.FromSeconds(1) });
        Refused("'observer': OnFailure is Block, but AfterToolCall is observe-only", Scripted.Observer, new() { OnFailure = HookFailurePolicy.Block });
        Assert.Throws<ArgumentException>(() => new Scene(HookExecutionPath.Compiled, options => options.Hooks[Scripted.AfterTimed] = new() { Timeout = TimeSpan.FromSeconds(1) }));
        Assert.Contains("'guard': OnFailure is 77", Assert.Throws<ArgumentException>(() => scene.Dispatcher.Register<TurnContext>(HookPoint.BeforeTurn, static _ => default, new() { Name = "guard", OnFailure = (HookFailurePolicy)77 })).Message, StringComparison.Ordinal);

        void Refused(string message, string hook, HookSettings settings) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => scene.Dispatcher.Configure(hook, settings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_forces_the_breakers_of_a_sealed_dispatcher()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled, options => options.Hooks[Scripted.SyncBroken] = new() { OnFailure = HookFailurePolicy.Continue });
        scene.Hooks.OnSyncBroken = _ => HookResult.Cancel("no");
        var breaker = scene.Dispatcher.FindHook(Scripted.SyncBroken)!.CircuitBreaker!;
        scene.Dispatcher.Seal();

        Assert.Throws<InvalidOperationException>(breaker.Open);
        Assert.Throws<InvalidOperationException>(breaker.Close);
        Assert.Throws<InvalidOperationException>(breaker.Reset);
        Assert.True(scene.Dispatcher.BeforeAgentExecution(new()).IsCancel);
    }

    [Fact]
    public async Task A_dispatcher_that_is_refused_leaves_its_table_to_another()
    {
        var table = new PolicyHooks(new Scripted());
        Assert.Throws<ArgumentException>(() => new HookDispatcher(table, new() { Hooks = new Dictionary<string, HookSettings> { ["timmed"] = new() } }));
        await using var dispatcher = new HookDispatcher(table);

        Assert.True(dispatcher.HasHooks(HookPoint.BeforeToolCall));
    }

    [Theory]
    [InlineData("BeforeToolCall")]
    [InlineData("tool.call.before")]
    [InlineData("PreToolUse")]
    public async Task A_name_of_a_built_in_point_is_no_point_of_its_own(string name)
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var error = Assert.Throws<ArgumentException>(() => scene.Dispatcher.Register(name, static (_, _) => default));

        Assert.Contains($"'{name}' is a name of HookPoint.BeforeToolCall", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_a_class_of_contexts_is_no_point_of_its_own()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var error = Assert.Throws<ArgumentException>(() => scene.Dispatcher.Register("ship.before", static (_, _) => default));

        Assert.Contains("'ship.before' is the point of Hooks.Policies.Tests.ShipContext", error.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Handlers_know_the_groups_that_assemblies_define(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var seen = new List<string>();
        scene.Dispatcher.Observe<ToolCallContext>(HookPoint.BeforeToolCall, call => seen.Add(call.ToolName), new() { Tools = "@database|@shell" });
        foreach (var tool in new[] { "sql_drop", "execute_command", "bash", "Read" })
            await scene.Dispatcher.BeforeToolCallAsync(new() { ToolName = tool });

        Assert.Equal(["sql_drop", "execute_command", "bash"], seen);
    }

    [Theory]
    [InlineData("@nosuch|bash", "nobody defines the group '@nosuch'")]
    [InlineData("bash| ", "has an empty alternative")]
    [InlineData("", "has an empty alternative")]
    public async Task Tools_that_no_tool_can_match_are_refused(string tools, string message)
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var error = Assert.Throws<ArgumentException>(() => scene.Dispatcher.Observe<ToolCallContext>(HookPoint.BeforeToolCall, static _ => { }, new() { Name = "guard", Tools = tools }));

        Assert.Contains("'guard'", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_time_of_a_fire_is_looked_at_behind_its_last_hook_too(bool isSynchronous)
    {
        await using var scene = new Scene(HookExecutionPath.Compiled, options => options.FireTimeout = TimeSpan.FromSeconds(1));
        scene.Hooks.OnRetriedSync = _ =>
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(60));
            return HookResult.Modified;
        };
        var read = new StateContext { Key = "k" };
        var verdict = isSynchronous ? scene.Dispatcher.BeforeStateRead(read) : await scene.Dispatcher.BeforeStateReadAsync(read);

        Assert.Contains("longer than", verdict.Reason, StringComparison.Ordinal);
        Assert.Equal([HookReportKind.Refused], scene.Kinds);
    }
}
