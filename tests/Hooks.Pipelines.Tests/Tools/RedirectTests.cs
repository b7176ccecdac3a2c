namespace Hooks.Pipelines.Tests.Tools;

/// <summary>A redirect calls another tool, through all of its own hooks.</summary>
public sealed class RedirectTests
{
    [Fact]
    public async Task The_target_has_its_own_hooks_and_is_observed_on_its_own()
    {
        await using var scene = new ToolScene()
            .On(HookPoint.BeforeToolCall, HookResult.Redirect("find"), tools: "search")
            .On(HookPoint.BeforeToolCall, call => { call.AddContext("found"); call.Arguments["text"] = "more cats"; return HookResult.Modified; }, tools: "find");
        var call = ToolScene.Call();
        var final = await scene.InvokeAsync(call);
        Assert.Equal((ToolCallOutcome.Redirected, (object?)"find done", null), (final.Outcome, final.Result, final.ErrorMessage));
        Assert.Equal(["BeforeToolCall", "BeforeToolCall", "call find {\"text\":\"more cats\"}", "after find Succeeded", "after search Redirected"], scene.Log);
        Assert.Equal(["found"], final.AddedContext);
        var target = scene.Observed[0];
        Assert.Same(call, target.Parent);
        Assert.Equal(("c1/1", "s1", false), (target.CallId, target.SessionId, target.IsIdempotent));
    }

    [Fact]
    public async Task What_was_denied_there_is_not_done()
    {
        await using var scene = new ToolScene()
            .On(HookPoint.BeforeToolCall, HookResult.Redirect("find"), tools: "search").On(HookPoint.BeforeToolCall, HookResult.Cancel("no finding"), tools: "find");
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Redirected, null, "no finding", 0), (final.Outcome, final.Result, final.ErrorMessage, scene.Calls));
        Assert.Equal([ToolCallOutcome.Denied, ToolCallOutcome.Redirected], scene.Outcomes);
    }

    [Fact]
    public async Task An_error_there_is_the_calls_error()
    {
        var broken = new InvalidOperationException("broken");
        await using var scene = new ToolScene { Tool = (_, _) => throw broken }.On(HookPoint.BeforeToolCall, HookResult.Redirect("find"), tools: "search").OnError(HookPoint.ErrorOccurred);
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Redirected, broken), (final.Outcome, final.Error));
        Assert.Single(scene.Log, line => line.StartsWith("ErrorOccurred", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    public async Task Hops_are_limited(int allowed, int made)
    {
        await using var scene = new ToolScene(new() { MaxRedirects = allowed }).On(HookPoint.BeforeToolCall, call => HookResult.Redirect($"{call.ToolName}+"));
        var final = await scene.InvokeAsync(ToolScene.Call("t"));
        Assert.Equal([ToolCallOutcome.Denied, .. Enumerable.Repeat(ToolCallOutcome.Redirected, made)], scene.Outcomes);
        Assert.Equal((0, made == 0 ? ToolCallOutcome.Denied : ToolCallOutcome.Redirected), (scene.Calls, final.Outcome));
        Assert.Equal(HookReportKind.Failed, Assert.Single(scene.Reports).Kind);
    }

    [Fact]
    public async Task A_cycle_is_refused()
    {
        await using var scene = new ToolScene()
            .On(HookPoint.BeforeToolCall, HookResult.Redirect("b"), tools: "a").On(HookPoint.BeforeToolCall, HookResult.Redirect("c"), tools: "b").On(HookPoint.BeforeToolCall, HookResult.Redirect("a"), tools: "c");
        var final = await scene.InvokeAsync(ToolScene.Call("a"));
        Assert.Equal(["after c Denied", "after b Redirected", "after a Redirected"], scene.Log.Where(line => line.StartsWith("after", StringComparison.Ordinal)));
        Assert.Contains("'a', from where the call has come", Assert.Single(scene.Reports).Exception!.Message, StringComparison.Ordinal);
        Assert.Equal(scene.Observed[0].ErrorMessage, final.ErrorMessage);
    }

    [Fact]
    public async Task A_target_is_not_taken_for_idempotent_because_the_original_was()
    {
        await using var scene = new ToolScene { Tool = static (_, _) => throw new InvalidOperationException("broken") }
            .On(HookPoint.BeforeToolCall, HookResult.Redirect("rm"), tools: "search").On(HookPoint.ToolError, HookResult.Retry());
        await scene.InvokeAsync();
        Assert.Equal((1, HookReportKind.Failed), (scene.Calls, Assert.Single(scene.Reports).Kind));
    }

    [Fact]
    public async Task Guards_of_the_original_behind_the_redirect_still_run()
    {
        await using var scene = new ToolScene().On(HookPoint.BeforeToolCall, HookResult.Redirect("find"), tools: "search").On(HookPoint.BeforeToolCall, HookResult.Cancel("no"), tools: "search");
        Assert.Equal((ToolCallOutcome.Denied, 0), ((await scene.InvokeAsync()).Outcome, scene.Calls));
    }

    [Fact]
    public async Task A_hook_that_throws_on_request_in_the_target_reaches_the_caller_after_both_were_observed()
    {
        await using var scene = new ToolScene()
            .On(HookPoint.BeforeToolCall, HookResult.Redirect("find"), tools: "search")
            .On(HookPoint.BeforeToolCall, _ => throw new FormatException(), HookFailurePolicy.Throw, "find");
        await Assert.ThrowsAsync<FormatException>(async () => await scene.InvokeAsync());
        Assert.Equal([ToolCallOutcome.Denied, ToolCallOutcome.Redirected], scene.Outcomes);
    }
}
