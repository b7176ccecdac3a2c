using System.Runtime.CompilerServices;
using ChatAgent.Recorded;
using Microsoft.Extensions.AI;

namespace ChatAgent.Models;

/// <summary>Answers as a model once did. It finds its place by the conversation that it is given, so that a call made again is answered again.</summary>
internal sealed class RecordedChatClient(IReadOnlyList<RecordedTurn> recording, Pace pace) : IChatClient
{
    private const int ChunkLength = 6;

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (answer, id) = Find(messages.ToList());
        await pace.WaitAsync(700, cancellationToken);
        for (var at = 0; at < answer.Text.Length; at += ChunkLength)
        {
            await pace.WaitAsync(30, cancellationToken);
            yield return new(ChatRole.Assistant, answer.Text.Substring(at, Math.Min(ChunkLength, answer.Text.Length - at))) { MessageId = id };
        }

        var calls = answer.Calls.Select((call, index) => (AIContent)new FunctionCallContent($"{id}-{index + 1}", call.Tool, call.Arguments.Clone().ToDictionary()));
        yield return new(ChatRole.Assistant, [.. calls, new UsageContent(new() { InputTokenCount = 40, OutputTokenCount = 8 + answer.Text.Length / 4 })])
        {
            MessageId = id,
            FinishReason = answer.Calls.Count > 0 ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
        };
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("recorded", null, "recorded")
        : serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    // A turn begins with what the person says; behind it stand the answers that were already given to it.
    private (RecordedAnswer Answer, string Id) Find(List<ChatMessage> messages)
    {
        var turn = messages.Count(message => message.Role == ChatRole.User);
        var last = messages.FindLastIndex(message => message.Role == ChatRole.User);
        var given = messages.Skip(last).Count(message => message.Role == ChatRole.Assistant);
        var answers = turn > 0 && turn <= recording.Count ? recording[turn - 1].Answers : [];
        return (given < answers.Count ? answers[given] : new("The recording ends here.", []), $"answer-{turn}-{given + 1}");
    }
}
