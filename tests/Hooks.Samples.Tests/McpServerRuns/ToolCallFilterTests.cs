using System.IO.Pipelines;
using System.Text.Json.Nodes;
using GuardedMcpServer;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Hooks.Samples.Tests.McpServerRuns;

// The one file that people copy: what a client sees, by what the tool gave and by what hooks said.
public sealed class ToolCallFilterTests : IAsyncDisposable
{
    private readonly HookDispatcher _hooks = GeneratedHooks.CreateDispatcher(new Loop.Witness());
    private readonly List<ToolCallOutcome> _outcomes = [];

    public ToolCallFilterTests() => _hooks.Observe<ToolCallContext>(HookPoint.AfterToolCall, call => _outcomes.Add(call.Outcome));

    public ValueTask DisposeAsync() => _hooks.DisposeAsync();

    [Fact]
    public async Task Without_an_objection_the_client_sees_what_the_tool_gave()
    {
        AssertSame(await CallAsync("rich", isGuarded: false), await CallAsync("rich"));
        AssertSame(await CallAsync("refusing", isGuarded: false), await CallAsync("refusing"));
        AssertSame(await CallAsync("text", isGuarded: false), await CallAsync("text"));
        AssertSame(await CallAsync("throwing", isGuarded: false), await CallAsync("throwing"));
        AssertSame(await CallAsync("throwing-aloud", isGuarded: false), await CallAsync("throwing-aloud"));
        Assert.Equal([ToolCallOutcome.Succeeded, ToolCallOutcome.Failed, ToolCallOutcome.Succeeded, ToolCallOutcome.Failed, ToolCallOutcome.Failed], _outcomes);
    }

    [Fact]
    public async Task A_redirect_leads_to_another_tool_and_its_end_is_the_clients()
    {
        _hooks.Register<ToolCallContext>(HookPoint.BeforeToolCall, call => call.ToolName switch
        {
            "text" => HookResult.Redirect("rich"),
            "throwing" => HookResult.Redirect("no-such-tool"),
            "refusing" => HookResult.Redirect("secret"),
            "secret" => HookResult.Cancel("nobody may"),
            _ => HookResult.Continue,
        });
        AssertSame(await CallAsync("rich", isGuarded: false), await CallAsync("text"));
        Assert.Equal((true, "nobody may"), Seen(await CallAsync("refusing")));
        await Assert.ThrowsAsync<McpProtocolException>(() => CallAsync("throwing"));
    }

    [Fact]
    public async Task An_error_in_other_words_is_all_that_the_client_sees()
    {
        _hooks.Register<ToolCallContext>(HookPoint.ToolError, call => HookResult.Cancel("it did not work"));
        Assert.Equal((true, "it did not work"), Seen(await CallAsync("throwing")));
        Assert.Equal((true, "it did not work"), Seen(await CallAsync("refusing")));
    }

    [Fact]
    public async Task A_replacement_may_be_an_error_and_added_texts_come_last()
    {
        _hooks.Register<ToolCallContext>(HookPoint.BeforeToolCall, call =>
        {
            call.AddContext("ask again tomorrow");
            return HookResult.Replace(new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = "closed" }] });
        });
        Assert.Equal((true, "closed|ask again tomorrow"), Seen(await CallAsync("text")));
    }

    [Fact]
    public async Task What_the_server_says_of_a_tool_decides_about_further_attempts()
    {
        _hooks.Register<ToolCallContext>(HookPoint.ToolError, call => HookResult.Retry(maxAttempts: 2));
        var attempts = 0;
        _hooks.Observe<ToolCallContext>(HookPoint.AfterToolCall, call => attempts = call.Attempt);
        await CallAsync("throwing-aloud");
        Assert.Equal(3, attempts);
        await CallAsync("throwing");
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task Arguments_arrive_as_hooks_have_left_them()
    {
        _hooks.Register<ToolCallContext>(HookPoint.ToolValidation, call =>
        {
            call.Arguments["value"] = new HookArguments { ["deep"] = new[] { 1, 2 } };
            return HookResult.Modified;
        });
        Assert.Equal((false, """{"deep":[1,2]}"""), Seen(await CallAsync("text")));
    }

    private static (bool IsError, string Text) Seen(CallToolResult result) =>
        (result.IsError == true, string.Join('|', result.Content.OfType<TextContentBlock>().Select(block => block.Text)));

    private static void AssertSame(CallToolResult expected, CallToolResult actual)
    {
        Assert.Equal(Seen(expected), Seen(actual));
        Assert.Equal(expected.StructuredContent?.GetRawText(), actual.StructuredContent?.GetRawText());
        Assert.Equal(expected.Meta?["k"]?.ToJsonString(), actual.Meta?["k"]?.ToJsonString());
    }

    private async Task<CallToolResult> CallAsync(string tool, bool isGuarded = true)
    {
        var options = new McpServerOptions { ServerInfo = new() { Name = "tests", Version = "1.0" }, ToolCollection = Tools() };
        if (isGuarded)
            options.Filters.Request.CallToolFilters.Add(_hooks.Guard);
        Pipe requests = new(), answers = new();
        await using var transport = new StreamServerTransport(requests.Reader.AsStream(), answers.Writer.AsStream());
        await using var server = McpServer.Create(transport, options);
        var serving = server.RunAsync();
        await using var client = await McpClient.CreateAsync(new StreamClientTransport(requests.Writer.AsStream(), answers.Reader.AsStream()));
        return await client.CallToolAsync(tool, new Dictionary<string, object?> { ["value"] = "given" });
    }

    private static McpServerPrimitiveCollection<McpServerTool> Tools() =>
    [
        McpServerTool.Create((System.Text.Json.JsonElement value) => value.ToString(), new() { Name = "text" }),
        McpServerTool.Create(() => new CallToolResult
        {
            Content = [new TextContentBlock { Text = "one" }, new TextContentBlock { Text = "two" }],
            StructuredContent = System.Text.Json.JsonElement.Parse("""{"a":1}"""),
            Meta = new JsonObject { ["k"] = 1 },
        }, new() { Name = "rich" }),
        McpServerTool.Create(() => new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = "no" }, new TextContentBlock { Text = "way" }], Meta = new JsonObject { ["k"] = 2 } }, new() { Name = "refusing" }),
        McpServerTool.Create(string () => throw new InvalidOperationException("the inside of the server"), new() { Name = "throwing" }),
        McpServerTool.Create(string () => throw new McpException("for everybody"), new() { Name = "throwing-aloud", Idempotent = true }),
        McpServerTool.Create(() => "secret", new() { Name = "secret" }),
    ];
}
