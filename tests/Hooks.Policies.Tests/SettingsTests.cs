namespace Hooks.Policies.Tests;

public sealed class SettingsTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_hook_is_switched_off_and_on_again_while_the_agent_runs(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Hooks.OnAfterTimed = _ => HookResult.Cancel("no");
        Assert.True((await scene.Dispatcher.BeforeToolCallAsync(Scene.Call())).IsCancel);
        scene.Dispatcher.Disable(Scripted.AfterTimed);
        Assert.True((await scene.Dispatcher.BeforeToolCallAsync(Scene.Call())).IsContinue);
        Assert.False(scene.Dispatcher.FindHook(Scripted.AfterTimed)!.IsEnabled);
        scene.Dispatcher.Enable(Scripted.AfterTimed);
        Assert.True((await scene.Dispatcher.BeforeToolCallAsync(Scene.Call())).IsCancel);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_point_whose_hooks_are_all_off_has_none(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Dispatcher.Disable(Scripted.Retried);
        Assert.False(scene.Dispatcher.HasHooks(HookPoint.BeforeModelCall));
        scene.Dispatcher.Configure(Scripted.Retried, null);
        Assert.True(scene.Dispatcher.HasHooks(HookPoint.BeforeModelCall));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_shadow_reports_what_it_would_have_answered(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Hooks.OnAfterTimed = call =>
        {
            call.Arguments["command"] = "changed";
            return HookResult.Cancel("no");
        };
        scene.Dispatcher.Shadow(Scripted.AfterTimed);
        var call = Scene.Call();
        Assert.True((await scene.Dispatcher.BeforeToolCallAsync(call)).IsContinue);
        await scene.DisposeAsync();

        Assert.Equal("ls", call.Arguments.GetString("command"));
        var report = Assert.Single(scene.Reports);
        Assert.Equal(HookReportKind.Shadowed, report.Kind);
        Assert.Equal("no", report.Result.Reason);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Priority_moves_a_hook(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options => options.Hooks[Scripted.AfterTimed] = new() { Priority = -1 });
        var order = new List<string>();
        scene.Hooks.OnTimed = (_, _) =>
        {
            order.Add(Scripted.Timed);
            return default;
        };
        scene.Hooks.OnAfterTimed = _ =>
        {
            order.Add(Scripted.AfterTimed);
            return default;
        };
        await scene.Dispatcher.BeforeToolCallAsync(Scene.Call());

        Assert.Equal([Scripted.AfterTimed, Scripted.Timed], order);
    }

    [Fact]
    public void A_name_that_there_is_not_is_an_error_that_lists_those_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => new Scene(HookExecutionPath.Compiled, options => options.Hooks["timmed"] = new()));

        Assert.Contains("'timmed'", error.Message, StringComparison.Ordinal);
        Assert.Contains(Scripted.Timed, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_out_of_range_is_named_with_its_hook()
    {
        var error = Assert.Throws<ArgumentException>(() => new Scene(HookExecutionPath.Compiled, options => options.Hooks[Scripted.Timed] = new() { Retries = -1 }));
        Assert.Contains("'timed'", error.Message, StringComparison.Ordinal);
        Assert.Contains("-1", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Scene(HookExecutionPath.Compiled, options => options.Hooks[Scripted.Timed] = new() { Timeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentException>(() => new Scene(HookExecutionPath.Compiled, options => options.CircuitBreaker = new() { FailureThreshold = 0 }));
        Assert.Throws<ArgumentException>(() => new Scene(HookExecutionPath.Compiled, options => options.BackgroundCapacity = 0));
        Assert.Throws<ArgumentException>(() => new Scene(HookExecutionPath.Compiled, options => options.FireTimeout = TimeSpan.Zero));
    }

    [Fact]
    public async Task A_sealed_dispatcher_refuses_every_change()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        using var registration = scene.Dispatcher.Observe<SessionContext>(HookPoint.SessionEnd, static _ => { });
        scene.Dispatcher.Seal();

        Assert.Throws<InvalidOperationException>(() => scene.Dispatcher.Disable(Scripted.Timed));
        Assert.Throws<InvalidOperationException>(() => scene.Dispatcher.Observe<SessionContext>(HookPoint.SessionEnd, static _ => { }));
        Assert.Throws<InvalidOperationException>(() => registration.Unregister());
        Assert.Throws<InvalidOperationException>(scene.Dispatcher.Clear);
    }
}
