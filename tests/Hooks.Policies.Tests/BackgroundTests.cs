namespace Hooks.Policies.Tests;

public sealed class BackgroundTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task It_runs_later_in_order_on_a_copy(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var seen = new List<(string? Command, bool IsOriginal)>();
        var calls = Enumerable.Range(0, 100).Select(i => Scene.Call($"{i}")).ToList();
        scene.Hooks.OnBackground = (call, _) =>
        {
            seen.Add((call.Arguments.GetString("command"), calls.Contains(call)));
            return Task.CompletedTask;
        };
        foreach (var call in calls)
        {
            await scene.Dispatcher.AfterToolCallAsync(call);
            call.Arguments["command"] = "changed later";
        }

        await scene.DisposeAsync();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => ((string?)$"{i}", false)), seen);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task It_survives_the_callers_cancellation(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        using var caller = new CancellationTokenSource();
        var done = new TaskCompletionSource<bool>();
        var go = new TaskCompletionSource();
        scene.Hooks.OnBackground = async (_, token) =>
        {
            await go.Task;
            done.SetResult(token.IsCancellationRequested);
        };
        await scene.Dispatcher.AfterToolCallAsync(Scene.Call(), caller.Token);
        await caller.CancelAsync();
        go.SetResult();

        Assert.False(await done.Task);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_full_queue_drops_the_newest_counts_and_reports(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options => options.BackgroundCapacity = 2);
        var started = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var seen = new List<string?>();
        scene.Hooks.OnBackground = async (call, _) =>
        {
            started.TrySetResult();
            await go.Task;
            seen.Add(call.Arguments.GetString("command"));
        };
        await scene.Dispatcher.AfterToolCallAsync(Scene.Call("0"));
        await started.Task;
        for (var i = 1; i <= 5; i++)
            await scene.Dispatcher.AfterToolCallAsync(Scene.Call($"{i}"));

        var status = scene.Dispatcher.FindHook(Scripted.Background)!;
        Assert.Equal((2, 3), (status.Waiting, status.Dropped));
        Assert.Equal(3, scene.Kinds.Count(kind => kind == HookReportKind.Dropped));
        go.SetResult();
        await scene.DisposeAsync();
        Assert.Equal(["0", "1", "2"], seen);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Disposal_waits_only_so_long_and_accounts_for_the_rest(HookExecutionPath path)
    {
        // The hook's own time would be over together with that of disposal, and the next call might begin.
        await using var scene = new Scene(path, options => options.DefaultTimeout = Timeout.InfiniteTimeSpan);
        var started = new TaskCompletionSource();
        scene.Hooks.OnBackground = async (_, token) =>
        {
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
        };
        await scene.Dispatcher.AfterToolCallAsync(Scene.Call());
        await started.Task;
        await scene.Dispatcher.AfterToolCallAsync(Scene.Call());
        await scene.Dispatcher.AfterToolCallAsync(Scene.Call());
        var disposal = scene.Dispatcher.DisposeAsync().AsTask();
        Assert.False(disposal.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        await disposal;
        await scene.Dispatcher.DisposeAsync();

        Assert.Equal(2, scene.Dispatcher.FindHook(Scripted.Background)!.Abandoned);
        Assert.Equal(2, scene.Kinds.Count(kind => kind == HookReportKind.Dropped));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_failure_is_reported_and_the_next_call_runs(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var calls = 0;
        scene.Hooks.OnBackground = (_, _) => ++calls == 1 ? throw new IOException() : Task.CompletedTask;
        await scene.Dispatcher.AfterToolCallAsync(Scene.Call());
        await scene.Dispatcher.AfterToolCallAsync(Scene.Call());
        await scene.DisposeAsync();

        Assert.Equal(2, calls);
        Assert.IsType<IOException>(Assert.Single(scene.Reports).Exception);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_point_whose_only_asynchronous_hook_runs_in_the_background_can_be_fired_synchronously(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var ran = new TaskCompletionSource();
        scene.Hooks.OnBackground = (_, _) =>
        {
            ran.SetResult();
            return Task.CompletedTask;
        };

        Assert.True(scene.Dispatcher.IsSynchronous(HookPoint.AfterToolCall));
        scene.Dispatcher.AfterToolCall(Scene.Call());
        await ran.Task;
    }
}
