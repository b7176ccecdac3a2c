using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Streaming;

/// <summary>Updates that say more than a text, and what hooks at pieces leave of them.</summary>
public sealed class PieceTests
{
    [Fact]
    public async Task Reasoning_with_a_protected_form_is_judged_and_keeps_it()
    {
        await using var scene = Blanking();
        var contents = (await AskAsync(scene, [new TextReasoningContent("think SECRET") { ProtectedData = "sig" }])).Messages[0].Contents.OfType<TextReasoningContent>().ToList();
        Assert.Equal("think ###", string.Concat(contents.Select(content => content.Text)));
        Assert.Equal("sig", contents[^1].ProtectedData);
    }

    [Fact]
    public async Task The_raw_form_of_an_update_goes_with_none_of_its_pieces()
    {
        await using var scene = Blanking();
        using var client = scene.Around(new ScriptedClient { Stream = _ => Stream(new ChatResponseUpdate(ChatRole.Assistant, [new TextContent("a SECRET"), new UsageContent(new())]) { RawRepresentation = "a SECRET" }) });
        var updates = client.GetStreamingResponseAsync("?").ToBlockingEnumerable().ToList();
        Assert.Equal("a ###", string.Concat(updates.Select(update => update.Text)));
        Assert.All(updates, update => Assert.Null(update.RawRepresentation));
    }

    public static TheoryData<string> Nothing => ["reasoning", "text", "role", "update"];

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task A_piece_that_shows_nothing_does_not_part_a_text(string kind)
    {
        await using var scene = Blanking();
        ChatResponseUpdate nothing = kind switch
        {
            "reasoning" => new(ChatRole.Assistant, [new TextReasoningContent("")]),
            "text" => new(ChatRole.Assistant, ""),
            "role" => new(ChatRole.Tool, "") { MessageId = "m1" },
            _ => new() { Role = ChatRole.System, MessageId = "m1" },
        };
        using var client = scene.Around(new ScriptedClient { Stream = _ => Stream(new(ChatRole.Assistant, "a SEC") { MessageId = "m1" }, nothing, new(ChatRole.Assistant, "RET b") { MessageId = "m1" }) });
        Assert.Equal("a ### b", string.Concat(client.GetStreamingResponseAsync("?").ToBlockingEnumerable().Select(update => update.Text)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    public async Task What_updates_say_besides_their_text_goes_out(int holdBack)
    {
        await using var scene = new Scene().OnChunk(_ => HookResult.Continue);
        using var client = scene.Around(
            new ScriptedClient
            {
                Stream = _ => Stream(
                    new(ChatRole.Assistant, "") { ConversationId = "conv" },
                    new(ChatRole.Assistant, "hel") { AdditionalProperties = new() { ["tier"] = "flex" } },
                    new(ChatRole.Assistant, [new TextContent("lo") { Annotations = [new CitationAnnotation { Title = "greetings" }] }]),
                    new(ChatRole.Assistant, "!"),
                    new(ChatRole.Assistant, "") { FinishReason = ChatFinishReason.Stop }),
            },
            new() { HoldBack = holdBack });
        var response = await client.GetStreamingResponseAsync("?").ToChatResponseAsync();
        Assert.Equal(("hello!", "conv", (ChatFinishReason?)ChatFinishReason.Stop), (response.Text, response.ConversationId, response.FinishReason));
        Assert.Single(response.Messages.SelectMany(message => message.Contents).SelectMany(content => content.Annotations ?? []));
        Assert.Equal("flex", response.Messages[0].AdditionalProperties?["tier"] ?? response.AdditionalProperties?["tier"]);
    }

    [Fact]
    public async Task An_answer_without_its_text_still_says_how_it_ended()
    {
        await using var scene = new Scene().OnChunk(chunk => { chunk.Text = ""; return HookResult.Modified; });
        using var client = scene.Around(new ScriptedClient { Stream = _ => Stream(new(ChatRole.Assistant, "") { ConversationId = "conv" }, new(ChatRole.Assistant, "hello") { FinishReason = ChatFinishReason.Stop }) });
        var response = await client.GetStreamingResponseAsync("?").ToChatResponseAsync();
        Assert.Equal(("", "conv", (ChatFinishReason?)ChatFinishReason.Stop), (response.Text, response.ConversationId, response.FinishReason));
    }

    [Theory]
    [InlineData("0123456789 0123456789 [checked]", "0123456789 0123456789 [checked]")]
    [InlineData("[checked] 0123456789 0123456789", "0123456789 012345")]
    public async Task A_text_that_is_changed_at_the_end_leaves_calls_and_usage(string changed, string expected)
    {
        await using var scene = new Scene().OnChunk(_ => HookResult.Continue).OnModel(HookPoint.AfterModelCall, call => { call.ResponseText = changed; return HookResult.Modified; });
        using var client = scene.Around(
            new ScriptedClient
            {
                Stream = _ => Stream(
                    new(ChatRole.Assistant, "0123456789 0123456789"),
                    new(ChatRole.Assistant, [new FunctionCallContent("c1", "f"), new UsageContent(new() { OutputTokenCount = 9 })]) { FinishReason = ChatFinishReason.ToolCalls }),
            },
            new() { HoldBack = 4 });
        var response = await client.GetStreamingResponseAsync("?").ToChatResponseAsync();
        Assert.StartsWith(expected, response.Text, StringComparison.Ordinal);
        Assert.Equal((9L, (ChatFinishReason?)ChatFinishReason.ToolCalls), (response.Usage!.OutputTokenCount, response.FinishReason));
        Assert.Single(response.Messages[0].Contents.OfType<FunctionCallContent>());
    }

    private static Scene Blanking() => new Scene().OnChunk(chunk =>
    {
        chunk.Text = chunk.Text.Replace("SECRET", "###", StringComparison.Ordinal);
        return HookResult.Modified;
    });

    private static Task<ChatResponse> AskAsync(Scene scene, IList<AIContent> contents) =>
        scene.Around(new ScriptedClient { Stream = _ => Stream(new ChatResponseUpdate(ChatRole.Assistant, contents)) }).GetStreamingResponseAsync("?").ToChatResponseAsync();

    private static async IAsyncEnumerable<ChatResponseUpdate> Stream(params ChatResponseUpdate[] updates)
    {
        foreach (var update in updates)
        {
            await Task.Yield();
            yield return update;
        }
    }
}
