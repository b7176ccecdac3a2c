using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Tools;

/// <summary>Functions that have hooks deeper inside, with a mark or somebody else's wrapper around them.</summary>
public sealed class NestedFunctionTests
{
    private static readonly AIFunction Pay = AIFunctionFactory.Create((string to) => $"paid {to}", "pay");
    private static readonly Dictionary<string, object?> ToBob = new() { ["to"] = "bob" };

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_mark_outside_of_the_hooks_is_asked_about_once(bool approveWhenCalled, bool approves)
    {
        var count = 0;
        var approver = new Scene.Approver(HookApproval.Approve());
        await using var scene = new Scene(approves ? approver : null).OnTool(HookPoint.BeforeToolCall, _ => { count++; return default; });
        string? result = null;
        var inner = new ScriptedClient(async request =>
        {
            result = FunctionTests.Text(await request.CallAsync("pay", new(ToBob)));
            return new(new ChatMessage(ChatRole.Assistant, "done"));
        });
        await scene.Around(inner, new() { ApproveWhenCalled = approveWhenCalled })
            .GetResponseAsync("?", new() { Tools = [new ApprovalRequiredAIFunction(Pay.WithHooks(scene.Dispatcher))] });
        Assert.Equal(approves ? "paid bob" : "it needs approval, and there is nobody to ask", result);
        Assert.Equal((1, approves ? 1 : 0), (count, approver.Asked.Count));
        Assert.Equal(!approveWhenCalled, inner.Last.Options.Tools![0].GetService<ApprovalRequiredAIFunction>() is not null);
    }

    [Fact]
    public async Task A_mark_outside_of_the_hooks_is_approved_by_the_caller()
    {
        await using var scene = new Scene();
        string? result = null;
        var inner = new ScriptedClient(async request =>
        {
            result = FunctionTests.Text(await request.CallAsync("pay", new(ToBob)));
            return new(new ChatMessage(ChatRole.Assistant, "done"));
        });
        var asked = new ToolApprovalRequestContent("r1", new FunctionCallContent("c1", "pay", ToBob));
        await scene.Around(inner).GetResponseAsync(
            [new(ChatRole.Assistant, [asked]), new(ChatRole.User, [asked.CreateResponse(true)])],
            new() { Tools = [new ApprovalRequiredAIFunction(Pay.WithHooks(scene.Dispatcher))] });
        Assert.Equal("paid bob", result);
    }

    [Fact]
    public async Task Whoever_approves_elsewhere_does_not_where_the_mark_is_hidden()
    {
        await using var scene = new Scene();
        string? result = null;
        var inner = new ScriptedClient(async request =>
        {
            result = FunctionTests.Text(await request.CallAsync("pay", new(ToBob)));
            return new(new ChatMessage(ChatRole.Assistant, "done"));
        });
        var marked = new ApprovalRequiredAIFunction(Pay).WithHooks(scene.Dispatcher, new() { CallerApproves = true });
        await scene.Around(inner, new() { ApproveWhenCalled = true }).GetResponseAsync("?", new() { Tools = [marked] });
        Assert.Equal("it needs approval, and there is nobody to ask", result);
    }

    [Fact]
    public async Task A_redirect_goes_through_what_stands_around_its_target()
    {
        var log = new List<string>();
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call =>
        {
            log.Add($"{call.ToolName} {call.Arguments.GetString("to")}");
            return call.ToolName == "plan" ? HookResult.Redirect("pay") : HookResult.Continue;
        });
        var counted = new Counted(Pay.WithHooks(scene.Dispatcher));
        var plan = AIFunctionFactory.Create((string to) => "planned", "plan").WithHooks(scene.Dispatcher, new() { RedirectTargets = [counted] });
        Assert.Equal("paid bob", FunctionTests.Text(await plan.InvokeAsync(new(ToBob))));
        Assert.Equal(["plan bob", "pay bob"], log);
        Assert.Equal(1, counted.Count);

        // What it makes of the arguments no hook has judged yet.
        counted.Instead = "mallory";
        Assert.Equal("paid mallory", FunctionTests.Text(await plan.InvokeAsync(new(ToBob))));
        Assert.Equal(["plan bob", "pay bob", "pay mallory"], log.Skip(2));
    }

    [Fact]
    public async Task Hooks_of_a_dispatcher_run_once_though_others_stand_between()
    {
        var count = 0;
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, _ => { count++; return default; });
        await using var other = new Scene();
        var twice = Pay.WithHooks(scene.Dispatcher).WithHooks(other.Dispatcher);
        Assert.Same(twice, twice.WithHooks(scene.Dispatcher));
        await twice.WithHooks(scene.Dispatcher).InvokeAsync(new(ToBob));
        Assert.Equal(1, count);
    }

    private sealed class Counted(AIFunction inner) : DelegatingAIFunction(inner)
    {
        public int Count { get; private set; }

        public string? Instead { get; set; }

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
        {
            Count++;
            if (Instead is { } other)
                arguments["to"] = other;
            return base.InvokeCoreAsync(arguments, cancellationToken);
        }
    }
}
