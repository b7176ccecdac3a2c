using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Wire;

// What verdicts about tool calls do to what a server is sent: the tools on offer, and the results.
public sealed class ToolVerdictTests
{
    private const string Card = "4111 1111 1111 1111";

    private readonly List<string> _ran = [];

    public static TheoryData<bool> Ways => [false, true];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_denied_tool_does_not_run_and_the_model_learns_why(bool isStreaming)
    {
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call => HookResult.Cancel("not for you"));
        Assert.Equal(["not for you"], await ResultsAsync(scene, isStreaming));
        Assert.Empty(_ran);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_result_is_redacted_before_the_model_sees_it(bool isStreaming)
    {
        await using var scene = new Scene().OnTool(HookPoint.ToolResultReady, call => HookResult.Replace(call.Result!.ToString()!.Replace(Card, "[card]", StringComparison.Ordinal)));
        Assert.Equal(["Ada pays with [card]"], await ResultsAsync(scene, isStreaming));
        Assert.Equal(["find Ada"], _ran);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Arguments_are_redacted_before_the_tool_sees_them(bool isStreaming)
    {
        await using var scene = new Scene().OnTool(HookPoint.ToolValidation, call =>
        {
            call.Arguments["name"] = "somebody";
            return HookResult.Modified;
        });
        Assert.Equal([$"somebody pays with {Card}"], await ResultsAsync(scene, isStreaming));
        Assert.Equal(["find somebody"], _ran);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_value_stands_in_for_the_tool(bool isStreaming)
    {
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, _ => HookResult.Replace("Ada pays cash"));
        Assert.Equal(["Ada pays cash"], await ResultsAsync(scene, isStreaming));
        Assert.Empty(_ran);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_withheld_result_is_not_sent(bool isStreaming)
    {
        await using var scene = new Scene().OnTool(HookPoint.ToolResultReady, _ => HookResult.Cancel("it is private"));
        Assert.Equal(["it is private"], await ResultsAsync(scene, isStreaming));
        Assert.Equal(["find Ada"], _ran);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_tool_that_fails_is_called_again(bool isStreaming)
    {
        await using var scene = new Scene().OnTool(HookPoint.ToolError, _ => HookResult.Retry(maxAttempts: 2));
        Assert.Equal([$"Ada pays with {Card}"], await ResultsAsync(scene, isStreaming, failures: 2));
        Assert.Equal(["find Ada", "find Ada", "find Ada"], _ran);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_person_decides_about_the_tool(bool isStreaming, bool approves)
    {
        var approver = new Scene.Approver(approves ? HookApproval.Approve() : HookApproval.Deny("the boss said no"));
        await using var scene = new Scene(approver).OnTool(HookPoint.BeforeToolCall, _ => HookResult.Ask("may it?"));
        Assert.Equal([approves ? $"Ada pays with {Card}" : "the boss said no"], await ResultsAsync(scene, isStreaming));
        Assert.Equal(approves ? ["find Ada"] : [], _ran);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_cached_tool_runs_once(bool isStreaming)
    {
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, _ => HookResult.Cache(TimeSpan.FromMinutes(5)));
        WireReply[] script = [Find("call_1", """{"name":"Ada"}"""), Find("call_2", """{ "name" : "A\u0064a" }"""), WireReply.Say("done")];
        var server = await RunAsync(scene, isStreaming, failures: 0, script);
        Assert.Equal([$"Ada pays with {Card}", $"Ada pays with {Card}"], server.Requests[^1].ToolResults);
        Assert.Equal(["find Ada"], _ran);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_model_is_offered_what_hooks_leave(bool isStreaming)
    {
        await using var scene = new Scene();
        scene.Dispatcher.Register<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, offer =>
        {
            offer.Narrow(["find", "unknown"]);
            return HookResult.Modified;
        });
        var server = await RunAsync(scene, isStreaming, failures: 0, [WireReply.Say("hello")]);
        Assert.Equal(["find"], server.Requests.Single().Tools);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Beneath_the_loop_every_round_is_narrowed_on_its_own(bool isStreaming)
    {
        await using var scene = new Scene();
        var rounds = 0;
        scene.Dispatcher.Register<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, offer =>
        {
            offer.Narrow(rounds++ == 0 ? null : []);
            return HookResult.Continue;
        });
        await using var server = WireServer.Start(Find("call_1", """{"name":"Ada"}"""), WireReply.Say("done"));
        using var client = new ToolCallingClient(scene.Around(new WireChatClient(server.Endpoint)));
        var tools = Tools(failures: 0).Select(tool => tool.WithHooks(scene.Dispatcher));
        await AskAsync(client, isStreaming, new() { Tools = [.. tools] });
        Assert.Equal(["find", "erase"], server.Requests[0].Tools);
        Assert.Empty(server.Requests[1].Tools);
        Assert.Equal([$"Ada pays with {Card}"], server.Requests[1].ToolResults);
    }

    private static WireReply Find(string id, string arguments) => WireReply.Call(id, "find", arguments);

    private async Task<IEnumerable<string>> ResultsAsync(Scene scene, bool isStreaming, int failures = 0)
    {
        var server = await RunAsync(scene, isStreaming, failures, [Find("call_1", """{"name":"Ada"}"""), WireReply.Say("done")]);
        Assert.Equal(2, server.Requests.Count);
        return server.Requests[1].ToolResults;
    }

    private async Task<WireServer> RunAsync(Scene scene, bool isStreaming, int failures, WireReply[] script)
    {
        await using var server = WireServer.Start(script);
        using var client = scene.WatchViolations().Around(
            new ToolCallingClient(new WireChatClient(server.Endpoint)), new() { ReadOnlyTools = ["find"], SessionId = _ => "a session" });
        var response = await AskAsync(client, isStreaming, new() { Tools = [.. Tools(failures)] });
        Assert.Equal(script[^1].Text, response.Messages[^1].Text);
        Assert.Empty(scene.Violations);
        return server;
    }

    private static Task<ChatResponse> AskAsync(IChatClient client, bool isStreaming, ChatOptions options) => isStreaming
        ? client.GetStreamingResponseAsync("How does Ada pay?", options).ToChatResponseAsync()
        : client.GetResponseAsync("How does Ada pay?", options);

    private AIFunction[] Tools(int failures) =>
    [
        AIFunctionFactory.Create(
            (string name) =>
            {
                _ran.Add($"find {name}");
                return failures-- > 0 ? throw new InvalidOperationException("busy") : $"{name} pays with {Card}";
            },
            "find", "Finds a customer."),
        AIFunctionFactory.Create(() => "erased", "erase", "Erases everything."),
    ];
}
