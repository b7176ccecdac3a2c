namespace Hooks.Pipelines.Tests.Tools;

/// <summary>What every answer at every point of a tool call makes of the call.</summary>
public sealed class VerdictTests
{
    [Fact]
    public async Task Without_hooks_the_tool_is_called()
    {
        await using var scene = new ToolScene();
        var call = ToolScene.Call();
        var final = await scene.InvokeAsync(call);
        Assert.Same(call, final);
        Assert.Equal((ToolCallOutcome.Succeeded, (object?)"search done", null), (final.Outcome, final.Result, final.ErrorMessage));
        Assert.Equal((1, TimeSpan.Zero), (final.Attempt, final.Duration));
        Assert.Equal(["call search {\"text\":\"cats\"}", "after search Succeeded"], scene.Log);
    }

    [Fact]
    public async Task The_dispatcher_without_hooks_calls_the_tool()
    {
        var final = await HookDispatcher.None.InvokeToolAsync(ToolScene.Call(), static (_, _) => new("done"));
        Assert.Equal((ToolCallOutcome.Succeeded, (object?)"done"), (final.Outcome, final.Result));
    }

    [Fact]
    public async Task The_points_come_in_their_order()
    {
        await using var scene = new ToolScene()
            .On(HookPoint.ToolValidation, HookResult.Continue).On(HookPoint.BeforeToolCall, HookResult.Skipped)
            .On(HookPoint.ToolResultReady, HookResult.Modified).On(HookPoint.ToolError, HookResult.Continue);
        await scene.InvokeAsync();
        Assert.Equal(["ToolValidation", "BeforeToolCall", "call search {\"text\":\"cats\"}", "ToolResultReady", "after search Succeeded"], scene.Log);
    }

    [Theory]
    [InlineData(HookPoint.ToolValidation)]
    [InlineData(HookPoint.BeforeToolCall)]
    public async Task Cancel_denies_the_call(HookPoint point)
    {
        await using var scene = new ToolScene().On(point, HookResult.Cancel("not today"));
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Denied, null, "not today", null), (final.Outcome, final.Result, final.ErrorMessage, final.Error));
        Assert.Equal([$"{point}", "after search Denied"], scene.Log);
        Assert.Equal(point, final.DecidedBy!.Point.Point);
    }

    [Theory]
    [InlineData(HookPoint.ToolValidation)]
    [InlineData(HookPoint.BeforeToolCall)]
    public async Task Modified_arguments_are_called(HookPoint point)
    {
        await using var scene = new ToolScene().On(point, call =>
        {
            call.Arguments["text"] = "dogs";
            return HookResult.Modified;
        });
        await scene.InvokeAsync();
        Assert.Contains("call search {\"text\":\"dogs\"}", scene.Log);
    }

    [Fact]
    public async Task Replace_stands_in_for_the_call()
    {
        await using var scene = new ToolScene()
            .On(HookPoint.BeforeToolCall, HookResult.Replace("from memory")).On(HookPoint.ToolResultReady, HookResult.Cancel("never asked"));
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Replaced, (object?)"from memory"), (final.Outcome, final.Result));
        Assert.Equal(["BeforeToolCall", "after search Replaced"], scene.Log);
    }

    [Fact]
    public async Task A_guard_behind_a_Replace_still_denies()
    {
        await using var scene = new ToolScene().On(HookPoint.BeforeToolCall, HookResult.Replace(1)).On(HookPoint.BeforeToolCall, HookResult.Cancel("no"));
        Assert.Equal(ToolCallOutcome.Denied, (await scene.InvokeAsync()).Outcome);
    }

    [Fact]
    public async Task Cancel_withholds_the_result()
    {
        await using var scene = new ToolScene().On(HookPoint.ToolResultReady, HookResult.Cancel("a secret is in it"));
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Withheld, (object?)"a secret is in it", "a secret is in it"), (final.Outcome, final.Result, final.ErrorMessage));
    }

    [Fact]
    public async Task A_result_is_replaced_or_changed_and_seen_raw_before()
    {
        object? seen = null;
        await using var replacing = new ToolScene().On(HookPoint.ToolResultReady, call => { seen = call.Result; return HookResult.Replace("better"); });
        var replaced = await replacing.InvokeAsync();
        Assert.Equal(("search done", ToolCallOutcome.Replaced, (object?)"better"), (seen, replaced.Outcome, replaced.Result));

        await using var changing = new ToolScene().On(HookPoint.ToolResultReady, call => { call.Result = "changed"; return HookResult.Modified; });
        var changed = await changing.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Succeeded, (object?)"changed"), (changed.Outcome, changed.Result));
    }

    [Fact]
    public async Task An_error_stands()
    {
        var broken = new InvalidOperationException("broken");
        await using var scene = new ToolScene { Tool = (_, _) => throw broken }.On(HookPoint.ToolError, HookResult.Continue).OnError(HookPoint.ErrorOccurred);
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Failed, null, "broken"), (final.Outcome, final.Result, final.ErrorMessage));
        Assert.Same(broken, final.Error);
        Assert.Equal(["call search {\"text\":\"cats\"}", "ToolError", "ErrorOccurred: broken", "after search Failed"], scene.Log);
    }

    [Fact]
    public async Task Cancel_lets_an_error_stand_with_its_reason()
    {
        var broken = new InvalidOperationException("password is 123");
        await using var scene = new ToolScene { Tool = (_, _) => ValueTask.FromException<object?>(broken) }.On(HookPoint.ToolError, HookResult.Cancel("the database is down"));
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Failed, "the database is down"), (final.Outcome, final.ErrorMessage));
        Assert.Same(broken, final.Error);
    }

    [Fact]
    public async Task Replace_gets_over_an_error()
    {
        await using var scene = new ToolScene { Tool = (_, _) => throw new InvalidOperationException("broken") }
            .On(HookPoint.ToolError, HookResult.Replace("nothing found")).OnError(HookPoint.ErrorOccurred).OnError(HookPoint.ErrorRecovered);
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Replaced, (object?)"nothing found", null), (final.Outcome, final.Result, final.Error));
        Assert.Equal(["call search {\"text\":\"cats\"}", "ToolError", "ErrorRecovered: broken by replace", "after search Replaced"], scene.Log);
    }

    [Fact]
    public async Task A_disposed_dispatcher_denies()
    {
        var scene = new ToolScene();
        await scene.DisposeAsync();
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Denied, "the hook dispatcher has been disposed"), (final.Outcome, final.ErrorMessage));
        Assert.Equal(0, scene.Calls);
    }

    [Fact]
    public async Task A_dispatcher_that_is_disposed_during_the_call_lets_no_result_through()
    {
        await using var scene = new ToolScene();
        scene.Tool = async (_, _) =>
        {
            await scene.DisposeAsync();
            return "unjudged";
        };
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Withheld, (object?)"the hook dispatcher has been disposed"), (final.Outcome, final.Result));
    }

    [Fact]
    public async Task Argument_errors_come_with_the_task()
    {
        var withoutContext = HookDispatcher.None.InvokeToolAsync(null!, static (_, _) => default);
        var withoutTool = HookDispatcher.None.InvokeToolAsync(ToolScene.Call(), null!);
        Assert.Equal("context", (await Assert.ThrowsAsync<ArgumentNullException>(async () => await withoutContext)).ParamName);
        Assert.Equal("invoke", (await Assert.ThrowsAsync<ArgumentNullException>(async () => await withoutTool)).ParamName);
    }
}
