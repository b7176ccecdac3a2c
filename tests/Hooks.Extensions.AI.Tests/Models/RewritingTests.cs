using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Models;

/// <summary>Hooks that make a list of messages of their own, some left out or added, all with another text.</summary>
public sealed class RewritingTests
{
    private static readonly ChatMessage[] Given =
    [
        new(ChatRole.User, "first"),
        new(ChatRole.User, [new TextContent("card 4711"), new UriContent("https://example.com/a.png", "image/png")]),
        new(ChatRole.Assistant, [new FunctionCallContent("c1", "pay")]),
        new(ChatRole.Tool, [new FunctionResultContent("c1", "paid with 4711")]),
        new(ChatRole.Assistant, [new FunctionCallContent("c2", "pay")]),
        new(ChatRole.Tool, [new FunctionResultContent("c2", "paid with 4711")]),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Messages_left_out_at_the_front_leave_the_others_their_calls(int count)
    {
        var sent = await SendAsync(messages => [.. messages.Skip(count).Select(Blank)]);
        Assert.Equal(Kinds(Given.Skip(count)), Kinds(sent));
    }

    [Fact]
    public async Task Messages_left_out_in_the_middle_leave_the_others_their_calls()
    {
        var sent = await SendAsync(messages => [.. messages.Take(2).Concat(messages.Skip(4)).Select(Blank)]);
        Assert.Equal(Kinds(Given.Take(2).Concat(Given.Skip(4))), Kinds(sent));
    }

    [Fact]
    public async Task Messages_added_leave_the_others_their_calls_and_images()
    {
        var sent = await SendAsync(messages => [new("system", "be brief"), .. messages.Select(Blank), new("user", "go on")]);
        Assert.Equal(Kinds(Given), Kinds(sent.Skip(1).Take(6)));
        Assert.Equal(["system", "user"], [sent[0].Role.Value, sent[^1].Role.Value]);
        Assert.Contains("paid with [card]", sent.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => result.Result));
        Assert.DoesNotContain("4711", string.Concat(sent.Select(message => message.Text)), StringComparison.Ordinal);
    }

    private static HookMessage Blank(HookMessage message) => new(message.Role, message.Content.Replace("4711", "[card]", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<ChatMessage>> SendAsync(Func<IList<HookMessage>, List<HookMessage>> rewrite)
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call => { call.Messages = rewrite(call.Messages); return HookResult.Modified; });
        var inner = new ScriptedClient("hello");
        await scene.Around(inner).GetResponseAsync(Given);
        return inner.Last.Messages;
    }

    // Role, and all that is not text.
    private static IEnumerable<string> Kinds(IEnumerable<ChatMessage> messages) => messages.Select(message => $"{message.Role}:" + string.Concat(message.Contents.Select(content => content switch
    {
        FunctionCallContent call => call.CallId,
        FunctionResultContent result => result.CallId,
        UriContent link => link.Uri.ToString(),
        _ => "",
    })));
}
