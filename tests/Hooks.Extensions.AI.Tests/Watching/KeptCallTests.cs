using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Watching;

/// <summary>Calls that are known for longer than their messages, or not known any more.</summary>
public sealed class KeptCallTests
{
    private static readonly AIFunction Search = AIFunctionFactory.Create(() => "cats", "search");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_result_without_its_call_is_found_where_the_service_keeps_the_conversation(bool isGuarded)
    {
        await using var scene = new Scene().WatchViolations();
        var hooked = Search.WithHooks(scene.Dispatcher);
        using var client = scene.Around(new ScriptedClient(request => Task.FromResult(new ChatResponse(new ChatMessage(
            ChatRole.Assistant, request.Number == 0 ? [new FunctionCallContent("c1", "search")] : [new TextContent("done")])) { ConversationId = "conv" })));
        await client.GetResponseAsync("?", new() { Tools = [Search] });
        if (isGuarded)
            await hooked.InvokeAsync();
        await client.GetResponseAsync(new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c1", "cats")]), new() { Tools = [Search], ConversationId = "conv" });
        Assert.Equal(isGuarded ? [] : ["search"], scene.Violations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_a_loop_hands_to_the_dispatcher_itself_is_a_guarded_one(bool isGuarded)
    {
        await using var scene = new Scene().WatchViolations();
        using var client = scene.Around(new ScriptedClient(request => Task.FromResult(new ChatResponse(new ChatMessage(
            ChatRole.Assistant, request.Number == 0 ? [new FunctionCallContent("c1", "search"), new FunctionCallContent("c2", "search")] : [new TextContent("done")])))));
        var messages = new List<ChatMessage> { new(ChatRole.User, "?") };
        messages.AddMessages(await client.GetResponseAsync(messages, new() { Tools = [Search] }));
        await scene.Dispatcher.InvokeToolAsync(new() { ToolName = "search", CallId = "c1" }, async (_, token) => await Search.InvokeAsync(cancellationToken: token));
        if (isGuarded)
            await Search.WithHooks(scene.Dispatcher).InvokeAsync();
        messages.Add(new(ChatRole.Tool, [new FunctionResultContent("c1", "cats")]));
        messages.Add(new(ChatRole.Tool, [new FunctionResultContent("c2", "cats")]));
        await client.GetResponseAsync(messages, new() { Tools = [Search] });
        Assert.Equal(isGuarded ? [] : ["search"], scene.Violations);
    }

    [Fact]
    public async Task However_many_calls_a_request_makes_none_is_accused()
    {
        await using var scene = new Scene().WatchViolations();
        using var client = scene.Around(new ScriptedClient(async request =>
        {
            var messages = new List<ChatMessage>();
            for (var i = 0; i < 1_500; i++)
            {
                await request.CallAsync("search");
                messages.AddRange(ScriptedRequest.Exchange($"c{i}", "search", "cats"));
            }

            return new(messages);
        }));
        await client.GetResponseAsync("?", new() { Tools = [Search] });
        Assert.Empty(scene.Violations);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1_001)]
    public async Task A_call_that_is_forgotten_is_not_accused_and_covers_for_no_more_than_itself(bool saysWhichCall, int violations)
    {
        await using var scene = new Scene().WatchViolations();
        var hooked = Search.WithHooks(scene.Dispatcher);
        var calls = Enumerable.Range(0, 1_501).Select(i => (AIContent)new FunctionCallContent($"c{i}", "search")).ToList();
        using var client = scene.Around(new ScriptedClient(request => Task.FromResult(new ChatResponse(new ChatMessage(
            ChatRole.Assistant, request.Number == 0 ? calls : [new TextContent("done")])))));
        var messages = new List<ChatMessage> { new(ChatRole.User, "?") };
        messages.AddMessages(await client.GetResponseAsync(messages, new() { Tools = [Search] }));
        for (var i = 0; i < 1_500; i++)
            await (saysWhichCall ? hooked.InvokeAsync(new FunctionCallContent($"another{i}", "search")) : hooked.InvokeAsync());
        messages.AddRange(calls.Select(call => new ChatMessage(ChatRole.Tool, [new FunctionResultContent(((FunctionCallContent)call).CallId, "cats")])));
        await client.GetResponseAsync(messages, new() { Tools = [Search] });
        Assert.Equal(Enumerable.Repeat("search", violations), scene.Violations);
    }

    [Fact]
    public async Task A_call_that_no_hook_can_judge_has_come_to_its_hooks()
    {
        await using var scene = new Scene().WatchViolations();
        using var client = scene.Around(new ScriptedClient(async request =>
        {
            using var stream = new MemoryStream();
            await Assert.ThrowsAsync<ArgumentException>(() => request.CallAsync("search", new() { ["stream"] = stream }).AsTask());
            return new([.. ScriptedRequest.Exchange("c1", "search", "failed")]);
        }));
        await client.GetResponseAsync("?", new() { Tools = [Search] });
        Assert.Empty(scene.Violations);
    }

    [Fact]
    public async Task A_function_that_a_tool_gives_gets_its_hooks()
    {
        await using var scene = new Scene().WatchViolations().OnTool(HookPoint.BeforeToolCall, _ => HookResult.Cancel("no"));
        object? result = null;
        using var client = scene.Around(new ScriptedClient(async request =>
        {
            result = await request.Options.Tools![0].GetService<AIFunction>()!.InvokeAsync();
            return new([.. ScriptedRequest.Exchange("c1", "search", "cats")]);
        }));
        await client.GetResponseAsync("?", new() { Tools = [new Giving()] });
        Assert.Equal("no", result);
        Assert.Empty(scene.Violations);
    }

    private sealed class Giving : AITool
    {
        public override string Name => "search";

        public override object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(AIFunction) ? Search : base.GetService(serviceType, serviceKey);
    }
}
