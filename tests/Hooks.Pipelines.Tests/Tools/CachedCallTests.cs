namespace Hooks.Pipelines.Tests.Tools;

/// <summary>A call that hooks allow to be answered from the cache.</summary>
public sealed class CachedCallTests
{
    [Fact]
    public async Task The_second_call_is_answered_from_the_cache_through_all_guards()
    {
        await using var scene = Scene().On(HookPoint.ToolResultReady, HookResult.Continue);
        var first = await scene.InvokeAsync();
        var second = await scene.InvokeAsync();
        Assert.Equal((1, ToolCallOutcome.Succeeded, ToolCallOutcome.Cached, first.Result), (scene.Calls, first.Outcome, second.Outcome, second.Result));
        Assert.Equal(["BeforeToolCall", "ToolResultReady", "after search Cached"], scene.Log.Skip(4));
    }

    [Fact]
    public async Task A_guard_behind_denies_a_hit_too()
    {
        var closed = false;
        await using var scene = Scene().On(HookPoint.BeforeToolCall, _ => closed ? HookResult.Cancel("closed") : HookResult.Continue);
        await scene.InvokeAsync();
        closed = true;
        Assert.Equal(ToolCallOutcome.Denied, (await scene.InvokeAsync()).Outcome);
    }

    [Fact]
    public async Task What_is_kept_is_the_raw_result_so_that_every_hit_is_judged()
    {
        await using var scene = Scene().On(HookPoint.ToolResultReady, call => { call.Result = $"{call.Result}, judged"; return HookResult.Modified; });
        await scene.InvokeAsync();
        Assert.Equal("search done, judged", (await scene.InvokeAsync()).Result);
    }

    [Fact]
    public async Task It_is_called_again_once_the_result_is_too_old()
    {
        await using var scene = Scene();
        await scene.InvokeAsync();
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((ToolCallOutcome.Succeeded, 2), ((await scene.InvokeAsync()).Outcome, scene.Calls));
    }

    [Fact]
    public async Task A_hit_that_a_hook_does_not_want_is_forgotten_and_the_tool_called()
    {
        var bad = false;
        await using var scene = Scene().On(HookPoint.ToolResultReady, call => bad && call.Attempt == 1 ? HookResult.Retry() : HookResult.Continue);
        scene.Tool = (_, _) => new(scene.Calls);
        await scene.InvokeAsync();
        bad = true;
        var again = await scene.InvokeAsync();
        bad = false;
        Assert.Equal((ToolCallOutcome.Succeeded, (object?)2, (object?)2), (again.Outcome, again.Result, (await scene.InvokeAsync()).Result));
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        await using var scene = Scene();
        scene.Tool = (_, _) => scene.Calls == 1 ? throw new InvalidOperationException("broken") : new("mended");
        Assert.Equal(ToolCallOutcome.Failed, (await scene.InvokeAsync()).Outcome);
        Assert.Equal((ToolCallOutcome.Succeeded, (object?)"mended"), ((await scene.InvokeAsync()).Outcome, scene.Observed[1].Result));
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_call_whose_session_nobody_knows_and_the_hook_is_told()
    {
        await using var scene = Scene();
        for (var i = 0; i < 2; i++)
            await scene.InvokeAsync(new() { ToolName = "search", IsReadOnly = true });
        Assert.Equal((2, 2), (scene.Calls, scene.Reports.Count(report => report.Kind == HookReportKind.ResultIgnored)));
    }

    [Fact]
    public async Task Calls_at_the_same_time_are_one()
    {
        var gate = new TaskCompletionSource<object?>();
        await using var scene = Scene();
        scene.Tool = (_, _) => new(gate.Task);
        var invoking = Enumerable.Range(0, 10).Select(_ => scene.InvokeAsync().AsTask()).ToList();
        gate.SetResult("one for all");
        var finals = await Task.WhenAll(invoking);
        Assert.All(finals, final => Assert.Equal("one for all", final.Result));
        Assert.Equal((1, 9), (scene.Calls, finals.Count(final => final.Outcome == ToolCallOutcome.Cached)));
    }

    private static ToolScene Scene() => new ToolScene().On(HookPoint.BeforeToolCall, HookResult.Cache(TimeSpan.FromMinutes(1)));
}
