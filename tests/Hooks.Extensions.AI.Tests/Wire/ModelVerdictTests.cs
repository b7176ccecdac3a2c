using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Wire;

// What verdicts about model calls do to the requests that a server gets, and to what comes of its answers.
public sealed class ModelVerdictTests
{
    private const string Secret = "sk-0123456789abcdef";

    public static TheoryData<bool> Ways => [false, true];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_denied_call_never_reaches_the_server(bool isStreaming)
    {
        await using var server = WireServer.Start(WireReply.Say("hello"));
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, _ => HookResult.Cancel("not today"));
        var response = await AskAsync(scene, server, isStreaming);
        Assert.Equal(("not today", ChatFinishReason.ContentFilter), (response.Text, response.FinishReason));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_secret_is_taken_out_of_the_request(bool isStreaming)
    {
        await using var server = WireServer.Start(WireReply.Say("thanks"));
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call =>
        {
            call.Messages = [.. call.Messages.Select(message => message with { Content = message.Content.Replace(Secret, "[key]", StringComparison.Ordinal) })];
            return HookResult.Modified;
        });
        var response = await AskAsync(scene, server, isStreaming, $"my key is {Secret}, keep it");
        Assert.Equal("thanks", response.Text);
        Assert.Equal([("user", "my key is [key], keep it")], server.Requests.Single().Messages);
        Assert.DoesNotContain(Secret, server.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_taken_out_of_an_answer()
    {
        await using var server = WireServer.Start(WireReply.Say($"the key is {Secret}."));
        await using var scene = new Scene().OnModel(HookPoint.AfterModelCall, call => HookResult.Replace(call.ResponseText!.Replace(Secret, "[key]", StringComparison.Ordinal)));
        var response = await AskAsync(scene, server, isStreaming: false);
        Assert.Equal("the key is [key].", response.Text);
        Assert.Contains(Secret, string.Concat(server.Sent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task A_secret_is_taken_out_of_a_stream_however_the_server_cuts_it(int chunkLength)
    {
        await using var server = WireServer.Start(new WireReply { Text = $"the key is {Secret}.", ChunkLength = chunkLength });
        await using var scene = new Scene().OnChunk(chunk =>
        {
            chunk.Text = chunk.Text.Replace(Secret, "[key]", StringComparison.Ordinal);
            return HookResult.Modified;
        });
        var response = await AskAsync(scene, server, isStreaming: true);
        Assert.Equal("the key is [key].", response.Text);
        Assert.Equal(chunkLength >= 100, server.Sent.Any(sent => sent.Contains(Secret, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_answer_in_its_place_needs_no_server(bool isStreaming)
    {
        await using var server = WireServer.Start(WireReply.Say("hello"));
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, _ => HookResult.Replace("I know that one"));
        Assert.Equal("I know that one", (await AskAsync(scene, server, isStreaming)).Text);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_server_that_fails_is_asked_again_with_the_same_request(bool isStreaming)
    {
        await using var server = WireServer.Start(WireReply.Fail(503, "overloaded"), WireReply.Fail(503, "overloaded"), WireReply.Say("here I am"));
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, _ => HookResult.Retry("it may recover", maxAttempts: 2));
        Assert.Equal("here I am", (await AskAsync(scene, server, isStreaming)).Text);
        Assert.Equal(3, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => request.Text).Distinct());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_attempts_are_limited_and_the_error_is_the_servers(bool isStreaming)
    {
        await using var server = WireServer.Start([.. Enumerable.Repeat(WireReply.Fail(503, "overloaded"), 5)]);
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, _ => HookResult.Retry(maxAttempts: 2));
        var error = await Assert.ThrowsAsync<System.ClientModel.ClientResultException>(() => AskAsync(scene, server, isStreaming));
        Assert.Equal((503, 3), (error.Status, server.Requests.Count));
    }

    [Fact]
    public async Task An_answer_that_a_hook_does_not_like_is_asked_for_again()
    {
        await using var server = WireServer.Start(WireReply.Say("er"), WireReply.Say("a good answer"));
        await using var scene = new Scene().OnModel(HookPoint.AfterModelCall, call => call.ResponseText == "er" ? HookResult.Retry() : HookResult.Continue);
        Assert.Equal("a good answer", (await AskAsync(scene, server, isStreaming: false)).Text);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_person_decides_whether_the_server_is_asked(bool isStreaming, bool approves)
    {
        await using var server = WireServer.Start(WireReply.Say("hello"));
        var approver = new Scene.Approver(approves ? HookApproval.Approve() : HookApproval.Deny("too expensive"));
        await using var scene = new Scene(approver).OnModel(HookPoint.BeforeModelCall, _ => HookResult.Ask("really?"));
        var response = await AskAsync(scene, server, isStreaming);
        Assert.Equal(approves ? "hello" : "too expensive", response.Text);
        Assert.Equal("really?", approver.Asked.Single().Reason);
        Assert.Equal(approves ? 1 : 0, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_cached_answer_is_asked_for_once_a_session(bool isStreaming)
    {
        await using var server = WireServer.Start(WireReply.Say("first"), WireReply.Say("second"), WireReply.Say("third"), WireReply.Say("fourth"));
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, _ => HookResult.Cache(TimeSpan.FromMinutes(5)));
        Assert.Equal("first", (await AskAsync(scene, server, isStreaming, session: "a")).Text);
        Assert.Equal("first", (await AskAsync(scene, server, isStreaming, session: "a")).Text);
        Assert.Equal("second", (await AskAsync(scene, server, isStreaming, session: "b")).Text);
        Assert.Equal("third", (await AskAsync(scene, server, isStreaming, said: "another question", session: "a")).Text);
        Assert.Equal(3, server.Requests.Count);
        scene.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("fourth", (await AskAsync(scene, server, isStreaming, session: "a")).Text);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Another_model_is_asked(bool isStreaming)
    {
        await using var server = WireServer.Start(WireReply.Say("hello"));
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call => call.Model == "large" ? HookResult.Continue : HookResult.Redirect("large"));
        Assert.Equal("hello", (await AskAsync(scene, server, isStreaming)).Text);
        Assert.Equal("large", server.Requests.Single().Model);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_hooks_add_goes_to_the_model(bool isStreaming)
    {
        await using var server = WireServer.Start(WireReply.Say("hello"));
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call =>
        {
            call.AddContext("it is Monday");
            return HookResult.Continue;
        });
        await AskAsync(scene, server, isStreaming);
        Assert.Contains("it is Monday", server.Requests.Single().Text, StringComparison.Ordinal);
    }

    private static async Task<ChatResponse> AskAsync(Scene scene, WireServer server, bool isStreaming, string said = "hi", string? session = null)
    {
        using var client = scene.Around(new WireChatClient(server.Endpoint), new() { SessionId = _ => session });
        ChatOptions options = new() { ModelId = "small" };
        return isStreaming ? await client.GetStreamingResponseAsync(said, options).ToChatResponseAsync() : await client.GetResponseAsync(said, options);
    }
}
