using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Wire;

// The server and the client of the tests beside, without hooks: what these show they can rely on.
public sealed class WireFormatTests
{
    private static readonly AITool Add = AIFunctionFactory.Create((int left, int right) => left + right, "add", "Adds.");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tool_call_and_an_answer_go_over_the_wire(bool isStreaming)
    {
        await using var server = WireServer.Start(WireReply.Call("call_1", "add", """{"left": 2, "right": 40}"""), WireReply.Say("It is forty-two."));
        using var client = new ToolCallingClient(new WireChatClient(server.Endpoint));
        ChatOptions options = new() { Tools = [Add], ModelId = "large" };
        var response = isStreaming
            ? await client.GetStreamingResponseAsync("2 + 40?", options).ToChatResponseAsync()
            : await client.GetResponseAsync("2 + 40?", options);

        Assert.Equal("It is forty-two.", response.Messages[^1].Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal(7, response.Usage!.OutputTokenCount! / (isStreaming ? 2 : 1));
        Assert.Equal([isStreaming, isStreaming], server.Requests.Select(request => request.IsStreaming));
        Assert.Equal(["large", "large"], server.Requests.Select(request => request.Model));
        Assert.Equal(["add"], server.Requests[0].Tools);
        Assert.Equal([("user", "2 + 40?")], server.Requests[0].Messages);
        Assert.Equal(["42"], server.Requests[1].ToolResults);
        Assert.Equal(isStreaming, server.Sent.Count > 10);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_error_of_the_server_is_an_exception(bool isStreaming)
    {
        await using var server = WireServer.Start(WireReply.Fail(503, "overloaded"));
        using var client = new WireChatClient(server.Endpoint);
        var error = await Assert.ThrowsAsync<System.ClientModel.ClientResultException>(() => isStreaming
            ? client.GetStreamingResponseAsync("hello").ToChatResponseAsync()
            : client.GetResponseAsync("hello"));
        Assert.Equal(503, error.Status);
        Assert.Single(server.Requests);
    }
}
