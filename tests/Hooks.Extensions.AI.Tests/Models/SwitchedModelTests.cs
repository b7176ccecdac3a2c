using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Models;

/// <summary>Requests that hooks send to another model.</summary>
public sealed class SwitchedModelTests
{
    [Theory]
    [InlineData("big")]
    [InlineData(null)]
    public async Task The_model_that_a_hook_sets_is_asked(string? asked)
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call => { call.Model = "cheap"; return HookResult.Modified; });
        var inner = new ScriptedClient("hello");
        await scene.Around(inner).GetResponseAsync("?", new() { ModelId = asked });
        Assert.Equal("cheap", inner.Last.Options.ModelId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_hooks_added_before_goes_with_the_call(bool isFork)
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, call =>
        {
            call.AddContext($"from {call.Model}");
            return call.Model != "small" ? HookResult.Continue : isFork ? HookResult.Fork([new HookBranch("large")]) : HookResult.Redirect("large");
        });
        scene.Dispatcher.Observe<ToolDiscoveryContext>(HookPoint.AfterToolDiscovery, discovery => discovery.AddContext("from discovery"));
        var inner = new ScriptedClient("hello");
        await scene.Around(inner).GetResponseAsync("?", new() { Tools = [AIFunctionFactory.Create(() => 1, "one")] });
        Assert.Equal("large", inner.Last.Options.ModelId);
        Assert.Equal(["user: ?", "system: from discovery", "system: from small", "system: from large"], inner.Last.Texts);
    }

    [Fact]
    public async Task An_answer_that_no_hook_has_seen_in_pieces_is_not_streamed_from_a_cache()
    {
        await using var scene = new Scene()
            .OnModel(HookPoint.BeforeModelCall, _ => HookResult.Cache(TimeSpan.FromMinutes(5), shared: true))
            .OnChunk(chunk => { chunk.Text = chunk.Text.Replace("SECRET", "###", StringComparison.Ordinal); return HookResult.Modified; });
        using var client = scene.Around(new ScriptedClient(_ => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "the SECRET")))));
        await client.GetResponseAsync("?");
        Assert.Equal("the ###", (await client.GetStreamingResponseAsync("?").ToChatResponseAsync()).Text);
    }

    [Fact]
    public async Task An_answer_made_with_other_functions_is_another_answer()
    {
        await using var scene = new Scene().OnModel(HookPoint.BeforeModelCall, _ => HookResult.Cache(TimeSpan.FromMinutes(5), shared: true));
        using var client = scene.Around(new ScriptedClient("1", "2", "3"));
        AITool[] tools = [AIFunctionFactory.Create((int a) => a, "t", "one"), AIFunctionFactory.Create((string b) => b, "t", "one"), AIFunctionFactory.Create((string b) => b, "t", "two")];
        foreach (var (tool, expected) in tools.Zip(["1", "2", "3"]))
        {
            Assert.Equal(expected, (await client.GetResponseAsync("?", new() { Tools = [tool] })).Text);
            Assert.Equal(expected, (await client.GetResponseAsync("?", new() { Tools = [tool] })).Text);
        }
    }
}
