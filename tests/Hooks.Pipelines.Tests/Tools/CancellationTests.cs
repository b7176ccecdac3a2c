namespace Hooks.Pipelines.Tests.Tools;

/// <summary>The caller cancels: wherever the call stands, it ends as cancelled, is observed once, and then throws.</summary>
public sealed class CancellationTests
{
    public enum Moment
    {
        BeforeTheCall, InValidation, InAGuard, InPermission, InTheApprover, InTheTool, BehindTheTool, WhenTheToolFailed, InResultReady, InToolError, InARedirect, InAFork,
    }

    public static TheoryData<Moment> Moments => [.. Enum.GetValues<Moment>()];

    [Theory, MemberData(nameof(Moments))]
    public async Task The_end_is_observed_once_and_then_it_throws(Moment moment)
    {
        using var caller = new CancellationTokenSource();
        await using var scene = new ToolScene(new() { Approver = new Approver((_, token) => Stop(Moment.InTheApprover, token)) });
        CancellationToken observed = new(canceled: true);
        scene.Dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, async (_, token) => { observed = token; await Task.Yield(); });
        Hook(HookPoint.ToolValidation, Moment.InValidation);
        Hook(HookPoint.BeforeToolCall, Moment.InAGuard);
        Hook(HookPoint.ToolResultReady, Moment.InResultReady);
        Hook(HookPoint.ToolError, Moment.InToolError);
        if (moment is Moment.InPermission)
            scene.Dispatcher.Register<PermissionContext>(HookPoint.PermissionRequest, async (_, token) => { await Stop(Moment.InPermission, token); return HookResult.Continue; });
        if (moment is Moment.InPermission or Moment.InTheApprover)
            scene.On(HookPoint.BeforeToolCall, HookResult.Ask());
        if (moment is Moment.InARedirect)
            scene.On(HookPoint.BeforeToolCall, HookResult.Redirect("other"), tools: "search");
        if (moment is Moment.InAFork)
            scene.On(HookPoint.BeforeToolCall, HookResult.Fork([new("one"), new("two")]), tools: "search");
        scene.Tool = async (_, token) =>
        {
            if (moment is Moment.InTheTool or Moment.InARedirect or Moment.InAFork)
                await Stop(moment, token);
            if (moment is Moment.BehindTheTool or Moment.WhenTheToolFailed)
                caller.Cancel();
            return moment is Moment.WhenTheToolFailed or Moment.InToolError ? throw new InvalidOperationException("broken") : "result";
        };
        if (moment == Moment.BeforeTheCall)
            caller.Cancel();

        var call = ToolScene.Call();
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await scene.InvokeAsync(call, caller.Token));
        var expected = moment switch
        {
            Moment.InARedirect => 2,
            Moment.InAFork => 3,
            _ => 1,
        };
        Assert.Equal(Enumerable.Repeat(ToolCallOutcome.Cancelled, expected), scene.Outcomes);
        Assert.Equal((ToolCallOutcome.Cancelled, null), (call.Final.Outcome, call.Final.Result));
        Assert.False(observed.IsCancellationRequested);
        Assert.True(caller.IsCancellationRequested && thrown is not null);

        void Hook(HookPoint point, Moment here) => scene.Dispatcher.Register<ToolCallContext>(point, async (_, token) =>
        {
            if (moment == here)
                await Stop(here, token);
            return HookResult.Continue;
        });

        async ValueTask<HookApproval> Stop(Moment here, CancellationToken token)
        {
            Assert.Equal(moment, here);
            caller.Cancel();
            await new TaskCompletionSource().Task.WaitAsync(token);
            return HookApproval.Approve();
        }
    }

    [Fact]
    public async Task An_OperationCanceledException_of_the_tools_own_is_a_failure()
    {
        await using var scene = new ToolScene { Tool = static (_, _) => throw new OperationCanceledException("not by the caller") };
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Failed, "not by the caller"), (final.Outcome, final.ErrorMessage));
    }
}
