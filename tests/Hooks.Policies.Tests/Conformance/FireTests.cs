namespace Hooks.Policies.Tests.Conformance;

/// <summary>Where fires of other hook systems stop, wait or lose something, and ours do not.</summary>
public sealed class FireTests
{
    [Fact]
    public async Task All_observers_run_and_each_failure_is_told()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var ran = new List<string>();
        foreach (var name in new[] { "a", "b", "c" })
        {
            scene.Dispatcher.Observe<SessionContext>(
                HookPoint.SessionRollover,
                _ =>
                {
                    ran.Add(name);
                    if (name != "c")
                        throw new IOException(name);
                },
                new() { Name = name });
        }

        await scene.Dispatcher.SessionRolloverAsync(new());

        Assert.Equal(["a", "b", "c"], ran);
        Assert.Equal(["a", "b"], scene.Reports.Select(report => report.Exception!.Message));
    }

    [Fact]
    public async Task Each_attempt_has_the_whole_time_and_a_token_of_its_own()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var tokens = new List<CancellationToken>();
        scene.Dispatcher.Register<CompactionContext>(
            HookPoint.BeforeCompaction,
            async (_, token) =>
            {
                tokens.Add(token);
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                return default;
            },
            new() { TimeoutMilliseconds = 1000, Retries = 1, OnFailure = HookFailurePolicy.Block });
        var fire = scene.Dispatcher.BeforeCompactionAsync(new()).AsTask();
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually(() => scene.Reports.Count == 1 && scene.Clock.ArmedTimers > 0);

        // Just as long as the wait takes, which chance draws out.
        scene.Clock.Advance(scene.Clock.NextTimer!.Value - scene.Clock.GetUtcNow());
        await Eventually(() => tokens.Count == 2 && scene.Clock.ArmedTimers > 0);
        scene.Clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(fire.IsCompleted || tokens[1].IsCancellationRequested);
        scene.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True((await fire).IsCancel);
        Assert.All(tokens, token => Assert.True(token.IsCancellationRequested));
        Assert.NotEqual(tokens[0], tokens[1]);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task The_last_failure_ends_the_fire_without_another_wait(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Hooks.OnRetried = _ => throw new IOException();
        var fire = scene.Dispatcher.BeforeModelCallAsync(new()).AsTask();
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await Eventually(() => scene.Reports.Count == attempt && scene.Clock.ArmedTimers > 0);
            scene.Clock.Advance(TimeSpan.FromMilliseconds(attempt * 125));
        }

        Assert.True((await fire).IsCancel);
        Assert.Equal((3, 0), (scene.Reports.Count, scene.Clock.ArmedTimers));
    }

    [Fact]
    public async Task The_time_of_a_synchronous_fire_is_looked_at_between_its_hooks()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled, options => options.FireTimeout = TimeSpan.FromSeconds(1));
        var ran = 0;
        for (var i = 0; i < 2; i++)
        {
            scene.Dispatcher.Register(HookPoint.BeforeCompaction, (CompactionContext _) =>
            {
                ran++;
                scene.Clock.Advance(TimeSpan.FromSeconds(1));
                return HookResult.Continue;
            });
        }

        Assert.True(scene.Dispatcher.BeforeCompaction(new()).IsCancel);
        Assert.Equal(1, ran);
        Assert.Equal(HookReportKind.Refused, Assert.Single(scene.Reports).Kind);
    }

    [Fact]
    public async Task A_hook_that_hangs_in_the_background_holds_no_other_and_its_own_calls_only_for_its_time()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var hung = new List<string?>();
        var other = new TaskCompletionSource();
        scene.Dispatcher.Observe<SessionContext>(
            HookPoint.SessionCheckpoint,
            async (session, _) =>
            {
                lock (hung)
                    hung.Add(session.SessionId);
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            },
            new() { Background = true });
        scene.Dispatcher.Observe<SessionContext>(HookPoint.SessionCheckpoint, _ => other.TrySetResult(), new() { Background = true });
        await scene.Dispatcher.SessionCheckpointAsync(new() { SessionId = "1" });
        await scene.Dispatcher.SessionCheckpointAsync(new() { SessionId = "2" });
        await other.Task;
        for (var call = 1; call <= 2; call++)
        {
            await Eventually(() => Count() == call && scene.Clock.ArmedTimers > 0);
            scene.Clock.Advance(TimeSpan.FromSeconds(5));
            await Eventually(() => scene.Reports.Count == call);
        }

        Assert.Equal(["1", "2"], hung);
        Assert.All(scene.Reports, report => Assert.IsType<TimeoutException>(report.Exception));

        int Count()
        {
            lock (hung)
                return hung.Count;
        }
    }

    [Fact]
    public async Task Hooks_narrow_the_tools_one_after_the_other_and_anew_in_each_fire()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var seen = new List<string>();
        scene.Dispatcher.Register(HookPoint.BeforeToolDiscovery, (ToolDiscoveryContext offer) =>
        {
            offer.Narrow(offer.ToolNames.Contains("shell") ? ["shell", "read"] : null);
            return HookResult.Modified;
        });
        scene.Dispatcher.Register(HookPoint.BeforeToolDiscovery, (ToolDiscoveryContext offer) =>
        {
            seen.Add(string.Join(" ", offer.ToolNames));
            offer.Narrow(["read", "write"]);
            return HookResult.Modified;
        });
        var offers = new[] { new ToolDiscoveryContext { ToolNames = ["read", "write", "shell"] }, new ToolDiscoveryContext { ToolNames = ["read", "write"] } };
        foreach (var offer in offers)
            Assert.True((await scene.Dispatcher.BeforeToolDiscoveryAsync(offer)).IsModified);

        Assert.Equal(["read shell", "read write"], seen);
        Assert.Equal(["read", "read write"], offers.Select(offer => string.Join(" ", offer.ToolNames)));
    }

    [Fact]
    public async Task A_point_by_name_takes_yes_no_and_ask_and_another_answer_is_a_failure()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        scene.Dispatcher.Register("artifact:before_create", static (artifact, _) => new(artifact.Data.GetString("answer") == "ask" ? HookResult.Ask() : HookResult.Replace(1)));

        Assert.Equal(HookResultKind.Ask, (await scene.Dispatcher.FireAsync(new NamedHookContext("artifact:before_create") { Data = { ["answer"] = "ask" } })).Kind);
        Assert.True((await scene.Dispatcher.FireAsync(new NamedHookContext("artifact:before_create") { Data = { ["answer"] = "replace" } })).IsCancel);
        Assert.Equal(HookReportKind.Failed, Assert.Single(scene.Reports).Kind);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Figures_of_its_own_give_a_hook_one_breaker_that_other_changes_leave_alone(HookExecutionPath path)
    {
        var figures = new HookCircuitBreakerOptions { FailureThreshold = 2 };
        await using var scene = new Scene(path, options => options.Hooks[Scripted.SyncBroken] = new() { CircuitBreaker = figures });
        scene.Hooks.OnSyncBroken = _ => throw new IOException();
        scene.Dispatcher.BeforeAgentExecution(new());
        var breaker = scene.Dispatcher.FindHook(Scripted.SyncBroken)!.CircuitBreaker!;
        scene.Dispatcher.Configure(Scripted.SyncBroken, new() { CircuitBreaker = figures with { }, Priority = 3 });
        scene.Dispatcher.Disable(Scripted.Plain);
        scene.Dispatcher.BeforeAgentExecution(new());

        Assert.Same(breaker, scene.Dispatcher.FindHook(Scripted.SyncBroken)!.CircuitBreaker);
        Assert.Equal((HookCircuitState.Open, 2), (breaker.State, breaker.Failures));
    }

    private static async Task Eventually(Func<bool> condition)
    {
        while (!condition())
            await Task.Yield();
    }
}
