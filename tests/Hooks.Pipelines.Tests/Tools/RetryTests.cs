namespace Hooks.Pipelines.Tests.Tools;

/// <summary>Only the call runs again, from the arguments before the attempt, not more often than hook and options allow.</summary>
public sealed class RetryTests
{
    private static readonly HookResult Always = HookResult.Retry("again", maxAttempts: 100);

    [Theory]
    [InlineData(1, 3, 1)]
    [InlineData(100, 3, 3)]
    [InlineData(100, 5, 5)]
    [InlineData(100, 0, 0)]
    public async Task Attempts_are_capped_by_the_hook_and_by_the_options(int asked, int allowed, int further)
    {
        foreach (var point in new[] { HookPoint.BeforeToolCall, HookPoint.ToolError })
        {
            await using var scene = new ToolScene(new() { MaxAttempts = allowed }) { Tool = static (_, _) => throw new InvalidOperationException("broken") }
                .On(point, HookResult.Retry("again", maxAttempts: asked));
            var final = await scene.InvokeAsync();
            Assert.Equal((ToolCallOutcome.Failed, 1 + further, 1 + further), (final.Outcome, final.Attempt, scene.Calls));
            Assert.Equal([ToolCallOutcome.Failed], scene.Outcomes);
        }
    }

    [Fact]
    public async Task Guards_run_once_and_the_error_point_after_the_policy_is_spent()
    {
        await using var scene = new ToolScene { Tool = static (_, _) => throw new InvalidOperationException("broken") }
            .On(HookPoint.BeforeToolCall, HookResult.Retry(maxAttempts: 2)).On(HookPoint.ToolError, HookResult.Continue);
        await scene.InvokeAsync();
        const string Call = "call search {\"text\":\"cats\"}";
        Assert.Equal(["BeforeToolCall", Call, Call, Call, "ToolError", "after search Failed"], scene.Log);
    }

    [Fact]
    public async Task A_call_that_succeeds_in_the_end_has_recovered()
    {
        await using var scene = new ToolScene().On(HookPoint.ToolError, HookResult.Retry()).OnError(HookPoint.ErrorRecovered).OnError(HookPoint.ErrorOccurred);
        scene.Tool = (call, _) => call.Attempt < 3 ? throw new InvalidOperationException($"broken {call.Attempt}") : new("at last");
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Succeeded, (object?)"at last", 3, null), (final.Outcome, final.Result, final.Attempt, final.Error));
        Assert.Contains("ErrorRecovered: broken 2 by retry", scene.Log);
        Assert.DoesNotContain(scene.Log, line => line.StartsWith("ErrorOccurred", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_result_is_asked_for_again_and_the_last_one_stands()
    {
        await using var scene = new ToolScene().On(HookPoint.ToolResultReady, Always);
        scene.Tool = (call, _) => new($"result {call.Attempt}");
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Succeeded, (object?)"result 4", 4), (final.Outcome, final.Result, scene.Calls));
        Assert.Equal(HookReportKind.ResultIgnored, Assert.Single(scene.Reports).Kind);
    }

    [Fact]
    public async Task Attempts_of_all_points_count_together()
    {
        await using var scene = new ToolScene().On(HookPoint.BeforeToolCall, HookResult.Retry(maxAttempts: 2)).On(HookPoint.ToolResultReady, Always);
        scene.Tool = (call, _) => call.Attempt == 1 ? throw new InvalidOperationException("broken") : new(call.Attempt);
        Assert.Equal(4, (await scene.InvokeAsync()).Result);
    }

    [Theory]
    [InlineData(HookPoint.BeforeToolCall)]
    [InlineData(HookPoint.ToolError)]
    public async Task The_wait_is_by_the_dispatchers_clock_and_never_longer_than_allowed(HookPoint point)
    {
        foreach (var (asked, waited) in new[] { (2, 2), (500, 30) })
        {
            await using var scene = new ToolScene { Tool = static (_, _) => throw new InvalidOperationException("broken") }
                .On(point, HookResult.Retry(delay: TimeSpan.FromSeconds(asked), maxAttempts: 2));
            var invoking = scene.InvokeAsync().AsTask();
            for (var calls = 1; calls <= 2; calls++)
            {
                await ToolScene.Eventually(() => scene.Calls == calls && scene.Clock.ArmedTimers == 1);
                Assert.Equal(scene.Clock.GetUtcNow().AddSeconds(waited), scene.Clock.NextTimer);
                scene.Clock.Advance(TimeSpan.FromSeconds(waited));
            }

            Assert.Equal((ToolCallOutcome.Failed, 3), ((await invoking).Outcome, scene.Calls));
        }
    }

    [Theory]
    [InlineData(HookPoint.BeforeToolCall)]
    [InlineData(HookPoint.ToolError)]
    [InlineData(HookPoint.ToolResultReady)]
    public async Task Whatever_happens_to_the_arguments_every_attempt_has_those_that_were_judged(HookPoint point)
    {
        ToolCallContext? kept = null;
        await using var scene = new ToolScene()
            .On(HookPoint.BeforeToolCall, call =>
            {
                kept = call;
                return point == HookPoint.BeforeToolCall ? Always : HookResult.Continue;
            })
            .On(HookPoint.ToolError, call =>
            {
                call.Arguments["text"] = "changed by a hook";
                return point == HookPoint.ToolError ? Always : HookResult.Continue;
            })
            .On(HookPoint.ToolResultReady, call =>
            {
                call.Arguments.Clear();
                return point == HookPoint.ToolResultReady ? Always : HookResult.Continue;
            });
        scene.Tool = (call, _) =>
        {
            call.Arguments["text"] = "changed by the tool";
            kept!.Arguments["more"] = "changed by a hook that kept its context";
            return point == HookPoint.ToolResultReady ? new("result") : throw new InvalidOperationException("broken");
        };
        await scene.InvokeAsync();
        Assert.Equal(Enumerable.Repeat("call search {\"text\":\"cats\"}", 4), scene.Log.Where(line => line.StartsWith("call", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_hook_that_comes_after_the_call_had_begun_gets_no_further_attempt()
    {
        await using var scene = new ToolScene();
        scene.Tool = (_, _) =>
        {
            scene.On(HookPoint.ToolResultReady, Always);
            return new("result");
        };
        Assert.Equal((ToolCallOutcome.Withheld, 1), ((await scene.InvokeAsync()).Outcome, scene.Calls));
        Assert.Equal(HookReportKind.Failed, Assert.Single(scene.Reports).Kind);
    }

    [Fact]
    public async Task The_caller_can_cancel_the_wait()
    {
        using var caller = new CancellationTokenSource();
        await using var scene = new ToolScene { Tool = static (_, _) => throw new InvalidOperationException("broken") }
            .On(HookPoint.ToolError, HookResult.Retry(delay: TimeSpan.FromSeconds(1)));
        var invoking = scene.InvokeAsync(cancellationToken: caller.Token).AsTask();
        caller.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => invoking);
        Assert.Equal([ToolCallOutcome.Cancelled], scene.Outcomes);
        Assert.Equal((1, "broken"), (scene.Calls, scene.Observed[0].Error!.Message));
    }
}
