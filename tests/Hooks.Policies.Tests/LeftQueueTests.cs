namespace Hooks.Policies.Tests;

/// <summary>The queue of a background hook that was taken out: what a fire under way still adds to it is not lost.</summary>
public sealed class LeftQueueTests
{
    [Fact]
    public async Task What_a_fire_under_way_still_adds_is_drained_with_the_dispatcher()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled, options => options.DefaultTimeout = Timeout.InfiniteTimeSpan);
        var go = new TaskCompletionSource();
        var ran = new List<string?>();
        scene.Dispatcher.Observe<SessionContext>(HookPoint.SessionEnd, async (_, _) => await go.Task, new() { Name = "waits", Priority = -1 });
        var late = scene.Dispatcher.Observe<SessionContext>(
            HookPoint.SessionEnd,
            async (session, _) =>
            {
                await Task.Yield();
                ran.Add(session.SessionId);
            },
            new() { Name = "late", Background = true });
        var fire = scene.Dispatcher.SessionEndAsync(new() { SessionId = "1" });
        late.Dispose();
        go.SetResult();
        await fire;
        await scene.DisposeAsync();

        Assert.Equal(["1"], ran);
    }

    [Fact]
    public async Task What_comes_after_the_disposal_is_dropped_and_reported()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled, options => options.DefaultTimeout = Timeout.InfiniteTimeSpan);
        var go = new TaskCompletionSource();
        var ran = false;
        scene.Dispatcher.Observe<SessionContext>(HookPoint.SessionEnd, async (_, _) => await go.Task, new() { Name = "waits", Priority = -1 });
        var late = scene.Dispatcher.Observe<SessionContext>(HookPoint.SessionEnd, _ => ran = true, new() { Name = "late", Background = true });
        var fire = scene.Dispatcher.SessionEndAsync(new() { SessionId = "1" });
        late.Dispose();
        await scene.DisposeAsync();
        go.SetResult();
        await fire;

        Assert.False(ran);
        Assert.Equal([HookReportKind.Dropped], scene.Kinds);
    }
}
