using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Tools;

/// <summary>The tools of a request to a hooked client.</summary>
public sealed class ClientToolTests
{
    private static readonly AITool Search = AIFunctionFactory.Create((string text) => $"found {text}", "search");
    private static readonly AITool Shell = AIFunctionFactory.Create(() => "danger", "shell");
    private static readonly AITool Hosted = new HostedWebSearchTool();

    [Fact]
    public async Task Functions_are_handed_on_with_their_hooks_and_the_callers_list_is_left_alone()
    {
        ToolCallContext? seen = null;
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call => { seen = call; return HookResult.Cancel("no"); });
        var inner = new ScriptedClient(async request => new(new ChatMessage(ChatRole.Assistant, $"{await request.CallAsync("search", new() { ["text"] = "cats" })}")));
        var options = new ChatOptions { Tools = [Search, Hosted], ConversationId = "s1" };
        using var client = scene.Around(inner, new() { AgentName = "scout" });
        Assert.Equal("no", (await client.GetResponseAsync("?", options)).Text);
        Assert.Same(Search, options.Tools[0]);
        Assert.Same(Hosted, inner.Last.Options.Tools![1]);
        Assert.Equal(("scout", "s1", "small"), (seen!.AgentName, seen.SessionId, Assert.IsType<ModelCallContext>(seen.Parent).Model));
    }

    [Fact]
    public async Task A_function_that_has_its_hooks_already_is_not_guarded_twice()
    {
        var count = 0;
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, _ => { count++; return default; });
        var inner = new ScriptedClient(async request => { await request.CallAsync("shell"); return new(new ChatMessage(ChatRole.Assistant, "done")); });
        using var client = scene.Around(scene.Around(inner));
        await client.GetResponseAsync("?", new() { Tools = [((AIFunction)Shell).WithHooks(scene.Dispatcher)] });
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task The_list_is_narrowed_for_each_request_by_several_hooks()
    {
        var log = new List<string>();
        await using var scene = new Scene();
        scene.Dispatcher.Register<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, discovery => { discovery.Narrow(["shell", "SEARCH", "unknown"]); return HookResult.Modified; });
        scene.Dispatcher.Register<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, discovery =>
        {
            discovery.Narrow(discovery.Prompt == "safely" ? [] : discovery.Prompt == "search" ? ["search"] : null);
            return HookResult.Modified;
        });
        scene.Dispatcher.Observe<ToolDiscoveryContext>(HookPoint.AfterToolDiscovery, discovery => log.Add(string.Join(",", discovery.ToolNames)));
        var inner = new ScriptedClient("1", "2", "3");
        using var client = scene.Around(inner);
        var options = new ChatOptions { Tools = [Search, Hosted, Shell], ToolMode = ChatToolMode.RequireSpecific("shell") };
        foreach (var prompt in new[] { "anything", "search", "safely" })
            await client.GetResponseAsync(prompt, options);
        Assert.Equal(["search,shell", "search", ""], inner.Requests.Select(request => string.Join(",", request.ToolNames)));
        Assert.Equal(["search,shell", "search", ""], log);

        // A model cannot be made to call what it is not offered.
        Assert.Equal([ChatToolMode.RequireSpecific("shell"), null, null], inner.Requests.Select(request => request.Options.ToolMode));
    }

    [Fact]
    public async Task A_discovery_that_is_cancelled_offers_nothing()
    {
        await using var scene = new Scene();
        scene.Dispatcher.Register<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, _ => throw new InvalidOperationException("broken"));
        var inner = new ScriptedClient("hello");
        await scene.Around(inner).GetResponseAsync("?", new() { Tools = [Search] });
        Assert.Empty(inner.Last.ToolNames);
    }

    [Fact]
    public async Task A_call_can_be_redirected_to_a_function_that_is_not_offered()
    {
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call => call.ToolName == "shell" ? HookResult.Redirect("sandbox") : HookResult.Continue);
        var inner = new ScriptedClient(async request => new(new ChatMessage(ChatRole.Assistant, FunctionTests.Text(await request.CallAsync("shell")))));
        using var client = scene.Around(inner, new() { RedirectTargets = [AIFunctionFactory.Create(() => "safe", "sandbox")] });
        Assert.Equal("safe", (await client.GetResponseAsync("?", new() { Tools = [Shell] })).Text);
        Assert.Equal(["shell"], inner.Last.ToolNames);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Which_functions_may_be_repeated_can_be_said_by_name(bool hasOwnHooks)
    {
        ToolCallContext? seen = null;
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call => { seen = call; return default; });
        var inner = new ScriptedClient(async request => { await request.CallAsync("shell"); return new(new ChatMessage(ChatRole.Assistant, "done")); });
        await scene.Around(inner, new() { IdempotentTools = ["shell"], ReadOnlyTools = ["search"] })
            .GetResponseAsync("?", new() { Tools = [hasOwnHooks ? ((AIFunction)Shell).WithHooks(scene.Dispatcher) : Shell] });
        Assert.Equal((true, false), (seen!.IsIdempotent, seen.IsReadOnly));
    }
}
