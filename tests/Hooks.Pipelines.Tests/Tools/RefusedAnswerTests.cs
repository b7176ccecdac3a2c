namespace Hooks.Pipelines.Tests.Tools;

/// <summary>An answer that the call cannot carry out is a failure of the hook that gave it.</summary>
public sealed class RefusedAnswerTests
{
    private static readonly Dictionary<string, HookResult> Answers = new()
    {
        ["retry"] = HookResult.Retry(),
        ["fork"] = HookResult.Fork([new("other")]),
        ["cache"] = HookResult.Cache(TimeSpan.FromMinutes(1)),
        ["merge"] = HookResult.Fork([new("other")], (HookForkMerge)7),
        ["itself"] = HookResult.Redirect("search"),
    };

    public static TheoryData<string> Refused => [.. Answers.Keys];

    [Theory, MemberData(nameof(Refused))]
    public async Task By_default_the_call_is_denied_and_the_hook_reported(string answer)
    {
        await using var scene = new ToolScene().On(HookPoint.BeforeToolCall, Answers[answer]);
        var final = await scene.InvokeAsync(ToolScene.Call(idempotent: answer is "merge" or "itself"));
        Assert.Equal((ToolCallOutcome.Denied, 0), (final.Outcome, scene.Calls));
        var report = Assert.Single(scene.Reports);
        Assert.Equal(HookReportKind.Failed, report.Kind);
        Assert.Equal($"the hook '{report.Hook!.Name}' failed", final.ErrorMessage);
        Assert.Equal([ToolCallOutcome.Denied], scene.Outcomes);
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task A_hook_that_may_fail_lets_the_call_through_as_if_it_had_not_spoken(string answer)
    {
        await using var scene = new ToolScene().On(HookPoint.BeforeToolCall, Answers[answer], HookFailurePolicy.Continue);
        var final = await scene.InvokeAsync(ToolScene.Call(idempotent: answer is "merge" or "itself"));
        Assert.Equal((ToolCallOutcome.Succeeded, 1, HookReportKind.Failed), (final.Outcome, scene.Calls, Assert.Single(scene.Reports).Kind));
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task On_request_the_caller_gets_the_exception_and_the_end_is_observed(string answer)
    {
        await using var scene = new ToolScene().On(HookPoint.BeforeToolCall, Answers[answer], HookFailurePolicy.Throw);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await scene.InvokeAsync(ToolScene.Call(idempotent: answer is "merge" or "itself")));
        Assert.Equal((0, ToolCallOutcome.Denied), (scene.Calls, Assert.Single(scene.Outcomes)));
    }

    [Fact]
    public async Task What_is_set_for_the_hook_counts_not_what_it_declares()
    {
        await using var scene = new ToolScene();
        scene.Dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, _ => HookResult.Retry(), new() { Name = "eager" });
        scene.Dispatcher.Configure("eager", new HookSettings { OnFailure = HookFailurePolicy.Continue });
        Assert.Equal(ToolCallOutcome.Succeeded, (await scene.InvokeAsync(ToolScene.Call(idempotent: false))).Outcome);
    }

    [Fact]
    public async Task It_counts_for_the_hooks_circuit_breaker()
    {
        await using var scene = new ToolScene();
        var asks = true;
        scene.Dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, _ => asks ? HookResult.Retry() : HookResult.Continue, new() { Name = "eager", CircuitBreaker = true });
        var breaker = scene.Dispatcher.FindHook("eager")!.CircuitBreaker!;
        await CallAsync(4);
        asks = false;
        await CallAsync(1);
        asks = true;
        await CallAsync(4);
        Assert.Equal((HookCircuitState.Closed, 8L), (breaker.State, breaker.Failures));
        await CallAsync(1);
        Assert.Equal((HookCircuitState.Open, 9L), (breaker.State, breaker.Failures));

        // One more that is answered as badly opens it again.
        scene.Clock.Advance(TimeSpan.FromSeconds(30));
        await CallAsync(1);
        Assert.Equal((HookCircuitState.Open, 2L), (breaker.State, breaker.Openings));

        // So does one that would have closed it.
        scene.Clock.Advance(TimeSpan.FromSeconds(30));
        asks = false;
        await CallAsync(1);
        Assert.Equal(HookCircuitState.HalfOpen, breaker.State);
        asks = true;
        await CallAsync(1);
        Assert.Equal((HookCircuitState.Open, 3L), (breaker.State, breaker.Openings));

        // Once it has closed, it takes as many as before.
        scene.Clock.Advance(TimeSpan.FromSeconds(30));
        asks = false;
        await CallAsync(3);
        asks = true;
        await CallAsync(4);
        Assert.Equal(HookCircuitState.Closed, breaker.State);
        await CallAsync(1);
        Assert.Equal(HookCircuitState.Open, breaker.State);

        async Task CallAsync(int times)
        {
            for (var i = 0; i < times; i++)
                await scene.InvokeAsync(ToolScene.Call(idempotent: false));
        }
    }

    [Fact]
    public async Task It_counts_for_the_hooks_circuit_breaker_in_calls_at_the_same_time_too()
    {
        await using var scene = new ToolScene();
        var goOn = new TaskCompletionSource();
        scene.Dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, _ => HookResult.Retry(), new() { Name = "eager", CircuitBreaker = true });
        scene.Dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, async (_, _) =>
        {
            await goOn.Task;
            return HookResult.Continue;
        });
        var breaker = scene.Dispatcher.FindHook("eager")!.CircuitBreaker!;
        for (var round = 1; round <= 3; round++)
        {
            Assert.Equal((HookCircuitState.Closed, 2L * (round - 1)), (breaker.State, breaker.Failures));
            goOn = new();
            Task[] calls = [scene.InvokeAsync(ToolScene.Call(idempotent: false)).AsTask(), scene.InvokeAsync(ToolScene.Call(idempotent: false)).AsTask()];
            goOn.SetResult();
            await Task.WhenAll(calls);
        }

        Assert.Equal(HookCircuitState.Open, breaker.State);
    }

    [Fact]
    public async Task The_message_says_what_would_be_right()
    {
        await using var scene = new ToolScene().On(HookPoint.BeforeToolCall, HookResult.Retry());
        await scene.InvokeAsync(ToolScene.Call("rm", idempotent: false));
        Assert.Contains("answered Retry for the tool 'rm', which its host has marked neither as idempotent nor as read-only", scene.Reports[0].Exception!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_tool_may_be_called_again()
    {
        await using var scene = new ToolScene { Tool = static (_, _) => throw new InvalidOperationException("broken") }.On(HookPoint.ToolError, HookResult.Retry(maxAttempts: 1));
        await scene.InvokeAsync(new() { ToolName = "read", IsReadOnly = true });
        Assert.Equal(2, scene.Calls);
    }

    [Fact]
    public async Task Another_attempt_after_the_call_needs_the_mark_too()
    {
        await using var ready = new ToolScene().On(HookPoint.ToolResultReady, HookResult.Retry());
        var withheld = await ready.InvokeAsync(ToolScene.Call(idempotent: false));
        Assert.Equal((ToolCallOutcome.Withheld, 1, HookReportKind.Failed), (withheld.Outcome, ready.Calls, Assert.Single(ready.Reports).Kind));

        await using var failing = new ToolScene { Tool = static (_, _) => throw new InvalidOperationException("broken") }.On(HookPoint.ToolError, HookResult.Retry());
        var failed = await failing.InvokeAsync(ToolScene.Call(idempotent: false));
        Assert.Equal((ToolCallOutcome.Failed, "broken", 1, HookReportKind.Failed), (failed.Outcome, failed.ErrorMessage, failing.Calls, Assert.Single(failing.Reports).Kind));
    }
}
