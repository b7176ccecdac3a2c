using Hooks.Extensions.AI.Tests.Wire;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Watching;

/// <summary>Results of functions whose calls have come past no hooks.</summary>
public sealed class UnguardedCallTests
{
    private static readonly AIFunction Search = AIFunctionFactory.Create(() => "cats", "search");
    private static readonly ChatOptions Options = new() { Tools = [Search] };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_loop_beneath_that_calls_what_it_was_handed_is_fine(bool isStreaming)
    {
        await using var scene = new Scene().WatchViolations();
        using var client = scene.Around(new ToolCallingClient(Model()));
        Assert.Equal("done", await AskAsync(client, isStreaming));
        Assert.Empty(scene.Violations);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_loop_beneath_that_calls_another_function_is_found(bool isStreaming)
    {
        await using var scene = new Scene().WatchViolations();
        using var client = scene.Around(new ToolCallingClient(Swapping(Model())));
        Assert.Equal("done", await AskAsync(client, isStreaming));
        Assert.Empty(scene.Violations);

        using var swapped = scene.Around(Swapping(new ToolCallingClient(Model())));
        Assert.Equal("done", await AskAsync(swapped, isStreaming));
        Assert.Equal(["search"], scene.Violations);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_loop_around_the_hooks_is_found_with_its_next_request(bool isStreaming)
    {
        await using var scene = new Scene().WatchViolations();
        using var client = new ToolCallingClient(scene.Around(Model()));
        Assert.Equal("done", await AskAsync(client, isStreaming));
        Assert.Equal(["search"], scene.Violations);
    }

    [Fact]
    public async Task A_loop_around_the_hooks_with_functions_that_have_their_own_is_fine()
    {
        await using var scene = new Scene().WatchViolations();
        using var client = new ToolCallingClient(scene.Around(Model()));
        Assert.Equal("done", (await client.GetResponseAsync("?", new ChatOptions { Tools = [Search.WithHooks(scene.Dispatcher)] })).Text[^4..]);
        Assert.Empty(scene.Violations);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hooks_around_a_loop_and_around_its_model_are_fine(bool isStreaming)
    {
        await using var scene = new Scene().WatchViolations();
        using var client = scene.Around(new ToolCallingClient(scene.Around(Model())));
        for (var i = 0; i < 3; i++)
            Assert.Equal("done", await AskAsync(client, isStreaming));
        Assert.Empty(scene.Violations);
    }

    [Fact]
    public async Task A_call_in_one_request_does_not_cover_for_another()
    {
        await using var scene = new Scene().WatchViolations();
        using var guarded = scene.Around(new ToolCallingClient(Model()));
        using var bare = new ToolCallingClient(scene.Around(Model()));
        await guarded.GetResponseAsync("?", Options);
        await bare.GetResponseAsync("?", Options);
        Assert.Equal(["search"], scene.Violations);
    }

    [Fact]
    public async Task A_call_that_is_under_way_elsewhere_does_not_cover_for_another()
    {
        await using var scene = new Scene().WatchViolations();
        var gate = new TaskCompletionSource();
        using var client = scene.Around(new ScriptedClient(async request =>
        {
            if (request.Number == 0)
            {
                await request.CallAsync("search");
                await gate.Task;
            }

            return new([.. ScriptedRequest.Exchange("c1", "search", "cats")]);
        }));
        var guarded = client.GetResponseAsync("?", Options);
        await client.GetResponseAsync("?", Options);
        Assert.Equal(["search"], scene.Violations);
        gate.SetResult();
        await guarded;
        Assert.Single(scene.Violations);
    }

    [Fact]
    public async Task A_result_is_found_once_though_it_is_sent_again_and_again()
    {
        await using var scene = new Scene().WatchViolations();
        using var client = scene.Around(new ScriptedClient(request => Task.FromResult(request.Number == 0 ? Call() : new(new ChatMessage(ChatRole.Assistant, "done")))));
        var messages = new List<ChatMessage> { new(ChatRole.User, "?") };
        messages.AddMessages(await client.GetResponseAsync(messages, Options));
        messages.Add(new(ChatRole.Tool, [new FunctionResultContent("c1", "cats")]));
        await client.GetResponseAsync(messages, Options);
        await client.GetResponseAsync(messages, Options);
        Assert.Equal(["search"], scene.Violations);
    }

    [Fact]
    public async Task A_loop_of_ones_own_can_say_which_call_it_makes()
    {
        await using var scene = new Scene().WatchViolations();
        var hooked = Search.WithHooks(scene.Dispatcher);
        using var client = scene.Around(new ScriptedClient(request => Task.FromResult(request.Number == 0 ? Call() : new(new ChatMessage(ChatRole.Assistant, "done")))));
        var messages = new List<ChatMessage> { new(ChatRole.User, "?") };
        var response = await client.GetResponseAsync(messages, Options);
        messages.AddMessages(response);
        var call = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Single();
        await hooked.InvokeAsync(new FunctionCallContent("another", "search"));
        messages.Add(new(ChatRole.Tool, [new FunctionResultContent(call.CallId, "cats")]));
        await client.GetResponseAsync(messages, Options);
        Assert.Equal(["search"], scene.Violations);
    }

    [Fact]
    public async Task History_declared_functions_and_hosted_calls_are_no_concern()
    {
        await using var scene = new Scene().WatchViolations();
        var declared = AIFunctionFactory.CreateDeclaration("lookup", null, Search.JsonSchema);
        using var client = scene.Around(new ScriptedClient(_ => Task.FromResult(new ChatResponse(
        [
            new(ChatRole.Assistant, [new FunctionCallContent("h1", "hosted") { InformationalOnly = true }, new FunctionResultContent("h1", "x")]),
            .. ScriptedRequest.Exchange("d1", "lookup", "x"),
        ]))));
        await client.GetResponseAsync([.. ScriptedRequest.Exchange("old", "search", "cats"), new(ChatRole.User, "?")], new() { Tools = [Search, declared] });
        Assert.Empty(scene.Violations);
    }

    [Fact]
    public async Task The_violation_says_what_happened()
    {
        SystemContext? violation = null;
        await using var scene = new Scene();
        scene.Dispatcher.Observe<SystemContext>(HookPoint.SecurityViolation, context => violation = context);
        using var client = new ToolCallingClient(scene.Around(Model()));
        await client.GetResponseAsync("?", Options);
        Assert.Equal(("Hooks.Extensions.AI", "unguarded_tool_call", HookSeverity.High, "search"), (violation!.Component, violation.Category, violation.Severity, violation.Origin));
        Assert.Equal("The function 'search' has a result (call 'c1'), but its call has come past no hooks.", violation.Message);
    }

    private static async Task<string> AskAsync(IChatClient client, bool isStreaming) => (isStreaming
        ? await client.GetStreamingResponseAsync("?", Options).ToChatResponseAsync()
        : await client.GetResponseAsync("?", Options)).Messages[^1].Text;

    private static ChatResponse Call() => new(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("c1", "search")]));

    // Asks for the search, and is content with its result.
    private static ScriptedClient Model() => new(request => Task.FromResult(
        request.Messages[^1].Role == ChatRole.Tool ? new(new ChatMessage(ChatRole.Assistant, "done")) : Call()));

    private static SwappingClient Swapping(IChatClient inner) => new(inner);

    /// <summary>Puts functions of its own in the place of those that it is handed.</summary>
    private sealed class SwappingClient(IChatClient inner) : DelegatingChatClient(inner)
    {
        public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            base.GetResponseAsync(messages, Options, cancellationToken);

        public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            base.GetStreamingResponseAsync(messages, Options, cancellationToken);
    }
}
