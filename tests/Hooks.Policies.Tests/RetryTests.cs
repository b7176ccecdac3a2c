namespace Hooks.Policies.Tests;

public sealed class RetryTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_failed_hook_is_tried_again_after_a_growing_wait(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var attempts = 0;
        scene.Hooks.OnRetried = _ => ++attempts < 3 ? throw new IOException() : new(HookResult.Cancel("third"));
        var fire = scene.Dispatcher.BeforeModelCallAsync(new());
        Assert.Equal(1, attempts);
        scene.Clock.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Equal(1, attempts);
        scene.Clock.Advance(TimeSpan.FromMilliseconds(26));
        await Eventually(() => attempts == 2);
        scene.Clock.Advance(TimeSpan.FromMilliseconds(199));
        Assert.Equal(2, attempts);
        scene.Clock.Advance(TimeSpan.FromMilliseconds(51));

        Assert.Equal("third", (await fire).Reason);
        Assert.Equal([1, 2], scene.Reports.Select(report => report.Attempt));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task After_the_last_attempt_nobody_waits(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Hooks.OnRetried = static async _ =>
        {
            await Task.Yield();
            throw new IOException();
        };
        var fire = scene.Dispatcher.BeforeModelCallAsync(new()).AsTask();
        while (!fire.IsCompleted)
        {
            scene.Clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Yield();
        }

        Assert.True((await fire).IsCancel);
        Assert.Equal([1, 2, 3], scene.Reports.Select(report => report.Attempt));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task The_callers_cancellation_ends_the_wait(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        using var caller = new CancellationTokenSource();
        scene.Hooks.OnRetried = _ => throw new IOException();
        var fire = scene.Dispatcher.BeforeModelCallAsync(new(), caller.Token).AsTask();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fire);
        Assert.Single(scene.Reports);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_synchronous_fire_tries_again_at_once(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var attempts = 0;
        scene.Hooks.OnRetriedSync = _ => ++attempts == 1 ? throw new IOException() : HookResult.Cancel("second");

        Assert.Equal("second", scene.Dispatcher.BeforeStateRead(new() { Key = "k" }).Reason);
    }

    private static async Task Eventually(Func<bool> condition)
    {
        while (!condition())
            await Task.Yield();
    }
}
