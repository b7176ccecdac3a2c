namespace Hooks.Policies.Tests;

public sealed class FaultTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_late_success_after_the_time_out_changes_no_verdict(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var late = new TaskCompletionSource<HookResult>();
        scene.Hooks.OnTimed = (_, _) => new(late.Task);
        var fire = scene.Dispatcher.BeforeToolCallAsync(Scene.Call());
        scene.Clock.Advance(TimeSpan.FromSeconds(2));
        var verdict = await fire;
        late.SetResult(HookResult.Continue);

        Assert.True(verdict.IsCancel);
        Assert.Single(scene.Reports);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_late_exception_is_nobodys(HookExecutionPath path)
    {
        var unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs error)
        {
            if (error.Exception.InnerException is InvalidDataException)
                Interlocked.Increment(ref unobserved);
        }

        TaskScheduler.UnobservedTaskException += Count;
        try
        {
            await FireAsync();
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Count;
        }

        Assert.Equal(0, unobserved);

        async Task FireAsync()
        {
            await using var scene = new Scene(path);
            var late = new TaskCompletionSource<HookResult>();
            scene.Hooks.OnTimed = (_, _) => new(late.Task);
            var fire = scene.Dispatcher.BeforeToolCallAsync(Scene.Call());
            scene.Clock.Advance(TimeSpan.FromSeconds(2));
            await fire;
            late.SetException(new InvalidDataException());
        }
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_callback_on_the_hooks_token_that_throws_changes_nothing(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Hooks.OnTimed = static async (_, token) =>
        {
            token.Register(static () => throw new InvalidDataException());
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return default;
        };
        var fire = scene.Dispatcher.BeforeToolCallAsync(Scene.Call());
        scene.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.True((await fire).IsCancel);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_hook_may_fire_change_and_dispose_its_own_dispatcher(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var inner = HookResult.Continue;
        scene.Hooks.OnSyncBroken = _ => HookResult.Cancel("inner");
        scene.Hooks.OnTimed = async (_, _) =>
        {
            inner = await scene.Dispatcher.BeforeAgentExecutionAsync(new());
            scene.Dispatcher.Disable(Scripted.AfterTimed);
            await scene.Dispatcher.DisposeAsync();
            return HookResult.Continue;
        };
        scene.Hooks.OnAfterTimed = _ => HookResult.Cancel("still in this fire");

        Assert.Equal("still in this fire", (await scene.Dispatcher.BeforeToolCallAsync(Scene.Call())).Reason);
        Assert.Equal("inner", inner.Reason);
        Assert.True((await scene.Dispatcher.BeforeToolCallAsync(Scene.Call())).IsCancel);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Disposing_while_fires_are_under_way_ends_in_a_denial_or_the_verdict(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Hooks.OnAfterTimed = static _ => HookResult.Cancel("no");
        var fires = Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
                Assert.True((await scene.Dispatcher.BeforeToolCallAsync(Scene.Call())).IsCancel);
        })).ToList();
        await scene.Dispatcher.DisposeAsync();
        await Task.WhenAll(fires);
    }
}
