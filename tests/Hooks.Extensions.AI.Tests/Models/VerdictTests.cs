using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Models;

public sealed class VerdictTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_denied_call_gives_its_reason_and_never_happens(bool isStreaming)
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, _ => HookResult.Cancel("too expensive"));
        var inner = new ScriptedClient("hello");
        var response = await AskAsync(scene.Around(inner), isStreaming);
        Assert.Equal(("too expensive", (ChatFinishReason?)ChatFinishReason.ContentFilter), (response.Text, response.FinishReason));
        Assert.Empty(inner.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_is_withheld_gives_the_reason(bool isStreaming)
    {
        await using var scene = new Scene().OnModel(HookPoint.AfterModelCall, call => HookResult.Cancel($"no {call.ResponseText}"));
        var response = await AskAsync(scene.Around(new ScriptedClient("hello"), new() { HoldBack = int.MaxValue }), isStreaming);
        Assert.Equal(("no hello", (ChatFinishReason?)ChatFinishReason.ContentFilter), (response.Text, response.FinishReason));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_stands_in_for_the_call(bool isStreaming)
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, _ => HookResult.Replace("from a hook"));
        var inner = new ScriptedClient("hello");
        var response = await AskAsync(scene.Around(inner), isStreaming);
        Assert.Equal(("from a hook", (ChatFinishReason?)ChatFinishReason.Stop), (response.Text, response.FinishReason));
        Assert.Empty(inner.Requests);
    }

    [Fact]
    public async Task A_response_or_message_stands_in_for_the_answer()
    {
        await using var scene = new Scene().OnModel(HookPoint.AfterModelCall, call => HookResult.Replace(
            call.ResponseText == "1" ? new ChatMessage(ChatRole.Assistant, "message") : new ChatResponse(new ChatMessage(ChatRole.Assistant, "response"))));
        using var client = scene.Around(new ScriptedClient("1", "2"));
        Assert.Equal(("message", "response"), ((await client.GetResponseAsync("?")).Text, (await client.GetResponseAsync("?")).Text));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_redirect_names_the_model(bool isStreaming)
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call => call.Model == "small" ? HookResult.Redirect("large") : HookResult.Continue);
        var inner = new ScriptedClient("hello");
        var options = new ChatOptions { Temperature = 0.5f };
        Assert.Equal("hello", (await AskAsync(scene.Around(inner), isStreaming, options)).Text);
        Assert.Equal(("large", 0.5f), (inner.Last.Options.ModelId, inner.Last.Options.Temperature));
        Assert.Null(options.ModelId);
    }

    [Fact]
    public async Task An_answer_can_be_called_for_again()
    {
        await using var scene = new Scene().OnModel(HookPoint.AfterModelCall, call => call.ResponseText == "bad" ? HookResult.Retry() : HookResult.Continue);
        var inner = new ScriptedClient("bad", "bad", "good");
        Assert.Equal("good", (await scene.Around(inner).GetResponseAsync("?")).Text);
        Assert.Equal(3, inner.Requests.Count);
    }

    [Fact]
    public async Task A_failing_model_is_called_again_and_its_last_error_is_thrown()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, _ => HookResult.Retry(maxAttempts: 2));
        var inner = new ScriptedClient(request => Task.FromException<ChatResponse>(new InvalidOperationException($"failure {request.Number}")));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => scene.Around(inner).GetResponseAsync("?"));
        Assert.Equal("failure 2", error.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_fork_asks_several_models(bool isStreaming)
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call =>
            call.Parent is null ? HookResult.Fork([new("a"), new("b")], HookForkMerge.All) : HookResult.Continue);
        var inner = new ScriptedClient(request => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, request.Options.ModelId))));
        var response = await AskAsync(scene.Around(inner), isStreaming);
        Assert.Equal(["a", "b"], response.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task An_answer_is_cached_for_its_session_and_what_it_was_asked()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, _ => HookResult.Cache(TimeSpan.FromMinutes(5)));
        var inner = new ScriptedClient("1", "2", "3", "4");
        using var client = scene.Around(inner);
        ChatOptions mine = new() { ConversationId = "mine" }, other = new() { ConversationId = "other" };
        ChatMessage picture = new(ChatRole.User, [new TextContent("?"), new UriContent("https://example.com/a.png", "image/png")]);
        Assert.Equal("1", (await client.GetResponseAsync("?", mine)).Text);
        Assert.Equal("1", (await client.GetResponseAsync("?", mine)).Text);
        Assert.Equal("2", (await client.GetResponseAsync("?", other)).Text);
        Assert.Equal("3", (await client.GetResponseAsync(picture, mine)).Text);
        Assert.Equal("4", (await client.GetResponseAsync("?", new ChatOptions { ConversationId = "mine", Temperature = 1 })).Text);
        Assert.Equal("3", (await client.GetResponseAsync(picture, mine)).Text);
    }

    [Fact]
    public async Task What_a_caller_does_to_its_answer_the_next_one_does_not_get_from_the_cache()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, _ => HookResult.Cache(TimeSpan.FromMinutes(5), shared: true));
        using var client = scene.Around(new ScriptedClient("hello"));
        for (var i = 0; i < 3; i++)
        {
            var response = await client.GetResponseAsync("?");
            Assert.Equal("hello", Assert.IsType<TextContent>(Assert.Single(Assert.Single(response.Messages).Contents)).Text);
            response.Messages[0].Contents.Add(new TextContent(" and more"));
            response.Messages.Add(new(ChatRole.Assistant, "more"));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_approver_decides_where_a_hook_asks(bool approves)
    {
        var approver = new Scene.Approver(approves ? HookApproval.Approve() : HookApproval.Deny("not today"));
        await using var scene = new Scene(approver).OnModel(HookPoint.BeforeModelCall, _ => HookResult.Ask("large prompt"));
        Assert.Equal(approves ? "hello" : "not today", (await scene.Around(new ScriptedClient("hello")).GetResponseAsync("?")).Text);
        Assert.Equal("large prompt", Assert.Single(approver.Asked).Reason);
    }

    [Fact]
    public async Task A_guard_that_breaks_denies_and_says_nothing_of_its_error()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, _ => throw new InvalidOperationException("secret detail"));
        var inner = new ScriptedClient("hello");
        var response = await scene.Around(inner).GetResponseAsync("?");
        Assert.DoesNotContain("secret", response.Text, StringComparison.Ordinal);
        Assert.Empty(inner.Requests);
        Assert.Equal(HookReportKind.Failed, Assert.Single(scene.Reports).Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_disposal_nothing_is_called(bool isStreaming)
    {
        var scene = new Scene();
        var inner = new ScriptedClient("hello");
        using var client = scene.Around(inner);
        await scene.DisposeAsync();
        Assert.Equal(ChatFinishReason.ContentFilter, (await AskAsync(client, isStreaming)).FinishReason);
        Assert.Empty(inner.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_caller_can_cancel(bool isStreaming)
    {
        await using var scene = new Scene();
        using var source = new CancellationTokenSource();
        var ended = new List<ModelCallContext>();
        scene.Dispatcher.Observe<ModelCallContext>(HookPoint.StreamEnd, ended.Add);
        var inner = new ScriptedClient(async request =>
        {
            source.Cancel();
            await Task.Delay(Timeout.Infinite, request.CancellationToken);
            return new();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(scene.Around(inner), isStreaming, cancellationToken: source.Token));
        Assert.True(inner.Last.CancellationToken.IsCancellationRequested);
    }

    internal static Task<ChatResponse> AskAsync(IChatClient client, bool isStreaming, ChatOptions? options = null, CancellationToken cancellationToken = default) => isStreaming
        ? client.GetStreamingResponseAsync("?", options, cancellationToken).ToChatResponseAsync(cancellationToken)
        : client.GetResponseAsync("?", options, cancellationToken);
}
