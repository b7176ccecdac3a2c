namespace Hooks.Pipelines.Tests.Tools;

/// <summary>A tool that takes too long is told to stop, and left alone.</summary>
public sealed class TimeoutTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task The_tools_token_is_cancelled_and_the_call_has_timed_out()
    {
        var token = CancellationToken.None;
        await using var scene = new ToolScene(new() { ToolTimeout = Limit }).OnError(HookPoint.ErrorOccurred);
        scene.Tool = async (_, own) => { token = own; await new TaskCompletionSource().Task.WaitAsync(own); return "never"; };
        var invoking = scene.InvokeAsync().AsTask();
        scene.Clock.Advance(Limit - TimeSpan.FromTicks(1));
        Assert.False(token.IsCancellationRequested || invoking.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromTicks(1));
        var final = await invoking;
        Assert.True(token.IsCancellationRequested);
        Assert.Equal((ToolCallOutcome.TimedOut, Limit, "The tool 'search' took longer than 00:00:10."), (final.Outcome, final.Duration, final.ErrorMessage));
        Assert.IsAssignableFrom<TimeoutException>(final.Error);
        Assert.Equal(["ErrorOccurred: The tool 'search' took longer than 00:00:10.", "after search TimedOut"], scene.Log.Skip(1));
        Assert.Equal(0, scene.Clock.ArmedTimers);
    }

    [Fact]
    public async Task A_tool_that_does_not_listen_is_left_alone_and_what_it_gives_is_lost()
    {
        var gate = new TaskCompletionSource<object?>();
        await using var scene = new ToolScene(new() { ToolTimeout = Limit }) { Tool = (_, _) => new(gate.Task) };
        var invoking = scene.InvokeAsync().AsTask();
        scene.Clock.Advance(Limit);
        var final = await invoking;
        gate.SetResult("too late");
        Assert.Equal((ToolCallOutcome.TimedOut, null), (final.Outcome, final.Result));
    }

    [Fact]
    public async Task A_callback_of_the_tool_that_throws_when_it_is_stopped_does_no_harm()
    {
        await using var scene = new ToolScene(new() { ToolTimeout = Limit });
        scene.Tool = (_, own) =>
        {
            own.Register(() => throw new InvalidOperationException("no!"));
            return new(new TaskCompletionSource<object?>().Task);
        };
        var invoking = scene.InvokeAsync().AsTask();
        scene.Clock.Advance(Limit);
        Assert.Equal(ToolCallOutcome.TimedOut, (await invoking).Outcome);
    }

    [Theory]
    [InlineData(HookPoint.BeforeToolCall)]
    [InlineData(HookPoint.ToolError)]
    public async Task Another_attempt_has_the_whole_time_again(HookPoint point)
    {
        await using var scene = new ToolScene(new() { ToolTimeout = Limit }).On(point, HookResult.Retry(maxAttempts: 1));
        scene.Tool = (call, own) => call.Attempt == 1 ? Never(own) : new("in time");
        var invoking = scene.InvokeAsync().AsTask();
        scene.Clock.Advance(Limit);
        var final = await invoking;
        Assert.Equal((ToolCallOutcome.Succeeded, (object?)"in time", 2), (final.Outcome, final.Result, scene.Calls));
    }

    [Fact]
    public async Task A_timeout_of_the_tools_own_is_a_failure()
    {
        await using var scene = new ToolScene(new() { ToolTimeout = Limit }) { Tool = static (_, _) => throw new TimeoutException("the server is slow") };
        Assert.Equal(ToolCallOutcome.Failed, (await scene.InvokeAsync()).Outcome);
    }

    [Fact]
    public async Task A_tool_that_completes_at_once_arms_nothing()
    {
        await using var scene = new ToolScene(new() { ToolTimeout = Limit });
        scene.Tool = (_, _) => new(scene.Clock.ArmedTimers);
        Assert.Equal((0, 0), ((await scene.InvokeAsync()).Result, scene.Clock.ArmedTimers));
    }

    [Fact]
    public async Task The_caller_cancels_the_tool_through_its_own_token()
    {
        using var caller = new CancellationTokenSource();
        await using var scene = new ToolScene(new() { ToolTimeout = Limit }) { Tool = static (_, own) => Never(own) };
        var invoking = scene.InvokeAsync(cancellationToken: caller.Token).AsTask();
        caller.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => invoking);
        Assert.Equal([ToolCallOutcome.Cancelled], scene.Outcomes);
    }

    [Fact]
    public async Task A_callback_of_the_tool_that_never_returns_holds_nothing_up()
    {
        using var gate = new ManualResetEventSlim();
        await using var scene = new ToolScene(new() { ToolTimeout = Limit });
        scene.Tool = (_, own) =>
        {
            own.Register(gate.Wait);
            return new(new TaskCompletionSource<object?>().Task);
        };
        var invoking = scene.InvokeAsync().AsTask();
        scene.Clock.Advance(Limit);
        Assert.Equal(ToolCallOutcome.TimedOut, (await invoking).Outcome);
        gate.Set();
    }

    [Fact]
    public async Task The_timeout_of_another_call_that_a_tool_throws_on_is_not_its_own()
    {
        await using var scene = new ToolScene(new() { ToolTimeout = Limit }) { Tool = static (_, own) => Never(own) };
        var inner = scene.InvokeAsync().AsTask();
        scene.Clock.Advance(Limit);
        var error = (await inner).Error!;
        scene.Tool = (_, _) => throw error;
        Assert.Equal((ToolCallOutcome.Failed, error), ((await scene.InvokeAsync()).Outcome, scene.Observed[1].Error));
    }

    private static async ValueTask<object?> Never(CancellationToken token)
    {
        await new TaskCompletionSource().Task.WaitAsync(token);
        return null;
    }
}
