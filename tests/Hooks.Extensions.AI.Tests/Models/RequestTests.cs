using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Models;

/// <summary>What hooks see of a request, and what their changes become.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task Hooks_see_the_request_and_the_answer()
    {
        ModelCallContext? before = null, after = null;
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call => { before = call; return default; }).OnModel(HookPoint.AfterModelCall, call => { after = call; return default; });
        var services = new Services();
        var inner = new ScriptedClient(_ => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextContent("hm"), new FunctionCallContent("c1", "search")]))
        {
            FinishReason = ChatFinishReason.ToolCalls,
            Usage = new() { InputTokenCount = 3, OutputTokenCount = 4, ReasoningTokenCount = 1 },
        }));
        using var client = scene.Around(inner, new() { AgentName = "scout", AgentId = "a1", Services = services });
        await client.GetResponseAsync([new(ChatRole.System, "be brief"), new(ChatRole.User, "cats?")], new()
        {
            Instructions = "you are a scout", Temperature = 0.1f, MaxOutputTokens = 5, StopSequences = ["END"], ConversationId = "s1", Tools = [AIFunctionFactory.Create(() => 1, "search")],
        });

        Assert.Equal(("small", "acme", "you are a scout", "scout", "a1", "s1"), (before!.Model, before.Provider, before.SystemPrompt, before.AgentName, before.AgentId, before.SessionId));
        Assert.Equal([new("system", "be brief"), new("user", "cats?")], before.Messages);
        Assert.Equal("""{"temperature":0.1,"max_output_tokens":5,"stop":["END"]}""", before.Options.ToJson());
        Assert.Equal(["search"], before.ToolNames!);
        Assert.Same(services, before.Services);
        Assert.Equal(("hm", "tool_calls"), (after!.ResponseText, after.FinishReason));
        Assert.Equal(["search"], after.RequestedTools!);
        Assert.Equal(new TokenUsage { InputTokens = 3, OutputTokens = 4, ReasoningTokens = 1 }, after.Usage);
    }

    [Fact]
    public async Task Changes_reach_the_client_and_not_the_callers_own_options()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call =>
        {
            call.SystemPrompt = "be brief";
            call.Options["temperature"] = 1;
            call.Options.Remove("top_k");
            call.Options["service_tier"] = "flex";
            return HookResult.Modified;
        });
        var inner = new ScriptedClient("hello");
        var options = new ChatOptions { Temperature = 0, TopK = 7 };
        await scene.Around(inner).GetResponseAsync("?", options);
        var sent = inner.Last.Options;
        Assert.Equal(("be brief", 1f, null, "flex"), (sent.Instructions, sent.Temperature, sent.TopK, sent.AdditionalProperties!["service_tier"]));
        Assert.Equal((null, 0f, 7), (options.Instructions, options.Temperature, options.TopK));
    }

    [Fact]
    public async Task An_option_of_the_wrong_kind_fails_the_call_and_is_named()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call => { call.Options["temperature"] = "hot"; return HookResult.Modified; });
        var inner = new ScriptedClient("hello");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => scene.Around(inner).GetResponseAsync("?"));
        Assert.Equal("""A hook has set the option 'temperature' of a model call to {"temperature":"hot"}; it takes a number.""", error.Message);
        Assert.Empty(inner.Requests);
    }

    [Fact]
    public async Task An_option_in_other_letters_fails_the_call_and_is_named()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call => { call.Options["Temperature"] = 0.1; return HookResult.Modified; });
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => scene.Around(new ScriptedClient("hello")).GetResponseAsync("?"));
        Assert.Equal("A hook has set the option 'Temperature' of a model call, which is written 'temperature'.", error.Message);
    }

    [Fact]
    public async Task An_option_with_parts_reaches_the_client_as_json()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call => { call.Options["nested"] = new HookArguments { ["a"] = 1 }; return HookResult.Modified; });
        var inner = new ScriptedClient("hello");
        await scene.Around(inner).GetResponseAsync("?");
        Assert.Equal("""{"a":1}""", Assert.IsType<System.Text.Json.JsonElement>(inner.Last.Options.AdditionalProperties!["nested"]).GetRawText());
    }

    [Fact]
    public async Task Messages_that_nobody_changes_stay_the_objects_that_they_are()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call => { call.Messages = [.. call.Messages, new("user", "and dogs?")]; return HookResult.Modified; });
        var inner = new ScriptedClient("hello");
        ChatMessage[] messages = [new(ChatRole.System, "s"), new(ChatRole.User, [new TextContent("cats?"), new UriContent("https://example.com/a.png", "image/png")])];
        await scene.Around(inner).GetResponseAsync(messages);
        Assert.Equal(3, inner.Last.Messages.Count);
        Assert.Same(messages[0], inner.Last.Messages[0]);
        Assert.Same(messages[1], inner.Last.Messages[1]);
        Assert.Equal("user: and dogs?", inner.Last.Texts.Last());
    }

    [Fact]
    public async Task A_message_with_another_text_keeps_what_is_no_text()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call => { call.Messages[1] = call.Messages[1] with { Content = "my card is [card]" }; return HookResult.Modified; });
        var inner = new ScriptedClient("hello");
        ChatMessage[] messages = [new(ChatRole.System, "s"), new(ChatRole.User, [new TextContent("my card "), new UriContent("https://example.com/a.png", "image/png"), new TextContent("is 4711")])];
        await scene.Around(inner).GetResponseAsync(messages);
        Assert.Equal(["system: s", "user: my card is [card]"], inner.Last.Texts);
        Assert.Single(inner.Last.Messages[1].Contents.OfType<UriContent>());
        Assert.Equal("my card is 4711", messages[1].Text);
    }

    [Fact]
    public async Task Messages_can_be_dropped_and_rewritten_at_once()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call =>
        {
            call.Messages = [call.Messages[0], call.Messages[3] with { Content = "short" }, call.Messages[4]];
            return HookResult.Modified;
        });
        var inner = new ScriptedClient("hello");
        await scene.Around(inner).GetResponseAsync(
            [new(ChatRole.System, "s"), new(ChatRole.User, "1"), new(ChatRole.Assistant, "2"), new(ChatRole.User, "3"), new(ChatRole.Assistant, "4")]);
        Assert.Equal(["system: s", "user: short", "assistant: 4"], inner.Last.Texts);
    }

    [Fact]
    public async Task Results_of_tools_are_texts_that_hooks_can_change_one_by_one()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call =>
        {
            Assert.Equal(["?", "", "public", "password 1234"], call.Messages.Select(message => message.Content));
            call.Messages[3] = call.Messages[3] with { Content = "password ****" };
            return HookResult.Modified;
        });
        var inner = new ScriptedClient("hello");
        await scene.Around(inner).GetResponseAsync(
        [
            new(ChatRole.User, "?"),
            new(ChatRole.Assistant, [new FunctionCallContent("c1", "a"), new FunctionCallContent("c2", "b")]),
            new(ChatRole.Tool, [new FunctionResultContent("c1", "public"), new FunctionResultContent("c2", "password 1234")]),
        ]);
        var results = inner.Last.Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => (result.CallId, result.Result));
        Assert.Equal([("c1", "public"), ("c2", "password ****")], results);
        Assert.Equal(2, inner.Last.Messages[1].Contents.Count);
    }

    [Fact]
    public async Task Added_context_stands_behind_the_messages()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call => { call.AddContext("it is Monday"); return default; });
        var inner = new ScriptedClient("hello");
        await scene.Around(inner).GetResponseAsync("which day?");
        Assert.Equal(["user: which day?", "system: it is Monday"], inner.Last.Texts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_with_another_text_keeps_its_calls(bool isStreaming)
    {
        await using var scene = new Scene().OnModel(HookPoint.AfterModelCall, call => { call.ResponseText = "clean"; return HookResult.Modified; });
        var inner = new ScriptedClient(_ => Task.FromResult(new ChatResponse(
            [new(ChatRole.Assistant, "dirty"), new(ChatRole.Assistant, [new TextContent("dirt"), new FunctionCallContent("c1", "search")])]) { ResponseId = "r1" }));
        var response = await VerdictTests.AskAsync(scene.Around(inner, new() { HoldBack = int.MaxValue }), isStreaming);
        Assert.Equal(("clean", "r1"), (response.Text, response.ResponseId));
        Assert.Single(response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>());
    }

    private sealed class Services : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
