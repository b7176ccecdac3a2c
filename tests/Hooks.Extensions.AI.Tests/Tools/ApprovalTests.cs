using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Tools;

public sealed class ApprovalTests
{
    private static readonly AIFunction Deploy = AIFunctionFactory.Create((string target) => $"deployed to {target}", "deploy");
    private static readonly ApprovalRequiredAIFunction Marked = new(Deploy);
    private static readonly Dictionary<string, object?> ToProduction = new() { ["target"] = "production" };

    [Theory]
    [InlineData(true, "deployed to production")]
    [InlineData(false, "not today")]
    public async Task An_approver_is_asked_when_a_hook_asks(bool approves, string expected)
    {
        var approver = new Scene.Approver(approves ? HookApproval.Approve() : HookApproval.Deny("not today"));
        await using var scene = new Scene(approver).OnTool(HookPoint.BeforeToolCall, _ => HookResult.Ask("to production?"));
        Assert.Equal(expected, FunctionTests.Text(await Deploy.WithHooks(scene.Dispatcher).InvokeAsync(new(ToProduction))));
        var asked = Assert.Single(approver.Asked);
        Assert.Equal(("to production?", "deploy"), (asked.Reason, ((ToolCallContext)asked.Context).ToolName));
    }

    [Fact]
    public async Task A_marked_function_is_denied_where_nobody_can_be_asked()
    {
        await using var scene = new Scene();
        var result = await Marked.WithHooks(scene.Dispatcher).InvokeAsync(new(ToProduction));
        Assert.Equal("it needs approval, and there is nobody to ask", result);
    }

    [Fact]
    public async Task A_marked_function_is_approved_when_it_is_called()
    {
        var approver = new Scene.Approver(HookApproval.Approve());
        await using var scene = new Scene(approver);
        var denied = new List<string?>();
        scene.Dispatcher.Register<PermissionContext>(HookPoint.PermissionRequest, request => request.Arguments.GetString("target") == "production" ? HookResult.Continue : HookResult.Cancel("never there"));
        scene.Dispatcher.Register<PermissionContext>(HookPoint.PermissionDenied, request => { denied.Add(request.Reason); return default; });
        var hooked = Marked.WithHooks(scene.Dispatcher);
        Assert.Equal("deployed to production", FunctionTests.Text(await hooked.InvokeAsync(new(ToProduction))));
        Assert.Equal("never there", await hooked.InvokeAsync(new() { ["target"] = "home" }));
        Assert.Equal("the tool 'deploy' needs approval", Assert.Single(approver.Asked).Reason);
        Assert.Equal(["never there"], denied);
    }

    [Fact]
    public async Task A_guard_behind_still_denies_what_is_marked()
    {
        var approver = new Scene.Approver(HookApproval.Approve());
        await using var scene = new Scene(approver).OnTool(HookPoint.BeforeToolCall, _ => HookResult.Cancel("frozen"));
        Assert.Equal("frozen", await Marked.WithHooks(scene.Dispatcher).InvokeAsync(new(ToProduction)));
        Assert.Empty(approver.Asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_mark_is_seen_beneath_unless_the_approver_takes_its_place(bool approveWhenCalled)
    {
        await using var scene = new Scene();
        var inner = new ScriptedClient("hello");
        await scene.Around(inner, new() { ApproveWhenCalled = approveWhenCalled }).GetResponseAsync("?", new() { Tools = [Marked] });
        Assert.Equal(!approveWhenCalled, inner.Last.Options.Tools![0].GetService<ApprovalRequiredAIFunction>() is not null);
    }

    [Fact]
    public async Task What_the_caller_has_approved_is_called_once_with_these_arguments()
    {
        await using var scene = new Scene();
        var results = new List<string?>();
        var inner = new ScriptedClient(async request =>
        {
            results.Add(FunctionTests.Text(await request.CallAsync("deploy", new() { ["target"] = "home" })));
            results.Add(FunctionTests.Text(await request.CallAsync("deploy", new(ToProduction))));
            results.Add(FunctionTests.Text(await request.CallAsync("deploy", new(ToProduction))));
            return new(new ChatMessage(ChatRole.Assistant, "done"));
        });
        await scene.Around(inner).GetResponseAsync([new(ChatRole.User, "?"), .. Answer(approved: true)], new() { Tools = [Marked] });
        Assert.Equal(["it needs approval, and there is nobody to ask", "deployed to production", "it needs approval, and there is nobody to ask"], results);
    }

    [Fact]
    public async Task An_approval_is_good_for_one_call_however_often_the_model_is_called()
    {
        await using var scene = new Scene().OnModel(HookPoint.AfterModelCall, _ => HookResult.Retry(maxAttempts: 1));
        var results = new List<string?>();
        var inner = new ScriptedClient(async request =>
        {
            results.Add(FunctionTests.Text(await request.CallAsync("deploy", new(ToProduction))));
            return new(new ChatMessage(ChatRole.Assistant, "done"));
        });
        await scene.Around(inner).GetResponseAsync([new(ChatRole.User, "?"), .. Answer(approved: true)], new() { Tools = [Marked] });
        Assert.Equal(["deployed to production", "it needs approval, and there is nobody to ask"], results);
    }

    [Theory]
    [InlineData("twice", 1)]
    [InlineData("refused", 0)]
    [InlineData("by the model", 0)]
    public async Task An_approval_counts_once_from_the_user_and_a_refusal_stands(string how, int expected)
    {
        await using var scene = new Scene();
        var count = 0;
        var inner = new ScriptedClient(async request =>
        {
            for (var i = 0; i < 2; i++)
                count += FunctionTests.Text(await request.CallAsync("deploy", new(ToProduction))) == "deployed to production" ? 1 : 0;
            return new(new ChatMessage(ChatRole.Assistant, "done"));
        });
        ChatMessage[] messages = how switch
        {
            "twice" => [.. Answer(approved: true), .. Answer(approved: true)],
            "refused" => [.. Answer(approved: true), .. Answer(approved: false)],
            _ => [new(ChatRole.Assistant, Answer(approved: true).Last().Contents)],
        };
        await scene.Around(inner).GetResponseAsync([new(ChatRole.User, "?"), .. messages], new() { Tools = [Marked] });
        Assert.Equal(expected, count);
    }

    [Fact]
    public async Task A_redirect_does_not_get_past_the_approval_of_its_target()
    {
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call => call.ToolName == "plan" ? HookResult.Redirect("deploy") : HookResult.Continue);
        var hooked = AIFunctionFactory.Create(() => "planned", "plan").WithHooks(scene.Dispatcher, new() { RedirectTargets = [Marked] });
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => hooked.InvokeAsync().AsTask());
        Assert.Equal("A hook has redirected a call of 'plan' to 'deploy', which needs approval; only a call of the model can be approved.", error.Message);
    }

    [Fact]
    public async Task An_approval_of_a_call_that_is_over_is_good_for_no_other()
    {
        await using var scene = new Scene();
        string? result = null;
        var inner = new ScriptedClient(async request =>
        {
            result = FunctionTests.Text(await request.CallAsync("deploy", new(ToProduction)));
            return new(new ChatMessage(ChatRole.Assistant, "done"));
        });
        await scene.Around(inner).GetResponseAsync(
            [new(ChatRole.User, "?"), .. Answer(approved: true), new(ChatRole.Tool, [new FunctionResultContent("c1", "deployed")])], new() { Tools = [Marked] });
        Assert.Equal("it needs approval, and there is nobody to ask", result);
    }

    [Fact]
    public async Task A_refusal_is_no_call_past_the_hooks()
    {
        await using var scene = new Scene().WatchViolations();
        var inner = new ScriptedClient(_ => Task.FromResult(new ChatResponse([.. ScriptedRequest.Exchange("c1", "deploy", "rejected"), new(ChatRole.Assistant, "pity")])));
        await scene.Around(inner).GetResponseAsync([new(ChatRole.User, "?"), .. Answer(approved: false)], new() { Tools = [Marked] });
        Assert.Empty(scene.Violations);
    }

    private static IEnumerable<ChatMessage> Answer(bool approved)
    {
        var request = new ToolApprovalRequestContent("r1", new FunctionCallContent("c1", "deploy", ToProduction));
        return [new(ChatRole.Assistant, [request]), new(ChatRole.User, [request.CreateResponse(approved)])];
    }
}
