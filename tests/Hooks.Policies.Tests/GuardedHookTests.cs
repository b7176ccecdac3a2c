namespace Hooks.Policies.Tests;

/// <summary>Breakers at hooks: what a fire makes of a hook that is not called.</summary>
public sealed class GuardedHookTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task An_open_breaker_denies_without_a_call_and_tries_later(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var calls = 0;
        var works = false;
        scene.Hooks.OnSyncBroken = _ =>
        {
            calls++;
            return works ? HookResult.Continue : throw new IOException();
        };
        for (var i = 0; i < 8; i++)
            Assert.True((await scene.Dispatcher.BeforeAgentExecutionAsync(new())).IsCancel);
        Assert.Equal(5, calls);
        Assert.Equal(3, scene.Kinds.Count(kind => kind == HookReportKind.Rejected));
        var breaker = scene.Dispatcher.FindHook(Scripted.SyncBroken)!.CircuitBreaker!;
        Assert.Equal((HookCircuitState.Open, 5, 3, 1), (breaker.State, breaker.Failures, breaker.Rejections, breaker.Openings));

        works = true;
        scene.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True((await scene.Dispatcher.BeforeAgentExecutionAsync(new())).IsContinue);
        Assert.True(scene.Dispatcher.BeforeAgentExecution(new()).IsContinue);
        Assert.Equal(HookCircuitState.Closed, breaker.State);
        Assert.Equal(7, calls);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Only_a_hook_that_says_so_opens_its_point(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options => options.Hooks[Scripted.SyncBroken] = new() { OnFailure = HookFailurePolicy.Continue });
        scene.Hooks.OnSyncBroken = _ => throw new IOException();
        for (var i = 0; i < 6; i++)
            Assert.True((await scene.Dispatcher.BeforeAgentExecutionAsync(new())).IsContinue);

        Assert.Equal(HookReportKind.Rejected, scene.Reports[^1].Kind);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_time_out_counts_as_a_failure(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options => options.CircuitBreaker = new() { FailureThreshold = 1 });
        scene.Hooks.OnBroken = static async (_, _) =>
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return default;
        };
        var fire = scene.Dispatcher.AfterModelCallAsync(new());
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await fire).IsCancel);

        Assert.Equal(HookCircuitState.Open, scene.Dispatcher.FindHook(Scripted.Broken)!.CircuitBreaker!.State);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_slow_answer_is_taken_and_counts_as_a_failure_where_that_is_asked_for(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options => options.CircuitBreaker = new() { FailureThreshold = 1, SlowCallDuration = TimeSpan.FromMilliseconds(100) });
        var go = new TaskCompletionSource();
        scene.Hooks.OnBroken = async (_, _) =>
        {
            await go.Task;
            return HookResult.Modified;
        };
        var fire = scene.Dispatcher.AfterModelCallAsync(new());
        scene.Clock.Advance(TimeSpan.FromMilliseconds(100));
        go.SetResult();

        Assert.True((await fire).IsModified);
        Assert.Equal(HookCircuitState.Open, scene.Dispatcher.FindHook(Scripted.Broken)!.CircuitBreaker!.State);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_forced_breaker_is_seen_by_the_next_fire(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var breaker = scene.Dispatcher.FindHook(Scripted.SyncBroken)!.CircuitBreaker!;
        breaker.Open();
        Assert.True(scene.Dispatcher.BeforeAgentExecution(new()).IsCancel);
        breaker.Close();
        Assert.True(scene.Dispatcher.BeforeAgentExecution(new()).IsContinue);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_verdict_that_the_point_does_not_allow_is_a_failure_of_the_hook(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options => options.CircuitBreaker = new() { FailureThreshold = 1 });
        scene.Hooks.OnSyncBroken = _ => HookResult.Allow();

        Assert.True(scene.Dispatcher.BeforeAgentExecution(new()).IsCancel);
        Assert.Equal(HookCircuitState.Open, scene.Dispatcher.FindHook(Scripted.SyncBroken)!.CircuitBreaker!.State);
    }
}
