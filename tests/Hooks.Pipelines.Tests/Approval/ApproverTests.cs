using Hooks.Pipelines.Tests.Tools;

namespace Hooks.Pipelines.Tests.Approval;

/// <summary>Where a hook asks, only a clear yes lets the call happen.</summary>
public sealed class ApproverTests
{
    [Fact]
    public async Task Nobody_to_ask_is_a_denial()
    {
        await using var scene = new ToolScene().On(HookPoint.BeforeToolCall, HookResult.Ask("really?"));
        await AssertDenied(scene, "it needs approval, and there is nobody to ask");
    }

    [Fact]
    public async Task The_default_answer_is_a_denial()
    {
        await using var scene = new ToolScene(new() { Approver = new Approver(default(HookApproval)) }).On(HookPoint.BeforeToolCall, HookResult.Ask());
        await AssertDenied(scene, "it was not approved");
    }

    [Theory]
    [InlineData("it is late", "it is late")]
    [InlineData(" ", "it was not approved")]
    [InlineData(null, "it was not approved")]
    public async Task A_denial_has_a_reason(string? given, string expected)
    {
        await using var scene = new ToolScene(new() { Approver = new Approver(HookApproval.Deny(given)) }).On(HookPoint.BeforeToolCall, HookResult.Ask());
        await AssertDenied(scene, expected);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_approver_that_fails_is_a_denial_and_reported(bool synchronously)
    {
        var secret = new InvalidOperationException("secret");
        var approver = new Approver((_, _) => synchronously ? throw secret : ValueTask.FromException<HookApproval>(secret));
        await using var scene = new ToolScene(new() { Approver = approver }).On(HookPoint.BeforeToolCall, HookResult.Ask());
        await AssertDenied(scene, "it needs approval, and the approver failed");
        var report = Assert.Single(scene.Reports);
        Assert.Equal((HookReportKind.ApproverFailed, (Exception?)secret, (HookDescriptor?)null), (report.Kind, report.Exception, report.Hook));
        Assert.DoesNotContain("secret", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approver_that_gives_up_on_its_own_is_a_denial()
    {
        await using var scene = new ToolScene(new() { Approver = new Approver(static (_, _) => throw new OperationCanceledException()) }).On(HookPoint.BeforeToolCall, HookResult.Ask());
        await AssertDenied(scene, "it needs approval, and the approver failed");
    }

    [Fact]
    public async Task An_approver_may_take_any_time()
    {
        var answer = new TaskCompletionSource<HookApproval>();
        await using var scene = new ToolScene(new() { Approver = new Approver((_, _) => new(answer.Task)) }).On(HookPoint.BeforeToolCall, HookResult.Ask());
        var invoking = scene.InvokeAsync().AsTask();
        scene.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal((false, 0), (invoking.IsCompleted, scene.Calls));
        answer.SetResult(HookApproval.Approve());
        Assert.Equal((ToolCallOutcome.Succeeded, 1), ((await invoking).Outcome, scene.Calls));
    }

    [Fact]
    public async Task The_caller_need_not_wait_for_an_approver_that_does_not_listen()
    {
        using var caller = new CancellationTokenSource();
        await using var scene = new ToolScene(new() { Approver = new Approver(static (_, _) => new(new TaskCompletionSource<HookApproval>().Task)) }).On(HookPoint.BeforeToolCall, HookResult.Ask());
        var invoking = scene.InvokeAsync(cancellationToken: caller.Token).AsTask();
        caller.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => invoking);
        Assert.Equal((0, ToolCallOutcome.Cancelled), (scene.Calls, Assert.Single(scene.Outcomes)));
    }

    [Fact]
    public async Task What_is_approved_is_what_is_called()
    {
        ToolCallContext? kept = null;
        var approver = new Approver(static (request, _) =>
        {
            ((ToolCallContext)request.Context).Arguments["text"] = "changed by the approver";
            return new(HookApproval.Approve());
        });
        await using var scene = new ToolScene(new() { Approver = approver })
            .On(HookPoint.BeforeToolCall, call => { kept = call; return HookResult.Ask("really?"); })
            .OnPermission(HookPoint.PermissionRequest, _ => { kept!.Arguments["text"] = "changed by a hook that kept its context"; return HookResult.Continue; });
        await scene.InvokeAsync();
        Assert.Contains("call search {\"text\":\"cats\"}", scene.Log);
        var request = Assert.Single(approver.Requests);
        Assert.Equal((HookPoint.BeforeToolCall, "really?", HookPoint.BeforeToolCall), (request.Point, request.Reason, request.DecidedBy!.Point.Point));
    }

    [Fact]
    public async Task A_guard_behind_the_one_that_asks_still_denies_and_nobody_is_asked()
    {
        var approver = new Approver(HookApproval.Approve());
        await using var scene = new ToolScene(new() { Approver = approver }).On(HookPoint.BeforeToolCall, HookResult.Ask()).On(HookPoint.BeforeToolCall, HookResult.Cancel("no"));
        await AssertDenied(scene, "no");
        Assert.Empty(approver.Requests);
    }

    private static async Task AssertDenied(ToolScene scene, string reason)
    {
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Denied, reason, 0), (final.Outcome, final.ErrorMessage, scene.Calls));
        Assert.Equal([ToolCallOutcome.Denied], scene.Outcomes);
    }
}
