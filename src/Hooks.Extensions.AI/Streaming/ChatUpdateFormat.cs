using Hooks.Extensions.AI.Models;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Streaming;

/// <summary>Streamed answers of chat clients, for the dispatcher.</summary>
internal sealed class ChatUpdateFormat : ModelStreamFormat<ChatResponseUpdate>
{
    /// <summary>An update with several contents as several, so that text can be held back and the rest keeps its place behind it.</summary>
    public static IEnumerable<ChatResponseUpdate> Parts(ChatResponseUpdate update)
    {
        if (update.Contents.Count < 2)
            return [update];
        return update.Contents.Select((content, index) =>
        {
            var part = update.Clone();
            part.Contents = [content];

            // Only the last part ends the message.
            if (index < update.Contents.Count - 1)
                part.FinishReason = null;
            return part;
        });
    }

    public override string? TextOf(ChatResponseUpdate chunk) => chunk.Contents switch
    {
        [TextContent text] => text.Text,
        [TextReasoningContent { ProtectedData: null } reasoning] => reasoning.Text,
        _ => null,
    };

    public override string? KindOf(ChatResponseUpdate chunk) => chunk.Contents switch
    {
        [TextContent] => "text",
        [TextReasoningContent] => "reasoning",
        _ => null,
    };

    // A client that knows neither id nor role of a piece goes on with the message.
    public override bool BeginsMessage(ChatResponseUpdate previous, ChatResponseUpdate chunk) =>
        (previous.MessageId is { } id && chunk.MessageId is { } other && id != other)
        || (previous.Role is { } role && chunk.Role is { } next && role != next);

    public override ChatResponseUpdate WithText(ChatResponseUpdate chunk, string text)
    {
        var changed = chunk.Clone();
        changed.RawRepresentation = null;
        changed.Contents = [chunk.Contents is [TextReasoningContent] ? new TextReasoningContent(text) : new TextContent(text)];
        return changed;
    }

    public override void Collect(ModelCallContext context, IReadOnlyList<ChatResponseUpdate> chunks)
    {
        var response = chunks.ToChatResponse();
        context.Response = response;
        ModelAnswer.Show(context, response);
    }

    public override IEnumerable<ChatResponseUpdate> Unstreamed(ModelCallContext context) => ModelAnswer.Of(context, isShared: true).ToChatResponseUpdates();
}
