namespace Hooks.Pipelines.Tests.Tools;

/// <summary>Observers have a token and a time of their own, and a hook that ran out of time changes nothing any more.</summary>
public sealed class ObservationTests
{
    [Fact]
    public async Task Observers_that_take_too_long_are_left_alone()
    {
        ToolCallContext? kept = null;
        var token = CancellationToken.None;
        await using var scene = new ToolScene(hookTimeout: Timeout.InfiniteTimeSpan);
        scene.Dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, async (call, own) =>
        {
            (kept, token) = (call, own);
            await new TaskCompletionSource().Task;
        });
        var call = ToolScene.Call();
        var invoking = scene.InvokeAsync(call).AsTask();
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        var final = await invoking;
        Assert.Equal((ToolCallOutcome.Succeeded, (object?)"search done"), (final.Outcome, final.Result));
        Assert.Equal(HookReportKind.Abandoned, Assert.Single(scene.Reports).Kind);
        Assert.NotSame(kept, final);
        Assert.Same(call.Final, final);
        Assert.Throws<InvalidOperationException>(() => kept!.Result = "changed late");
        await ToolScene.Eventually(() => token.IsCancellationRequested);
    }

    [Theory]
    [InlineData(HookPoint.BeforeToolCall, "dogs")]
    [InlineData(HookPoint.ToolResultReady, "cats")]
    public async Task A_guard_that_ran_out_of_time_changes_nothing_any_more(HookPoint point, string called)
    {
        ToolCallContext? late = null;
        var gate = new TaskCompletionSource();
        await using var scene = new ToolScene();
        scene.Dispatcher.Register<ToolCallContext>(point, async (call, _) =>
        {
            late = call;
            await gate.Task;
            return HookResult.Continue;
        }, new() { TimeoutMilliseconds = 1000, OnFailure = HookFailurePolicy.Continue });
        scene.On(point, call => { call.Arguments["text"] = "dogs"; call.AddContext("seen"); return HookResult.Modified; });
        var original = ToolScene.Call();
        var invoking = scene.InvokeAsync(original).AsTask();
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        var final = await invoking;
        Assert.Same(original, late);
        Assert.Same(original.Final, final);
        Assert.NotSame(original, final);
        Assert.Throws<InvalidOperationException>(() => late!.Arguments["text"] = "worse");
        Assert.Equal((ToolCallOutcome.Succeeded, (object?)"search done"), (final.Outcome, final.Result));
        Assert.Equal(["seen"], final.AddedContext);
        Assert.Contains($"call search {{\"text\":\"{called}\"}}", scene.Log);
        Assert.Same(final, Assert.Single(scene.Observed));
    }

    [Fact]
    public async Task An_observer_that_throws_on_request_reaches_the_caller_unless_something_else_does()
    {
        await using var scene = new ToolScene();
        scene.Dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, _ => throw new FormatException(), new() { OnFailure = HookFailurePolicy.Throw });
        await Assert.ThrowsAsync<FormatException>(async () => await scene.InvokeAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await scene.InvokeAsync(cancellationToken: new(canceled: true)));
    }

    [Fact]
    public async Task An_observer_of_the_error_that_throws_on_request_does_not_keep_the_end_from_being_observed()
    {
        await using var scene = new ToolScene { Tool = static (_, _) => throw new InvalidOperationException("broken") };
        scene.Dispatcher.Observe<ErrorContext>(HookPoint.ErrorOccurred, _ => throw new FormatException(), new() { OnFailure = HookFailurePolicy.Throw });
        await Assert.ThrowsAsync<FormatException>(async () => await scene.InvokeAsync());
        Assert.Equal([ToolCallOutcome.Failed], scene.Outcomes);
    }

    [Theory]
    [InlineData(HookPoint.BeforeToolCall, ToolCallOutcome.Denied)]
    [InlineData(HookPoint.ToolResultReady, ToolCallOutcome.Withheld)]
    [InlineData(HookPoint.ToolError, ToolCallOutcome.Failed)]
    public async Task A_hook_that_throws_on_request_reaches_the_caller_and_lets_nothing_through(HookPoint point, ToolCallOutcome outcome)
    {
        await using var scene = new ToolScene().On(point, _ => throw new FormatException("password"), HookFailurePolicy.Throw);
        if (point == HookPoint.ToolError)
            scene.Tool = static (_, _) => throw new InvalidOperationException("broken");
        await Assert.ThrowsAsync<FormatException>(async () => await scene.InvokeAsync());
        var observed = Assert.Single(scene.Observed);
        Assert.Equal((outcome, null), (observed.Outcome, observed.Result));
        Assert.DoesNotContain("password", observed.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_context_is_the_calls_own_and_nothing_the_tool_writes_to_its_copy_is_seen()
    {
        await using var scene = new ToolScene();
        scene.Tool = static (call, _) =>
        {
            call.Result = "written";
            call.AddContext("written");
            call.Items["written"] = true;
            return new("given");
        };
        var final = await scene.InvokeAsync();
        Assert.Equal(("given", 0, 0), (final.Result, final.AddedContext.Count, final.Items.Count));
    }

    [Fact]
    public async Task An_error_whose_message_throws_is_told_by_its_type()
    {
        await using var scene = new ToolScene { Tool = static (_, _) => throw new Mute() }.OnError(HookPoint.ErrorOccurred);
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Failed, "Mute"), (final.Outcome, final.ErrorMessage));
        Assert.Equal(["ErrorOccurred: Mute", "after search Failed"], scene.Log.Skip(1));
    }

    [Fact]
    public async Task What_the_host_was_given_stays_final_when_a_late_observer_runs_out_of_time_too()
    {
        var wasLate = false;
        await using var scene = new ToolScene(hookTimeout: TimeSpan.FromSeconds(10));
        scene.Dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, async (_, _) => await new TaskCompletionSource().Task);
        scene.Dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, late =>
        {
            late.Result = "changed late";
            Volatile.Write(ref wasLate, true);
        });
        var call = ToolScene.Call();
        var invoking = scene.InvokeAsync(call).AsTask();
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        var final = await invoking;
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        await ToolScene.Eventually(() => Volatile.Read(ref wasLate));
        Assert.Same(final, call.Final);
        Assert.Equal("search done", call.Final.Result);
    }

    private sealed class Mute : Exception
    {
        public override string Message => throw new InvalidOperationException("no message");
    }
}
