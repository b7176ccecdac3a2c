using System.Runtime.CompilerServices;
using Hooks.Extensions.AI;
using Microsoft.Extensions.AI;

namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>A chat client and a function with hooks around them.</summary>
internal static class ChatClientRuns
{
    private static readonly AIFunction Search = AIFunctionFactory.Create(() => "cats", "search");

    public static IReadOnlyList<(string Name, Func<HookDispatcher, Task> RunAsync)> All { get; } =
    [
        ("IChatClient.WithHooks", async hooks =>
        {
            hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, call => call.Model switch
            {
                "small" => HookResult.Redirect("large"),
                "again" => HookResult.Retry(),
                _ => HookResult.Continue,
            });
            using var client = new Answering().WithHooks(hooks);
            await client.GetResponseAsync("?", new ChatOptions { ModelId = "small" });
            await client.GetResponseAsync("fail", new ChatOptions { ModelId = "again" });
            await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetResponseAsync("fail"));
            await client.GetResponseAsync("?", new ChatOptions { Tools = [Search] });
            await foreach (var _ in client.GetStreamingResponseAsync("?"))
            {
                // What is read does not matter.
            }

            // A result, though nobody has called the function with its hooks.
            var answer = await client.GetResponseAsync("search", new ChatOptions { Tools = [Search] });
            await client.GetResponseAsync([.. answer.Messages, new(ChatRole.Tool, [new FunctionResultContent("1", "cats")])], new ChatOptions { Tools = [Search] });
        }),
        ("AIFunction.WithHooks", async hooks =>
        {
            hooks.Register<ToolCallContext>(HookPoint.BeforeToolCall, call => call.Arguments.ContainsKey("ask") ? HookResult.Ask() : HookResult.Continue);
            hooks.Register<ToolCallContext>(HookPoint.ToolError, call => call.Arguments.ContainsKey("replace") ? HookResult.Replace("instead") : HookResult.Continue);
            var broken = AIFunctionFactory.Create(string () => throw new InvalidOperationException("broken"), "broken").WithHooks(hooks);
            await Named("Write").WithHooks(hooks).InvokeAsync(new() { ["file_path"] = "/a", ["content"] = "x" });
            await Named("Edit").WithHooks(hooks).InvokeAsync(new() { ["file_path"] = "/a", ["old_string"] = "x", ["new_string"] = "y" });
            await Named("Read").WithHooks(hooks).InvokeAsync(new() { ["file_path"] = "/a" });
            await Named("apply_patch").WithHooks(hooks).InvokeAsync(new() { ["input"] = "*** Delete File: a" });
            await Search.WithHooks(hooks).InvokeAsync(new());
            await Search.WithHooks(hooks).InvokeAsync(new() { ["ask"] = true });
            await broken.InvokeAsync(new() { ["replace"] = true });
            await Assert.ThrowsAsync<InvalidOperationException>(() => broken.InvokeAsync(new()).AsTask());
        }),
    ];

    private static AIFunction Named(string name) => AIFunctionFactory.Create(() => "done", name);

    private sealed class Answering : IChatClient
    {
        private int _failures;

        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            await Task.Yield();

            // Every other time, so that it is worth to try again.
            if (messages.Last().Text == "fail" && _failures++ % 2 == 0)
                throw new InvalidOperationException("failed");
            return new(new ChatMessage(ChatRole.Assistant, [messages.Last().Text == "search" ? new FunctionCallContent("1", "search") : new TextContent("hi")]));
        }

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            yield return new(ChatRole.Assistant, "hi");
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
