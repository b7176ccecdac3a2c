namespace Hooks.Policies.Tests;

public sealed class TimeoutTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_hook_that_hangs_denies_when_its_own_time_is_up(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        CancellationToken handed = default;
        scene.Hooks.OnTimed = async (_, token) =>
        {
            handed = token;
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return HookResult.Continue;
        };
        var call = Scene.Call();
        var fire = scene.Dispatcher.BeforeToolCallAsync(call);
        scene.Clock.Advance(TimeSpan.FromSeconds(1.999));
        Assert.False(fire.IsCompleted);
        Assert.False(handed.IsCancellationRequested);
        scene.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var verdict = await fire;

        Assert.True(verdict.IsCancel);
        Assert.Contains(Scripted.Timed, verdict.Reason, StringComparison.Ordinal);
        Assert.True(handed.IsCancellationRequested);
        var report = Assert.Single(scene.Reports);
        Assert.IsType<TimeoutException>(report.Exception);
        Assert.Equal(Scripted.Timed, call.DecidedBy!.Name);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_hook_that_ends_just_as_its_time_does_has_either_answered_or_timed_out(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options => options.CircuitBreaker = new() { FailureThreshold = int.MaxValue });
        var answered = 0;
        for (var i = 0; i < 3000; i++)
        {
            var answer = new TaskCompletionSource<HookResult>();
            scene.Hooks.OnTimed = (_, _) => new(answer.Task);
            var fire = scene.Dispatcher.BeforeToolCallAsync(Scene.Call()).AsTask();
            using var both = new Barrier(2);
            var hook = Task.Run(() =>
            {
                both.SignalAndWait();
                answer.SetResult(HookResult.Continue);
            });
            both.SignalAndWait();
            scene.Clock.Advance(TimeSpan.FromSeconds(2));
            if ((await fire).IsContinue)
                answered++;
            await hook;
        }

        Assert.Equal(3000 - answered, scene.Reports.Count);
        Assert.All(scene.Reports, report => Assert.Equal($"The hook '{Scripted.Timed}' took longer than it may.", report.Exception!.Message));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_hook_without_a_time_of_its_own_has_the_default_and_is_left_alone(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options => options.DefaultTimeout = TimeSpan.FromSeconds(3));
        scene.Hooks.OnPlain = async _ =>
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return HookResult.Continue;
        };
        var fire = scene.Dispatcher.BeforeToolCallAsync(Scene.Call());
        scene.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("the hook 'plain' failed", (await fire).Reason);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task What_a_late_hook_writes_changes_nothing(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options => options.Hooks[Scripted.Timed] = new() { OnFailure = HookFailurePolicy.Continue });
        var goOn = new TaskCompletionSource();
        var late = new TaskCompletionSource<Exception?>();
        scene.Hooks.OnTimed = async (call, _) =>
        {
            await goOn.Task;
            late.SetResult(Record.Exception(() => call.Arguments["command"] = "rm -rf /"));
            return HookResult.Modified;
        };
        string? approved = null;
        scene.Hooks.OnAfterTimed = call =>
        {
            approved = call.Arguments.GetString("command");
            call.Arguments["checked"] = true;
            return HookResult.Modified;
        };
        var call = Scene.Call();
        var fire = scene.Dispatcher.BeforeToolCallAsync(call);
        scene.Clock.Advance(TimeSpan.FromSeconds(2));
        var verdict = await fire;
        goOn.SetResult();

        Assert.IsType<InvalidOperationException>(await late.Task);
        Assert.True(verdict.IsModified);
        Assert.Equal("ls", approved);
        Assert.NotSame(call, call.Final);
        Assert.True(call.Final.Arguments.GetBoolean("checked"));
        Assert.Equal("ls", call.Final.Arguments.GetString("command"));
        Assert.Throws<InvalidOperationException>(() => call.Result = "late");
        Assert.Throws<InvalidOperationException>(() => call.AddContext("late"));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Without_a_late_hook_the_context_stays_the_same_object(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var call = Scene.Call();
        await scene.Dispatcher.BeforeToolCallAsync(call);

        Assert.Same(call, call.Final);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task The_callers_cancellation_is_no_failure(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        using var caller = new CancellationTokenSource();
        scene.Hooks.OnTimed = async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return HookResult.Continue;
        };
        var fire = scene.Dispatcher.BeforeToolCallAsync(Scene.Call(), caller.Token).AsTask();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fire);
        Assert.Empty(scene.Reports);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_foreign_cancellation_is_a_failure(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Hooks.OnTimed = static async (_, _) =>
        {
            await Task.Yield();
            throw new OperationCanceledException("of something else");
        };

        Assert.True((await scene.Dispatcher.BeforeToolCallAsync(Scene.Call())).IsCancel);
        Assert.IsType<OperationCanceledException>(Assert.Single(scene.Reports).Exception);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_TimeoutException_of_the_hooks_own_is_an_ordinary_failure(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Hooks.OnTimed = static async (_, _) =>
        {
            await Task.Yield();
            throw new TimeoutException("its own");
        };
        var call = Scene.Call();

        Assert.True((await scene.Dispatcher.BeforeToolCallAsync(call)).IsCancel);
        Assert.Equal("its own", Assert.Single(scene.Reports).Exception!.Message);
        Assert.Same(call, call.Final);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task The_token_of_one_call_serves_the_next(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var tokens = new List<CancellationToken>();
        scene.Hooks.OnTimed = (_, token) =>
        {
            tokens.Add(token);
            return default;
        };
        await scene.Dispatcher.BeforeToolCallAsync(Scene.Call());
        await scene.Dispatcher.BeforeToolCallAsync(Scene.Call());

        Assert.Equal(tokens[0], tokens[1]);
        Assert.True(tokens[0].CanBeCanceled);
    }

    [Fact]
    public async Task The_time_of_the_whole_fire_ends_it_and_nobody_gets_through()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled, options =>
        {
            options.FireTimeout = TimeSpan.FromSeconds(1);
            options.Hooks[Scripted.Timed] = new() { OnFailure = HookFailurePolicy.Continue };
        });
        scene.Hooks.OnTimed = async (_, _) =>
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return HookResult.Continue;
        };
        var ran = false;
        scene.Hooks.OnAfterTimed = _ =>
        {
            ran = true;
            return default;
        };
        var fire = scene.Dispatcher.BeforeToolCallAsync(Scene.Call());
        scene.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("longer than", (await fire).Reason, StringComparison.Ordinal);
        Assert.False(ran);
        Assert.Equal([HookReportKind.Failed, HookReportKind.Refused], scene.Kinds);
    }

    [Fact]
    public async Task The_watchdog_reports_a_synchronous_hook_that_does_not_return()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled, options => options.WatchdogTimeout = TimeSpan.FromSeconds(10));
        scene.Hooks.OnAfterTimed = _ =>
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(10));
            return default;
        };
        await scene.Dispatcher.BeforeToolCallAsync(Scene.Call());

        var report = Assert.Single(scene.Reports);
        Assert.Equal(HookReportKind.Hanging, report.Kind);
        Assert.Equal(Scripted.AfterTimed, report.Hook!.Name);
    }
}
