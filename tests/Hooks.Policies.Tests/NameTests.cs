namespace Hooks.Policies.Tests;

/// <summary>A name means one hook, at whichever points: one breaker, one set of settings; and what comes later under the name begins anew.</summary>
public sealed class NameTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task Failures_at_all_points_of_a_hook_open_its_one_breaker(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Hooks.OnShared = static _ => throw new IOException();
        for (var i = 0; i < 2; i++)
            await scene.Dispatcher.BeforeWorkflowStartAsync(Workflow());
        for (var i = 0; i < 3; i++)
            await scene.Dispatcher.BeforeWorkflowStageAsync(Workflow());
        scene.Hooks.OnShared = static _ => default;

        Assert.True((await scene.Dispatcher.BeforeWorkflowStartAsync(Workflow())).IsCancel);
        Assert.True(scene.Dispatcher.BeforeWorkflowStage(Workflow()).IsCancel);
        var breaker = Assert.Single(Breakers(scene, Scripted.Shared).Distinct())!;
        Assert.Equal((HookCircuitState.Open, 5, 2, 1), (breaker.State, breaker.Failures, breaker.Rejections, breaker.Openings));
        var change = Assert.Single(scene.Reports, report => report.Kind == HookReportKind.CircuitChanged);
        Assert.Equal(HookPoint.BeforeWorkflowStage, change.Point.Point);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task What_is_forced_by_name_holds_at_all_points(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var breaker = scene.Dispatcher.FindHook(Scripted.Shared)!.CircuitBreaker!;
        breaker.Open();
        Assert.True(scene.Dispatcher.BeforeWorkflowStart(Workflow()).IsCancel);
        Assert.True((await scene.Dispatcher.BeforeWorkflowStageAsync(Workflow())).IsCancel);
        breaker.Reset();

        Assert.True(scene.Dispatcher.BeforeWorkflowStart(Workflow()).IsContinue);
        Assert.True((await scene.Dispatcher.BeforeWorkflowStageAsync(Workflow())).IsContinue);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Other_figures_change_the_breaker_and_do_not_close_it(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var breaker = scene.Dispatcher.FindHook(Scripted.Shared)!.CircuitBreaker!;
        breaker.Open();
        scene.Dispatcher.Configure(Scripted.Shared, new() { CircuitBreaker = new() { FailureThreshold = 1 } });
        Assert.Equal([breaker], Breakers(scene, Scripted.Shared).Distinct());
        Assert.Equal(1, breaker.Options.FailureThreshold);
        Assert.True(scene.Dispatcher.BeforeWorkflowStart(Workflow()).IsCancel);

        breaker.Close();
        scene.Hooks.OnShared = static _ => throw new IOException();
        scene.Dispatcher.BeforeWorkflowStage(Workflow());
        Assert.Equal(HookCircuitState.Open, breaker.State);
        scene.Dispatcher.Configure(Scripted.Shared, null);
        Assert.Equal((HookCircuitState.Open, 5), (breaker.State, breaker.Options.FailureThreshold));
    }

    [Fact]
    public async Task Handlers_of_one_name_share_the_breaker_until_the_last_is_gone()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var (first, second) = (Guard(HookPoint.BeforeTurn), Guard(HookPoint.ConfigurationChange));
        var breaker = scene.Dispatcher.FindHook("guard")!.CircuitBreaker!;
        breaker.Open();
        first.Dispose();
        Assert.Same(breaker, scene.Dispatcher.FindHook("guard")!.CircuitBreaker);
        second.Dispose();
        Guard(HookPoint.BeforeTurn);

        Assert.Equal(HookCircuitState.Closed, scene.Dispatcher.FindHook("guard")!.CircuitBreaker!.State);

        HookRegistration Guard(HookPoint point) =>
            scene.Dispatcher.Register<HookContext>(point, static _ => default, new() { Name = "guard", CircuitBreaker = true });
    }

    [Theory]
    [InlineData("handle")]
    [InlineData("name")]
    [InlineData("all")]
    public async Task A_new_guard_does_not_inherit_what_was_set_for_the_one_before(string way)
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var old = Guard();
        scene.Dispatcher.Disable("guard");
        if (way == "handle")
            old.Dispose();
        else if (way == "name")
            scene.Dispatcher.Unregister("guard");
        else
            scene.Dispatcher.Clear();
        Guard();

        Assert.Null(scene.Dispatcher.FindHook("guard")!.Settings);
        Assert.Equal("no", (await scene.Dispatcher.BeforeTurnAsync(new())).Reason);

        HookRegistration Guard() => scene.Dispatcher.Register<TurnContext>(HookPoint.BeforeTurn, static _ => HookResult.Cancel("no"), new() { Name = "guard" });
    }

    [Fact]
    public async Task Settings_stay_while_the_name_is_at_another_point()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        scene.Dispatcher.Disable(Scripted.Shared);
        var ran = false;
        using (scene.Dispatcher.Observe<TurnContext>(HookPoint.BeforeTurn, _ => ran = true, new() { Name = Scripted.Shared }))
            await scene.Dispatcher.BeforeTurnAsync(new());

        Assert.False(ran);
        Assert.False(scene.Dispatcher.FindHook(Scripted.Shared)!.IsEnabled);
    }

    private static WorkflowContext Workflow() => new() { WorkflowName = "w" };

    private static IEnumerable<HookCircuitBreaker?> Breakers(Scene scene, string hook) =>
        scene.Dispatcher.GetHooks().Where(status => status.Hook.Name == hook).Select(status => status.CircuitBreaker);
}
