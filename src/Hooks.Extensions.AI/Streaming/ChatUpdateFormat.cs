using Hooks.Extensions.AI.Models;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Streaming;

/// <summary>Streamed answers of chat clients, for the dispatcher.</summary>
internal sealed class ChatUpdateFormat : ModelStreamFormat<ChatResponseUpdate>
{
    /// <summary>An update with several contents as several, so that text can be held back and the rest keeps its place behind it.</summary>
    /// <param name="update">The update.</param>
    /// <param name="isJudged">Whether hooks judge the text. Then what an update says besides stands behind the text, which may be joined to others.</param>
    public static IEnumerable<ChatResponseUpdate> Parts(ChatResponseUpdate update, bool isJudged)
    {
        var contents = isJudged ? [.. update.Contents.SelectMany(Apart)] : update.Contents;
        if (isJudged && contents.Count > 0 && HasText(contents[^1]) && (update.FinishReason is not null || update.AdditionalProperties is not null || update.ContinuationToken is not null))
            contents.Add(new TextContent(null));
        if (contents.Count < 2)
            return [update];
        return contents.Select((content, index) =>
        {
            var part = update.Clone();
            part.Contents = [content];
            if (isJudged)
                part.RawRepresentation = null;

            // Only the last part ends the message.
            if (index < contents.Count - 1)
            {
                part.FinishReason = null;
                part.ContinuationToken = null;
                part.AdditionalProperties = null;
            }

            return part;
        });
    }

    public override string? TextOf(ChatResponseUpdate chunk) => chunk.Contents switch
    {
        [TextContent { Text.Length: > 0 } text] => text.Text,
        [TextReasoningContent { Text.Length: > 0 } reasoning] => reasoning.Text,
        _ => null,
    };

    public override string? KindOf(ChatResponseUpdate chunk) => chunk.Contents switch
    {
        [TextContent] => "text",
        [TextReasoningContent] => "reasoning",
        _ => null,
    };

    // A client that knows neither id nor role of a piece goes on with the message; and a piece that shows nothing parts no text.
    public override bool BeginsMessage(ChatResponseUpdate previous, ChatResponseUpdate chunk) =>
        previous.MessageId is { } id && chunk.MessageId is { } other && id != other
            ? true
            : previous.Role is { } role && chunk.Role is { } next && role != next && !IsEmpty(previous) && !IsEmpty(chunk);

    public override ChatResponseUpdate WithText(ChatResponseUpdate chunk, string text)
    {
        var changed = chunk.Clone();
        changed.RawRepresentation = null;
        changed.Contents = [chunk.Contents is [TextReasoningContent] ? new TextReasoningContent(text) : new TextContent(text)];
        return changed;
    }

    // The text alone, and behind it what is said of it.
    private static IEnumerable<AIContent> Apart(AIContent content) => content switch
    {
        TextContent { Text.Length: > 0 } text when text.Annotations is not null || text.AdditionalProperties is not null =>
            [new TextContent(text.Text), new TextContent(null) { Annotations = text.Annotations, AdditionalProperties = text.AdditionalProperties }],
        TextReasoningContent { Text.Length: > 0, ProtectedData: { } data } reasoning =>
            [new TextReasoningContent(reasoning.Text), new TextReasoningContent(null) { ProtectedData = data, AdditionalProperties = reasoning.AdditionalProperties }],
        _ => [content],
    };

    private static bool HasText(AIContent content) => content is TextContent { Text.Length: > 0 } or TextReasoningContent { Text.Length: > 0 };

    private static bool IsEmpty(ChatResponseUpdate update) =>
        update.Contents.All(content => content is TextContent { Text.Length: 0 } or TextReasoningContent { Text.Length: 0, ProtectedData: null });

    public override void Collect(ModelCallContext context, IReadOnlyList<ChatResponseUpdate> chunks)
    {
        var response = chunks.ToChatResponse();
        context.Response = response;
        ChatAnswer.Show(context, response);
    }

    public override IEnumerable<ChatResponseUpdate> Unstreamed(ModelCallContext context) => ChatAnswer.Of(context, isShared: true).ToChatResponseUpdates();
}
