using Hooks.Pipelines.Tests.Tools;

namespace Hooks.Pipelines.Tests.Approval;

/// <summary>Hooks answer a request for permission before the approver does, and have a word when it is refused.</summary>
public sealed class PermissionTests
{
    private readonly Approver _yes = new(HookApproval.Approve());
    private readonly Approver _no = new(HookApproval.Deny("no"));

    public static TheoryData<string, bool> Answers => new() { { "continue", true }, { "skipped", true }, { "modified", true }, { "ask", true }, { "allow", false }, { "cancel", false } };

    [Theory, MemberData(nameof(Answers))]
    public async Task Every_answer_to_the_request(string answer, bool asksTheApprover)
    {
        HookResult given = answer switch
        {
            "continue" => HookResult.Continue,
            "skipped" => HookResult.Skipped,
            "modified" => HookResult.Modified,
            "ask" => HookResult.Ask(),
            "allow" => HookResult.Allow(),
            _ => HookResult.Cancel("not here"),
        };
        await using var scene = Scene(_yes).OnPermission(HookPoint.PermissionRequest, _ => given);
        var final = await scene.InvokeAsync();
        Assert.Equal(asksTheApprover ? 1 : 0, _yes.Requests.Count);
        Assert.Equal(answer == "cancel" ? (ToolCallOutcome.Denied, "not here") : (ToolCallOutcome.Succeeded, null), (final.Outcome, final.ErrorMessage));
        if (answer == "cancel")
            Assert.Equal(HookPoint.PermissionRequest, final.DecidedBy!.Point.Point);
    }

    [Fact]
    public async Task The_request_tells_what_is_to_be_called_and_why()
    {
        PermissionContext? seen = null;
        await using var scene = Scene(_yes).OnPermission(HookPoint.PermissionRequest, request => { seen = request; return HookResult.Continue; });
        var call = ToolScene.Call();
        await scene.InvokeAsync(call);
        Assert.Equal(("search", "{\"text\":\"cats\"}", "c1", "really?", "s1"), (seen!.ToolName, seen.Arguments.ToJson(), seen.CallId, seen.Reason, seen.SessionId));
        Assert.Same(call, seen.Parent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Changes_go_along_once_the_guards_have_seen_them(bool allow)
    {
        await using var scene = new ToolScene(new() { Approver = _yes })
            .On(HookPoint.BeforeToolCall, call => call.Arguments.GetString("text") == "dogs" ? HookResult.Continue : HookResult.Ask("really?"))
            .OnPermission(HookPoint.PermissionRequest, request =>
            {
                request.Arguments["text"] = "dogs";
                request.AddContext("dogs are better");
                return allow ? HookResult.Allow() : HookResult.Modified;
            });
        var final = await scene.InvokeAsync();
        Assert.Equal(["BeforeToolCall", "PermissionRequest", "BeforeToolCall", "call search {\"text\":\"dogs\"}", "after search Succeeded"], scene.Log);
        Assert.Equal(["dogs are better"], final.AddedContext);
        if (!allow)
            Assert.Equal("dogs", ((ToolCallContext)Assert.Single(_yes.Requests).Context).Arguments.GetString("text"));
    }

    [Fact]
    public async Task No_change_gets_past_a_guard()
    {
        await using var scene = new ToolScene(new() { Approver = _yes })
            .On(HookPoint.BeforeToolCall, call => call.Arguments.GetString("text") == "dogs" ? HookResult.Cancel("no dogs") : HookResult.Ask())
            .OnPermission(HookPoint.PermissionRequest, request => { request.Arguments["text"] = "dogs"; return HookResult.Allow(); });
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Denied, "no dogs", 0), (final.Outcome, final.ErrorMessage, scene.Calls));
    }

    [Theory]
    [InlineData("policy")]
    [InlineData("approver")]
    public async Task A_denial_is_told_with_who_denied(string who)
    {
        PermissionContext? seen = null;
        await using var scene = Scene(_no)
            .OnPermission(HookPoint.PermissionRequest, _ => who == "policy" ? HookResult.Cancel("no") : HookResult.Continue)
            .OnPermission(HookPoint.PermissionDenied, denied => { seen = denied; denied.AddContext("ask someone else"); return HookResult.Continue; });
        var final = await scene.InvokeAsync();
        Assert.Equal((who, "no"), (seen!.DeniedBy, seen.Reason));
        Assert.Equal((ToolCallOutcome.Denied, "no"), (final.Outcome, final.ErrorMessage));
        Assert.Equal(["ask someone else"], final.AddedContext);
    }

    [Fact]
    public async Task A_denial_can_be_replaced_or_given_another_reason()
    {
        await using var replacing = Scene(_no).OnPermission(HookPoint.PermissionDenied, _ => HookResult.Replace("a guess"));
        var replaced = await replacing.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Replaced, (object?)"a guess", 0), (replaced.Outcome, replaced.Result, replacing.Calls));

        await using var cancelling = Scene(_no).OnPermission(HookPoint.PermissionDenied, _ => HookResult.Cancel("ask me tomorrow"));
        var cancelled = await cancelling.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Denied, "ask me tomorrow"), (cancelled.Outcome, cancelled.ErrorMessage));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 3)]
    public async Task It_is_asked_for_again_but_not_for_ever(int wanted, int further)
    {
        await using var scene = Scene(_no).OnPermission(HookPoint.PermissionDenied, _ => HookResult.Retry("please", maxAttempts: wanted));
        var final = await scene.InvokeAsync(ToolScene.Call(idempotent: false));
        Assert.Equal((ToolCallOutcome.Denied, 1 + further, 0), (final.Outcome, _no.Requests.Count, scene.Calls));
        Assert.Equal(HookReportKind.ResultIgnored, Assert.Single(scene.Reports).Kind);
    }

    [Fact]
    public async Task Asked_again_the_approver_may_give_in()
    {
        var answers = new Queue<HookApproval>([HookApproval.Deny(), HookApproval.Approve()]);
        await using var scene = Scene(new Approver((_, _) => new(answers.Dequeue()))).OnPermission(HookPoint.PermissionDenied, _ => HookResult.Retry(delay: TimeSpan.FromSeconds(5)));
        var invoking = scene.InvokeAsync().AsTask();
        Assert.Equal(0, scene.Calls);
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((ToolCallOutcome.Succeeded, 1), ((await invoking).Outcome, scene.Calls));
    }

    [Fact]
    public async Task A_hook_that_fails_at_the_request_denies_and_one_at_the_denial_lets_it_stand()
    {
        await using var asking = Scene(_yes).OnPermission(HookPoint.PermissionRequest, _ => throw new InvalidOperationException());
        Assert.Equal((ToolCallOutcome.Denied, 0), ((await asking.InvokeAsync()).Outcome, asking.Calls));

        await using var denying = Scene(_no).OnPermission(HookPoint.PermissionDenied, _ => throw new InvalidOperationException());
        var final = await denying.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Denied, "no"), (final.Outcome, final.ErrorMessage));
    }

    public static TheoryData<string> Again => ["retry", "cache", "replace", "redirect", "fork"];

    [Theory, MemberData(nameof(Again))]
    public async Task A_changed_call_for_which_a_guard_has_an_answer_of_its_own_still_needs_approval(string answer)
    {
        var approver = new Approver(HookApproval.Deny("no"));
        var given = answer switch
        {
            "retry" => HookResult.Retry(),
            "cache" => HookResult.Cache(TimeSpan.FromMinutes(1)),
            "replace" => HookResult.Replace("canned"),
            "redirect" => HookResult.Redirect("other"),
            _ => HookResult.Fork([new("other")]),
        };
        await using var scene = new ToolScene(new() { Approver = approver })
            .On(HookPoint.BeforeToolCall, call => call.Arguments.GetString("text") == "dogs" ? given : HookResult.Ask("really?"))
            .OnPermission(HookPoint.PermissionRequest, request => { request.Arguments["text"] = "dogs"; return HookResult.Modified; });
        var final = await scene.InvokeAsync();
        Assert.Equal((ToolCallOutcome.Denied, 0, 1), (final.Outcome, scene.Calls, approver.Requests.Count));
    }

    [Fact]
    public async Task Approved_the_changed_call_is_treated_as_the_guards_want()
    {
        await using var scene = new ToolScene(new() { Approver = _yes })
            .On(HookPoint.BeforeToolCall, call => call.Arguments.GetString("text") == "dogs" ? HookResult.Replace("canned") : HookResult.Ask("really?"))
            .OnPermission(HookPoint.PermissionRequest, request => { request.Arguments["text"] = "dogs"; return HookResult.Modified; });
        Assert.Equal((ToolCallOutcome.Replaced, (object?)"canned"), ((await scene.InvokeAsync()).Outcome, scene.Observed[0].Result));
    }

    [Fact]
    public async Task The_approver_is_told_why_the_changed_call_needs_approval()
    {
        await using var scene = new ToolScene(new() { Approver = _yes })
            .On(HookPoint.BeforeToolCall, call => HookResult.Ask(call.Arguments.GetString("text") == "dogs" ? "deletes everything" : "reads a file"))
            .OnPermission(HookPoint.PermissionRequest, request => { request.Arguments["text"] = "dogs"; return HookResult.Modified; });
        await scene.InvokeAsync();
        Assert.Equal("deletes everything", Assert.Single(_yes.Requests).Reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_tool_in_its_place_needs_the_approval_that_its_host_wants(bool forked)
    {
        var approver = new Approver(HookApproval.Deny("no"));
        await using var scene = new ToolScene(new() { Approver = approver, NeedsApproval = call => call.ToolName == "pay" })
            .On(HookPoint.BeforeToolCall, forked ? HookResult.Fork([new("pay")]) : HookResult.Redirect("pay"), tools: "search");
        await scene.InvokeAsync();
        Assert.Equal((0, "pay"), (scene.Calls, ((ToolCallContext)Assert.Single(approver.Requests).Context).ToolName));
    }

    private static ToolScene Scene(IHookApprover approver) => new ToolScene(new() { Approver = approver }).On(HookPoint.BeforeToolCall, HookResult.Ask("really?"));
}
