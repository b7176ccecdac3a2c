using Hooks.Extensions.AI.Tools;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Models;

/// <summary>Answers of models: what hooks see of them, and what the caller is given.</summary>
internal static class ChatAnswer
{
    /// <summary>Shows an answer to hooks.</summary>
    public static void Show(ModelCallContext call, ChatResponse response)
    {
        call.ResponseText = response.Text;
        call.FinishReason = response.FinishReason?.Value;
        call.RequestedTools = [.. response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Select(content => content.Name)];
        call.Usage = response.Usage is { } usage ? UsageOf(usage) : null;
    }

    /// <summary>What the caller is given.</summary>
    /// <param name="call">The call as it has ended; not one that has failed.</param>
    /// <param name="isShared">Whether a cache may hold the answer, so that the caller's changes must not reach it.</param>
    public static ChatResponse Of(ModelCallContext call, bool isShared)
    {
        if (IsRefused(call))
            return Refusal(call);
        var response = From(call);
        return call.Response is ChatResponse && call.ResponseText is { } text && text != response.Text ? Rewritten.Response(response, text)
            : isShared ? Rewritten.Copy(response)
            : response;
    }

    /// <summary>Whether the call was denied, or its answer withheld.</summary>
    public static bool IsRefused(ModelCallContext call) => call.Error is null && call.ErrorMessage is not null;

    private static ChatResponse Refusal(ModelCallContext call) => new(new ChatMessage(ChatRole.Assistant, call.ErrorMessage))
    {
        FinishReason = ChatFinishReason.ContentFilter,
        ModelId = call.Model,
    };

    // A hook's Replace has any value; a fork that merges all has several.
    private static ChatResponse From(ModelCallContext call) => call.Response switch
    {
        ChatResponse response => response,
        ChatMessage message => new(message) { ModelId = call.Model, FinishReason = ChatFinishReason.Stop },
        IEnumerable<ChatMessage> messages => new([.. messages]) { ModelId = call.Model, FinishReason = ChatFinishReason.Stop },
        IReadOnlyList<object?> answers when answers.All(answer => answer is ChatResponse) =>
            new([.. answers.SelectMany(answer => ((ChatResponse)answer!).Messages).Select(Distinct)]) { ModelId = call.Model, FinishReason = ChatFinishReason.Stop },
        var other => new(new ChatMessage(ChatRole.Assistant, FunctionResult.TextOf(other))) { ModelId = call.Model, FinishReason = ChatFinishReason.Stop },
    };

    // Without ids of their own, streamed messages become one.
    private static ChatMessage Distinct(ChatMessage message)
    {
        if (message.MessageId is not null)
            return message;
        var copy = message.Clone();
        copy.MessageId = Guid.NewGuid().ToString("N");
        return copy;
    }

    private static TokenUsage UsageOf(UsageDetails usage) => new()
    {
        InputTokens = usage.InputTokenCount ?? 0,
        OutputTokens = usage.OutputTokenCount ?? 0,
        CacheReadTokens = usage.CachedInputTokenCount ?? 0,
        ReasoningTokens = usage.ReasoningTokenCount ?? 0,
    };
}
