using Hooks.Pipelines.Tests.Tools;

namespace Hooks.Pipelines.Tests.Forking;

/// <summary>Branches run in place of a call, each with a copy and through its own hooks.</summary>
public sealed class ForkTests
{
    [Fact]
    public async Task Every_branch_has_its_own_hooks_arguments_and_end()
    {
        await using var scene = Scene(HookForkMerge.All, new HookBranch("a"), new("b", new() { ["text"] = "dogs" }), new("search"))
            .On(HookPoint.BeforeToolCall, call => { call.Arguments["by"] = call.ToolName; call.AddContext(call.ToolName); return HookResult.Modified; }, tools: "a|b");
        var call = ToolScene.Call();
        var final = await scene.InvokeAsync(call);
        Assert.Equal(
            ["call a {\"text\":\"cats\",\"by\":\"a\"}", "call b {\"text\":\"dogs\",\"by\":\"b\"}", "call search {\"text\":\"cats\"}"],
            scene.Log.Where(line => line.StartsWith("call", StringComparison.Ordinal)));
        Assert.Equal((ToolCallOutcome.Succeeded, null), (final.Outcome, final.ErrorMessage));
        Assert.Equal(["a done", "b done", "search done"], Assert.IsType<object?[]>(final.Result));
        Assert.Equal(["a", "b"], final.AddedContext);
        Assert.Equal(["a", "b", "search", "search"], scene.Observed.Select(observed => observed.ToolName));
        Assert.All(scene.Observed.Take(3), branch => Assert.Same(call, branch.Parent));
        Assert.Equal([("c1/1", false), ("c1/2", false), ("c1/3", true)], scene.Observed.Take(3).Select(branch => (branch.CallId, branch.IsIdempotent)));
    }

    [Fact]
    public async Task An_error_of_a_branch_is_told_once()
    {
        await using var scene = Scene(HookForkMerge.FirstSuccess, "broken").OnError(HookPoint.ErrorOccurred);
        scene.Tool = static (_, _) => throw new InvalidOperationException("broken");
        await scene.InvokeAsync();
        Assert.Equal(["ErrorOccurred: broken"], scene.Log.Where(line => line.StartsWith("Error", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_branch_can_change_what_another_is_called_with()
    {
        var arguments = new HookArguments { ["nested"] = new HookArguments { ["text"] = "cats" } };
        await using var scene = Scene(HookForkMerge.All, new HookBranch("a", arguments), new("b", arguments));
        scene.Tool = (call, _) =>
        {
            call.Arguments.TryGetArguments("nested", out var nested);
            nested!["text"] = "dogs";
            return new(call.ToolName);
        };
        await scene.InvokeAsync();
        Assert.Contains("call b {\"nested\":{\"text\":\"cats\"}}", scene.Log);
    }

    [Fact]
    public async Task The_first_that_succeeds_wins_and_the_others_are_cancelled_and_waited_for()
    {
        var (slow, quick) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var scene = Scene(HookForkMerge.FirstSuccess, "slow", "broken", "quick");
        scene.Tool = async (call, token) =>
        {
            if (call.ToolName == "broken")
                throw new InvalidOperationException("broken");
            await (call.ToolName == "slow" ? slow : quick).Task.WaitAsync(token);
            return call.ToolName;
        };
        var invoking = scene.InvokeAsync().AsTask();
        Assert.Equal(3, scene.Calls);
        quick.SetResult();
        var final = await invoking;
        Assert.Equal((ToolCallOutcome.Succeeded, (object?)"quick"), (final.Outcome, final.Result));
        Assert.Equal(["after broken Failed", "after quick Succeeded", "after slow Cancelled", "after search Succeeded"], scene.Log.Where(line => line.StartsWith("after", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Branches_behind_one_that_has_succeeded_at_once_do_not_begin()
    {
        await using var scene = Scene(HookForkMerge.FirstSuccess, "a", "b");
        Assert.Equal(("a done", 1, 2), ((await scene.InvokeAsync()).Result, scene.Calls, scene.Observed.Count));
    }

    [Fact]
    public async Task A_branch_that_does_not_stop_is_left_alone_and_ends_on_its_own()
    {
        var deaf = new TaskCompletionSource<object?>();
        var quick = new TaskCompletionSource<object?>();
        await using var scene = Scene(HookForkMerge.FirstSuccess, "deaf", "quick");
        scene.Tool = (call, _) => new((call.ToolName == "deaf" ? deaf : quick).Task);
        var invoking = scene.InvokeAsync().AsTask();
        quick.SetResult("quick");
        await ToolScene.Eventually(() => scene.Clock.ArmedTimers == 1);
        Assert.False(invoking.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        var final = await invoking;
        Assert.Equal((ToolCallOutcome.Succeeded, (object?)"quick"), (final.Outcome, final.Result));
        Assert.Equal(HookReportKind.Abandoned, Assert.Single(scene.Reports).Kind);
        Assert.Equal(["after quick Succeeded", "after search Succeeded"], scene.Log.Where(line => line.StartsWith("after", StringComparison.Ordinal)));
        deaf.SetResult("late");
        await ToolScene.Eventually(() => scene.Observed.Count == 3);
        Assert.Equal((ToolCallOutcome.Cancelled, null), (scene.Observed[2].Outcome, scene.Observed[2].Result));
    }

    [Fact]
    public async Task All_fails_with_the_first_failure_and_cancels_the_rest()
    {
        var broken = new TaskCompletionSource<object?>();
        await using var scene = Scene(HookForkMerge.All, "slow", "broken", "fine").OnError(HookPoint.ErrorOccurred);
        scene.Tool = async (call, token) => call.ToolName switch
        {
            "broken" => await broken.Task,
            "slow" => await new TaskCompletionSource<object?>().Task.WaitAsync(token),
            _ => "fine",
        };
        var invoking = scene.InvokeAsync().AsTask();
        var error = new InvalidOperationException("broken");
        broken.SetException(error);
        var final = await invoking;
        Assert.Equal((ToolCallOutcome.Failed, null, error, "broken"), (final.Outcome, final.Result, final.Error, final.ErrorMessage));
        Assert.Equal(["after fine Succeeded", "after broken Failed", "after slow Cancelled", "after search Failed"], scene.Log.Where(line => line.StartsWith("after", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_every_branch_fails_the_fork_fails_with_all_errors_and_the_preferred_reason()
    {
        await using var scene = Scene(HookForkMerge.FirstSuccess, "denied", "a", "b").On(HookPoint.BeforeToolCall, HookResult.Cancel("not that one"), tools: "denied");
        scene.Tool = static (call, _) => throw new InvalidOperationException(call.ToolName);
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Failed, "not that one"), (final.Outcome, final.ErrorMessage));
        Assert.Equal(["a", "b"], Assert.IsType<AggregateException>(final.Error).InnerExceptions.Select(inner => inner.Message));
    }

    [Fact]
    public async Task A_withheld_result_is_no_success()
    {
        await using var scene = Scene(HookForkMerge.FirstSuccess, "a", "b").On(HookPoint.ToolResultReady, HookResult.Cancel("secret"), tools: "a");
        Assert.Equal("b done", (await scene.InvokeAsync()).Result);
    }

    [Fact]
    public async Task A_hook_that_throws_on_request_fails_its_branch_only()
    {
        await using var scene = Scene(HookForkMerge.FirstSuccess, "a", "b").On(HookPoint.BeforeToolCall, _ => throw new FormatException(), HookFailurePolicy.Throw, "a");
        Assert.Equal((ToolCallOutcome.Succeeded, (object?)"b done"), ((await scene.InvokeAsync()).Outcome, scene.Observed[^1].Result));
    }

    [Fact]
    public async Task A_hook_that_forks_its_own_branches_has_failed_and_no_storm_breaks_out()
    {
        await using var scene = new ToolScene().On(HookPoint.BeforeToolCall, HookResult.Fork([new("search"), new("search")], HookForkMerge.All));
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Failed, 0), (final.Outcome, scene.Calls));
        Assert.Contains("let calls through whose Parent is such a call", scene.Reports[0].Exception!.Message, StringComparison.Ordinal);

        await using var minding = new ToolScene().On(HookPoint.BeforeToolCall, call => call.Parent is null ? HookResult.Fork([new("search"), new("search")], HookForkMerge.All) : HookResult.Continue);
        Assert.Equal((ToolCallOutcome.Succeeded, 2), ((await minding.InvokeAsync()).Outcome, minding.Calls));
    }

    [Fact]
    public async Task Forks_within_forks_are_limited_as_redirects_are()
    {
        await using var scene = new ToolScene(new() { MaxRedirects = 2 }).On(HookPoint.BeforeToolCall, call => HookResult.Redirect($"{call.ToolName}+"), tools: "?|?++");
        scene.On(HookPoint.BeforeToolCall, call => HookResult.Fork([new($"{call.ToolName}+")]), tools: "?+");
        var final = await scene.InvokeAsync(ToolScene.Call("t"));
        Assert.Equal((ToolCallOutcome.Redirected, 0), (final.Outcome, scene.Calls));
        Assert.All(scene.Reports, report => Assert.Equal(HookReportKind.Failed, report.Kind));
    }

    internal static ToolScene Scene(HookForkMerge merge, params HookBranch[] branches) =>
        new ToolScene().On(HookPoint.BeforeToolCall, call => call.Parent is null ? HookResult.Fork(branches, merge) : HookResult.Continue, tools: "search");

    internal static ToolScene Scene(HookForkMerge merge, params string[] targets) => Scene(merge, [.. targets.Select(target => new HookBranch(target))]);
}
