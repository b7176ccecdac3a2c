using Hooks.Extensions.AI.Tests.Wire;

namespace Hooks.Samples.Tests.ChatAgentRuns;

// A live model, played by a server on loopback that speaks OpenAI's wire format.
public sealed class EndpointTests
{
    [Fact]
    public async Task A_live_model_is_asked_and_its_tools_are_called_behind_the_same_guards()
    {
        await using var server = WireServer.Start(
            WireReply.Call("call_1", "find_customer", """{"name": "Ada Byron"}"""),
            WireReply.Say("She pays with 4111 1111 1111 1111."),
            WireReply.Call("call_2", "refund", """{"order": 1017, "amount": 74.8}"""),
            WireReply.Say("It was not approved."));
        var run = await ChatRun.TalkAsync(server, "How does Ada pay?", "", "Pay her back.");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["find_customer", "refund"], server.Requests[0].Tools.Intersect(["find_customer", "refund", "delete_ticket"]));
        Assert.Equal(["Ada Byron, ada@example.com, card [card ending in 1111], valid until 09/29"], server.Requests[1].ToolResults);
        Assert.Equal("nobody is there to approve it", server.Requests[3].ToolResults.Last());
        Assert.Contains("agent She pays with [card ending in 1111].", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("4111", run.Output + server.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("key-of-the-tests", run.Output, StringComparison.Ordinal);
        Assert.All(server.Requests, request => Assert.True(request.IsStreaming));
        Assert.Contains("Tokens: 72.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_a_model_says_controls_the_terminal()
    {
        const string hostile = "\u001b[2J\u001b]0;owned\u0007\u202e\u009b31m";
        await using var server = WireServer.Start(
            WireReply.Call("call_1", "find_order", """{"order": "\u001b[2J\u202e"}"""), WireReply.Say($"see {hostile} there"));
        var run = await ChatRun.TalkAsync(server, $"hello {hostile}");
        Assert.DoesNotContain(run.Output + run.Errors, character => (char.IsControl(character) && character is not ('\n' or '\r')) || character == '\u202e');
        Assert.Contains(@"see \x1b[2J", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_that_are_no_JSON_are_the_models_to_mend()
    {
        await using var server = WireServer.Start(WireReply.Call("call_1", "find_order", "{\"order\": "), WireReply.Say("again then"));
        var run = await ChatRun.TalkAsync(server, "hello");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["the arguments are not valid JSON"], server.Requests[1].ToolResults);
    }

    [Fact]
    public async Task A_server_that_refuses_ends_the_conversation_with_its_words()
    {
        await using var server = WireServer.Start(WireReply.Fail(401, "no such key \u001b[2J"));
        var run = await ChatRun.TalkAsync(server, "hello");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("ChatAgent: the model failed: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("answered 401: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("no such key", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Errors);
    }

    [Fact]
    public async Task A_server_that_does_not_say_why_it_has_finished_still_has_its_tools_called()
    {
        await using var server = WireServer.Start(
            WireReply.Call("call_1", "find_order", """{"order": 1017}""") with { SaysWhyItFinished = false }, WireReply.Say("found"));
        var run = await ChatRun.TalkAsync(server, "hello");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["order 1017: bell, saddle; 74.80 EUR; parcel DE-88412"], server.Requests[1].ToolResults);
        Assert.Single(run.Lines, line => line.Contains("find_order  order=1017", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("data: {\"error\":{\"message\":\"overloaded\"}}\n\n", "answered with an error: overloaded")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"hi\"}}]}", "but not with a stream")]
    [InlineData("data: {not json\n\n", "the model failed: ")]
    public async Task An_answer_that_is_none_ends_the_conversation(string body, string why)
    {
        await using var server = WireServer.Start(new WireReply { Raw = body });
        var run = await ChatRun.TalkAsync(server, "hello");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(why, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:11434", "m", "CHAT_ENDPOINT is 'localhost:11434'")]
    [InlineData("file:///etc", "m", "CHAT_ENDPOINT is 'file:///etc'")]
    [InlineData("http://localhost:11434/v1", "", "CHAT_MODEL has to name a model")]
    [InlineData("", "m", "CHAT_ENDPOINT has to say where")]
    [InlineData("http://localhost:11434/v1", "m", "CHAT_KEY has a character", "a\nb")]
    public async Task Wrong_settings_are_named(string url, string model, string why, string? key = null)
    {
        var run = await ChatRun.StartAsync(
            null, TextReader.Null, name => name switch { "CHAT_ENDPOINT" => url, "CHAT_MODEL" => model, "CHAT_KEY" => key, _ => null }, default);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(why, run.Errors, StringComparison.Ordinal);
    }
}
