using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Failures;

/// <summary>The caller's cancellation is not a failure: it propagates, and no policy turns it into a verdict.</summary>
public sealed class CancellationTests
{
    public static TheoryData<Way, HookFailurePolicy, string> Combinations()
    {
        var data = new TheoryData<Way, HookFailurePolicy, string>();
        foreach (var way in Enum.GetValues<Way>())
        foreach (var policy in Enum.GetValues<HookFailurePolicy>())
        foreach (var token in new[] { "caller's", "foreign" })
            data.Add(way, policy, token);
        return data;
    }

    [Theory, MemberData(nameof(Combinations))]
    public async Task It_propagates_whatever_token_the_exception_names(Way way, HookFailurePolicy policy, string token)
    {
        using var caller = new CancellationTokenSource();
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", new HookSpec("b") { OnFailure = policy }, "c")
            .Does("b", _ =>
            {
                caller.Cancel();
                throw new OperationCanceledException(token == "foreign" ? new CancellationToken(canceled: true) : caller.Token);
            })
            .FireAsync(caller.Token);
        Assert.IsAssignableFrom<OperationCanceledException>(fire.Error);
        Assert.Equal("a b", fire.Ran);
        Assert.Empty(fire.Reports);
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task Another_exception_is_a_failure_though_the_caller_has_cancelled(Way way)
    {
        using var caller = new CancellationTokenSource();
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", "b")
            .Does("a", _ =>
            {
                caller.Cancel();
                throw new InvalidDataException();
            })
            .FireAsync(caller.Token);
        Assert.True(fire.Answer().IsCancel);
        Assert.Single(fire.Reports);
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task A_cancelled_token_is_seen_before_the_first_hook(Way way)
    {
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a").FireAsync(new CancellationToken(canceled: true));
        Assert.IsAssignableFrom<OperationCanceledException>(fire.Error);
        Assert.Empty(fire.Calls);
        Assert.Empty(fire.Reports);
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task A_cancelled_token_does_not_matter_where_there_are_no_hooks(Way way)
    {
        await using var dispatcher = HookProgram.Of(new HookSpec("a") { Point = PointSpec.ToolError }).CreateDispatcher(new HookDispatcherOptions { ExecutionPath = way.Path() });
        var (context, token) = (PointSpec.BeforeToolCall.NewContext(), new CancellationToken(canceled: true));
        var verdict = way.IsSync() ? dispatcher.Fire(PointSpec.BeforeToolCall, context, token) : await dispatcher.FireAsync(PointSpec.BeforeToolCall, context, token);
        Assert.True(verdict.IsContinue);
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task A_token_cancelled_during_a_hook_does_not_stop_the_guards_behind_it(Way way)
    {
        using var caller = new CancellationTokenSource();
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", "b")
            .Does("a", _ =>
            {
                caller.Cancel();
                return default;
            })
            .Answers("b", HookResult.Cancel("no"))
            .FireAsync(caller.Token);
        Assert.Equal(HookResult.Cancel("no"), fire.Answer());
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task Hooks_that_take_a_token_get_the_caller_s(Way way)
    {
        using var caller = new CancellationTokenSource();
        var shape = way.IsSync() ? Shape.Result : Shape.ValueTaskOfResult;
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, new HookSpec("a") { TakesToken = true, Shape = shape }, "b", new HookSpec("c") { TakesToken = true, Shape = Shape.Void })
            .FireAsync(caller.Token);
        Assert.Equal([caller.Token, null, caller.Token], fire.Calls.Select(call => call.Token));
    }

    [Theory, ClassData(typeof(AsyncWays))]
    public async Task The_task_of_a_cancelled_fire_is_cancelled(Way way)
    {
        await using var dispatcher = HookProgram.Of("a").CreateDispatcher(new HookDispatcherOptions { ExecutionPath = way.Path() });
        var fire = dispatcher.BeforeToolCallAsync(new() { ToolName = "bash" }, new CancellationToken(canceled: true)).AsTask();
        Assert.True(fire.IsCanceled);
        var observed = dispatcher.FireAsync(HookPoint.BeforeToolCall, new ToolCallContext { ToolName = "bash" }, new CancellationToken(canceled: true));
        Assert.True(observed.IsCanceled);
    }
}
