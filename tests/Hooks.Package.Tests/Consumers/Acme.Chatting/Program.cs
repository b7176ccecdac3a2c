using System.Runtime.CompilerServices;
using Acme.Chatting;
using Hooks;
using Hooks.Extensions.AI;
using Microsoft.Extensions.AI;

await using var hooks = GeneratedHooks.CreateDispatcher();
using var client = new Agent().WithHooks(hooks);
foreach (var command in new[] { "git push --force", "git status" })
    Console.WriteLine(await client.GetResponseAsync(command, new() { Tools = [new Shell()] }));
await foreach (var update in client.GetStreamingResponseAsync("what is the key?"))
    Console.Write(update);
Console.WriteLine();

internal static class Guards
{
    [Hook(HookPoint.BeforeToolCall, Tools = "@shell")]
    public static HookResult NoForcePush(ToolCallContext call) =>
        call.Arguments.GetString("command", "").Contains("--force") ? HookResult.Cancel("force-push is not allowed") : HookResult.Continue;

    [Hook(HookPoint.AfterToolCall)]
    public static void Log(ToolCallContext call) => Console.WriteLine($"{call.ToolName}: {call.Outcome}");

    [Hook(HookPoint.ModelStreamChunk)]
    public static HookResult NoKeys(StreamChunkContext chunk)
    {
        chunk.Text = chunk.Text.Replace("sk-live-1", "[key]");
        return HookResult.Modified;
    }
}

internal sealed class Shell : AIFunction
{
    public override string Name => "bash";

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => new($"ran {arguments["command"]}");
}

/// <summary>Does what it is told.</summary>
internal sealed class Agent : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var tool = options!.Tools!.OfType<AIFunction>().Single();
        var result = await tool.InvokeAsync(new() { ["command"] = messages.Single().Text }, cancellationToken);
        return new(new ChatMessage(ChatRole.Assistant, $"{result}"));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var text in new[] { "the key is sk-", "live-", "1" })
        {
            await Task.Yield();
            yield return new(ChatRole.Assistant, text);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey) => null;

    public void Dispose()
    {
    }
}
