using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Models;

/// <summary>Contents and answers with another text.</summary>
internal static class Rewritten
{
    /// <summary>The same contents with one text in the place of the first, and none in the places of the others.</summary>
    public static IList<AIContent> Contents(IList<AIContent> contents, string text)
    {
        var result = new List<AIContent>(contents.Count);
        var isWritten = text.Length == 0;
        foreach (var content in contents)
        {
            if (content is not TextContent)
            {
                result.Add(content);
                continue;
            }

            if (!isWritten)
                result.Add(new TextContent(text));
            isWritten = true;
        }

        if (!isWritten)
            result.Insert(0, new TextContent(text));
        return result;
    }

    /// <summary>The same answer with another text: it stands in the last message that had any.</summary>
    public static ChatResponse Response(ChatResponse response, string text)
    {
        var copy = Copy(response);
        copy.RawRepresentation = null;
        var messages = (List<ChatMessage>)copy.Messages;
        var place = Math.Max(0, messages.FindLastIndex(message => message.Text.Length > 0));
        if (messages.Count == 0)
            messages.Add(new(ChatRole.Assistant, (string?)null));
        for (var i = 0; i < messages.Count; i++)
        {
            if (i != place && messages[i].Text.Length == 0)
                continue;
            messages[i].RawRepresentation = null;
            messages[i].Contents = Contents(messages[i].Contents, i == place ? text : string.Empty);
        }

        return copy;
    }

    /// <summary>A copy whose messages and lists of contents are its own.</summary>
    public static ChatResponse Copy(ChatResponse response) => new((List<ChatMessage>)[.. response.Messages.Select(message =>
    {
        var copy = message.Clone();
        copy.Contents = [.. message.Contents];
        return copy;
    })])
    {
        ResponseId = response.ResponseId,
        ConversationId = response.ConversationId,
        ModelId = response.ModelId,
        CreatedAt = response.CreatedAt,
        FinishReason = response.FinishReason,
        Usage = response.Usage,
        ContinuationToken = response.ContinuationToken,
        RawRepresentation = response.RawRepresentation,
        AdditionalProperties = response.AdditionalProperties,
    };
}
