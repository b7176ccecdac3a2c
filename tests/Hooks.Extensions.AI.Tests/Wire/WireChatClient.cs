using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Hooks.Extensions.AI.Tests.Wire;

/// <summary>As much of an <see cref="IChatClient"/> over OpenAI's own client as the tests of the wire need: text and tools.</summary>
internal sealed class WireChatClient(Uri endpoint) : IChatClient
{
    private readonly OpenAIClient _client = new(
        new ApiKeyCredential("no-key"), new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) });

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var client = _client.GetChatClient(options?.ModelId ?? "small");
        ChatCompletion completion = await client.CompleteChatAsync(messages.SelectMany(WireMessages.ToWire), WireMessages.ToWire(options), cancellationToken);
        var contents = completion.Content.Select(part => (AIContent)new TextContent(part.Text))
            .Concat(completion.ToolCalls.Select(call => WireMessages.ToCall(call.Id, call.FunctionName, call.FunctionArguments.ToString())));
        return new(new ChatMessage(ChatRole.Assistant, [.. contents]))
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            FinishReason = WireMessages.FromWire(completion.FinishReason),
            Usage = WireMessages.FromWire(completion.Usage),
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var client = _client.GetChatClient(options?.ModelId ?? "small");
        var calls = new SortedDictionary<int, (string Id, string Name, string Arguments)>();
        await foreach (var update in client.CompleteChatStreamingAsync(messages.SelectMany(WireMessages.ToWire), WireMessages.ToWire(options), cancellationToken))
        {
            foreach (var piece in update.ToolCallUpdates)
            {
                var (id, name, arguments) = calls.GetValueOrDefault(piece.Index, ("", "", ""));
                calls[piece.Index] = (piece.ToolCallId ?? id, piece.FunctionName ?? name, arguments + piece.FunctionArgumentsUpdate);
            }

            var contents = update.ContentUpdate.Select(part => (AIContent)new TextContent(part.Text)).ToList();
            if (update.FinishReason is not null)
                contents.AddRange(calls.Values.Select(call => WireMessages.ToCall(call.Id, call.Name, call.Arguments)));
            if (update.Usage is not null)
                contents.Add(new UsageContent(WireMessages.FromWire(update.Usage)));
            yield return new(ChatRole.Assistant, contents)
            {
                ResponseId = update.CompletionId,
                ModelId = update.Model,
                FinishReason = update.FinishReason is { } reason ? WireMessages.FromWire(reason) : null,
            };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
