namespace Hooks.Policies.Tests;

/// <summary>The token that a declared timeout hands to its hook: the caller's cancellation and the hook's own time-out, and nobody else's.</summary>
public sealed class OwnTokenTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_hook_that_has_not_suspended_sees_its_caller_cancel(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        using var caller = new CancellationTokenSource();
        var seen = new List<bool>();
        var cancels = false;
        scene.Hooks.OnTimed = (_, token) =>
        {
            if (cancels)
                caller.Cancel();
            seen.Add(token.IsCancellationRequested);
            return default;
        };

        // The second fire comes with the token of the first, whose link it finds.
        await scene.Dispatcher.BeforeToolCallAsync(Scene.Call(), caller.Token);
        cancels = true;
        await scene.Dispatcher.BeforeToolCallAsync(Scene.Call(), caller.Token);
        Assert.Equal([false, true], seen);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_caller_that_cancels_later_cancels_no_later_call(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        await scene.Dispatcher.BeforeToolCallAsync(Scene.Call(), first.Token);
        await first.CancelAsync();
        scene.Hooks.OnTimed = static (_, token) => new(token.IsCancellationRequested ? HookResult.Cancel("cancelled by somebody else") : HookResult.Continue);

        Assert.True((await scene.Dispatcher.BeforeToolCallAsync(Scene.Call(), second.Token)).IsContinue);
        Assert.True((await scene.Dispatcher.BeforeToolCallAsync(Scene.Call())).IsContinue);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_callers_source_that_was_reset_still_cancels(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        using var caller = new CancellationTokenSource();
        await scene.Dispatcher.BeforeToolCallAsync(Scene.Call(), caller.Token);
        Assert.True(caller.TryReset());
        scene.Hooks.OnTimed = static async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return default;
        };
        var fire = scene.Dispatcher.BeforeToolCallAsync(Scene.Call(), caller.Token);
        Assert.False(fire.IsCompleted);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(fire.AsTask);
        Assert.Empty(scene.Reports);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Calls_that_wait_at_the_same_time_have_tokens_of_their_own(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var tokens = new List<CancellationToken>();
        var gates = new List<TaskCompletionSource<HookResult>>();
        scene.Hooks.OnTimed = (_, token) =>
        {
            tokens.Add(token);
            gates.Add(new());
            return new(gates[^1].Task);
        };
        var fires = new List<Task<HookResult>>();
        for (var i = 0; i < 8; i++)
        {
            fires.Add(scene.Dispatcher.BeforeToolCallAsync(Scene.Call()).AsTask());
            scene.Clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        // Each may take two seconds, so that the time of the first is up, and of no other.
        Assert.True((await fires[0]).IsCancel);
        Assert.Equal([true, .. Enumerable.Repeat(false, 7)], tokens.Select(token => token.IsCancellationRequested));
        Assert.Equal(8, tokens.Distinct().Count());
        foreach (var gate in gates)
            gate.SetResult(HookResult.Continue);
        Assert.All(await Task.WhenAll(fires.Skip(1)), verdict => Assert.True(verdict.IsContinue));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task The_time_out_of_a_hook_behind_it_is_not_its_own(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        CancellationToken handed = default;
        scene.Hooks.OnTimed = (_, token) =>
        {
            handed = token;
            return default;
        };
        scene.Hooks.OnPlain = static async _ =>
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return default;
        };
        var fire = scene.Dispatcher.BeforeToolCallAsync(Scene.Call());
        scene.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.True((await fire).IsCancel);
        Assert.False(handed.IsCancellationRequested);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task What_the_hook_does_when_its_time_is_up_does_not_hold_the_fire(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        using var end = new ManualResetEventSlim();
        var isCalled = new TaskCompletionSource();
        scene.Hooks.OnTimed = async (_, token) =>
        {
            token.Register(() =>
            {
                isCalled.SetResult();
                end.Wait();
            });
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return default;
        };
        var fire = scene.Dispatcher.BeforeToolCallAsync(Scene.Call()).AsTask();
        var timer = Task.Run(() => scene.Clock.Advance(TimeSpan.FromSeconds(2)));
        try
        {
            await isCalled.Task;
            Assert.True((await fire.WaitAsync(Scene.Patience)).IsCancel);
            await timer.WaitAsync(Scene.Patience);
        }
        finally
        {
            end.Set();
        }
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task What_it_throws_then_is_nobodys_affair(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Hooks.OnTimed = async (_, token) =>
        {
            token.Register(static () => throw new IOException());
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return default;
        };
        var fire = scene.Dispatcher.BeforeToolCallAsync(Scene.Call()).AsTask();
        scene.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.True((await fire).IsCancel);
        Assert.IsType<TimeoutException>(Assert.Single(scene.Reports).Exception);
    }
}
