using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Streaming;

public sealed class StreamTests
{
    [Fact]
    public async Task Without_hooks_at_pieces_each_goes_out_as_it_comes()
    {
        await using var scene = new Scene();
        var gate = new TaskCompletionSource();
        using var client = scene.Around(new ScriptedClient { Stream = _ => Slow(gate) });
        await using var updates = client.GetStreamingResponseAsync("?").GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());
        Assert.Equal("first", updates.Current.Text);
        gate.SetResult();
        Assert.True(await updates.MoveNextAsync());
        Assert.Equal(" second", updates.Current.Text);
        Assert.False(await updates.MoveNextAsync());

        static async IAsyncEnumerable<ChatResponseUpdate> Slow(TaskCompletionSource gate)
        {
            yield return new(ChatRole.Assistant, "first");
            await gate.Task;
            yield return new(ChatRole.Assistant, " second");
        }
    }

    [Fact]
    public async Task Hooks_see_the_beginning_the_pieces_the_end_and_the_whole()
    {
        var log = new List<string>();
        await using var scene = new Scene().OnChunk(chunk => { log.Add($"{chunk.Kind} '{chunk.Text}'{(chunk.IsFinal ? " last" : "")}"); return default; });
        scene.Dispatcher.Observe<ModelCallContext>(HookPoint.StreamStart, _ => log.Add("start"));
        scene.Dispatcher.Observe<ModelCallContext>(HookPoint.StreamEnd, call => log.Add($"end '{call.ResponseText}'"));
        scene.OnModel(HookPoint.AfterModelCall, call => { log.Add($"after '{call.ResponseText}' {call.Usage?.OutputTokens} {call.FinishReason}"); return default; });
        using var client = scene.Around(new ScriptedClient { Stream = _ => Updates(
            new(ChatRole.Assistant, [new TextReasoningContent("hm")]),
            new(ChatRole.Assistant, "a"),
            new(ChatRole.Assistant, [new TextContent("b"), new UsageContent(new() { OutputTokenCount = 9 })]) { FinishReason = ChatFinishReason.Stop }) }, new() { HoldBack = 0 });
        var updates = client.GetStreamingResponseAsync("?").ToBlockingEnumerable().ToList();
        var response = updates.ToChatResponse();
        Assert.Same(updates[^1], Assert.Single(updates, update => update.FinishReason is not null));
        Assert.Equal(["start", "reasoning 'hm'", "text 'a'", "text 'b'", "end", "after"], log.Select(line => line is ['e' or 'a', ..] && line.Split(' ') is var words ? words[0] : line));
        Assert.Equal("after 'ab' 9 stop", log[^1]);
        Assert.Equal(("ab", 9, (ChatFinishReason?)ChatFinishReason.Stop), (response.Text, response.Usage!.OutputTokenCount, response.FinishReason));
    }

    [Fact]
    public async Task A_piece_can_be_replaced_and_another_withheld()
    {
        await using var scene = new Scene().OnChunk(chunk => chunk.Text switch
        {
            "a" => HookResult.Replace("A"),
            "b" => HookResult.Cancel("[b is secret]"),
            _ => HookResult.Continue,
        });
        using var client = scene.Around(new ScriptedClient { Stream = _ => ScriptedClient.Pieces("a", "b", "c") }, new() { HoldBack = 0 });
        Assert.Equal("A[b is secret]c", (await client.GetStreamingResponseAsync("?").ToChatResponseAsync()).Text);
    }

    [Fact]
    public async Task No_more_than_the_option_says_is_held_back()
    {
        await using var scene = new Scene().OnChunk(_ => HookResult.Continue);
        var pieces = Enumerable.Range(0, 50).Select(i => $"{i:00000000}");
        var sent = 0;
        using var client = scene.Around(new ScriptedClient { Stream = _ => Counted(pieces) }, new() { HoldBack = 20 });
        var received = 0;
        await foreach (var update in client.GetStreamingResponseAsync("?"))
        {
            received += update.Text.Length;

            // One piece is on its way, and one is being judged.
            Assert.InRange(sent - received, 0, 20 + (3 * 8));
        }

        Assert.Equal(400, received);

        async IAsyncEnumerable<ChatResponseUpdate> Counted(IEnumerable<string> texts)
        {
            await foreach (var update in ScriptedClient.Pieces(texts))
            {
                sent += update.Text.Length;
                yield return update;
            }
        }
    }

    [Fact]
    public async Task What_is_no_text_keeps_its_place_behind_the_text()
    {
        await using var scene = new Scene().OnChunk(_ => HookResult.Continue);
        using var client = scene.Around(new ScriptedClient { Stream = _ => Updates(
            new(ChatRole.Assistant, [new TextContent("I look it up."), new FunctionCallContent("c1", "search")]) { MessageId = "m1" },
            new(ChatRole.Tool, [new FunctionResultContent("c1", "cats")]) { MessageId = "m2" },
            new(ChatRole.Assistant, "Cats.") { MessageId = "m3" }) });
        var response = await client.GetStreamingResponseAsync("?").ToChatResponseAsync();
        Assert.Equal(["m1", "m2", "m3"], response.Messages.Select(message => message.MessageId));
        Assert.Equal(["TextContent", "FunctionCallContent"], response.Messages[0].Contents.Select(content => content.GetType().Name));
        Assert.Equal("Cats.", response.Messages[2].Text);
    }

    [Fact]
    public async Task A_withheld_answer_loses_what_has_not_gone_out()
    {
        await using var scene = new Scene().OnChunk(_ => HookResult.Continue).OnModel(HookPoint.AfterModelCall, _ => HookResult.Cancel("[withheld]"));
        using var client = scene.Around(new ScriptedClient { Stream = _ => ScriptedClient.Pieces("aaaa", "bbbb", "cccc") }, new() { HoldBack = 4 });
        var response = await client.GetStreamingResponseAsync("?").ToChatResponseAsync();
        Assert.StartsWith("aaaa", response.Text, StringComparison.Ordinal);
        Assert.EndsWith("[withheld]", response.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cccc", response.Text, StringComparison.Ordinal);
        Assert.Equal(ChatFinishReason.ContentFilter, response.FinishReason);
    }

    [Fact]
    public async Task An_error_on_the_way_comes_to_the_reader_as_it_is()
    {
        await using var scene = new Scene().OnChunk(_ => HookResult.Continue);
        using var client = scene.Around(new ScriptedClient { Stream = _ => Failing() }, new() { HoldBack = 0 });
        var texts = new List<string>();
        var error = await Assert.ThrowsAsync<TimeZoneNotFoundException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync("?"))
                texts.Add(update.Text);
        });
        Assert.Equal(("lost", "first"), (error.Message, Assert.Single(texts)));

        static async IAsyncEnumerable<ChatResponseUpdate> Failing()
        {
            await Task.Yield();
            yield return new(ChatRole.Assistant, "first");
            throw new TimeZoneNotFoundException("lost");
        }
    }

    [Fact]
    public async Task Who_stops_reading_stops_the_model()
    {
        await using var scene = new Scene();
        var hasStopped = false;
        using var client = scene.Around(new ScriptedClient { Stream = _ => Endless() });
        await foreach (var update in client.GetStreamingResponseAsync("?"))
            break;
        Assert.True(hasStopped);

        async IAsyncEnumerable<ChatResponseUpdate> Endless()
        {
            try
            {
                while (true)
                {
                    await Task.Yield();
                    yield return new(ChatRole.Assistant, "x");
                }
            }
            finally
            {
                hasStopped = true;
            }
        }
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Updates(params ChatResponseUpdate[] updates)
    {
        foreach (var update in updates)
        {
            await Task.Yield();
            yield return update;
        }
    }
}
