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
        await WaitAsync(100, 125);
        Assert.Equal(2, attempts);
        await WaitAsync(200, 250);

        Assert.Equal("third", (await fire).Reason);
        Assert.Equal([1, 2], scene.Reports.Select(report => report.Attempt));

        // Chance draws a wait out, so that only its bounds are known.
        async Task WaitAsync(int least, int most)
        {
            var before = attempts;
            await Eventually(() => scene.Clock.ArmedTimers > 0);
            var wait = scene.Clock.NextTimer!.Value - scene.Clock.GetUtcNow();
            Assert.InRange(wait.TotalMilliseconds, least, most);
            scene.Clock.Advance(wait - TimeSpan.FromTicks(1));
            Assert.Equal(before, attempts);
            scene.Clock.Advance(TimeSpan.FromTicks(1));
            await Eventually(() => attempts == before + 1);
        }
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_time_of_the_whole_fire_ends_the_wait_and_nobody_gets_through(bool suspends)
    {
        await using var scene = new Scene(HookExecutionPath.Compiled, options =>
        {
            options.FireTimeout = TimeSpan.FromMilliseconds(250);
            options.Hooks[Scripted.Retried] = new() { OnFailure = HookFailurePolicy.Continue };
        });
        scene.Hooks.OnRetried = async _ =>
        {
            if (suspends)
                await Task.Yield();
            throw new IOException();
        };
        var start = scene.Clock.GetUtcNow();
        var fire = scene.Dispatcher.BeforeModelCallAsync(new()).AsTask();
        await WaitAsync(attempts: 1, TimeSpan.FromMilliseconds(125));

        // The second wait would last until 300 milliseconds at least. Timers know whole milliseconds only.
        await WaitAsync(attempts: 2, TimeSpan.FromMilliseconds(251));

        Assert.Contains("longer than", (await fire).Reason, StringComparison.Ordinal);
        Assert.InRange(scene.Clock.GetUtcNow() - start, TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(251));
        Assert.Equal([HookReportKind.Failed, HookReportKind.Failed, HookReportKind.Refused], scene.Kinds);

        // While the hook runs another timer is armed, for what is left of the fire.
        async Task WaitAsync(int attempts, TimeSpan atMost)
        {
            await Eventually(() => scene.Reports.Count == attempts && scene.Clock.NextTimer - start <= atMost);
            scene.Clock.Advance(scene.Clock.NextTimer!.Value - scene.Clock.GetUtcNow());
        }
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
