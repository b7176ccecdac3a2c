using Hooks.Extensions.AI.Tools;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Models;

/// <summary>The messages of a request, as the client takes them and as hooks see them, and the way back.</summary>
internal sealed class Conversation
{
    private readonly List<ChatMessage> _messages = [];
    private readonly List<HookMessage> _texts = [];

    /// <summary>Takes the messages apart; one with the results of several functions becomes one for each, so that each can be judged.</summary>
    public Conversation(IReadOnlyList<ChatMessage> messages)
    {
        foreach (var message in messages)
        {
            foreach (var part in Parts(message))
            {
                _messages.Add(part);
                _texts.Add(new(part.Role.Value, TextOf(part)));
            }
        }

        Given = messages;
    }

    /// <summary>The messages as the caller gave them.</summary>
    public IReadOnlyList<ChatMessage> Given { get; }

    /// <summary>What hooks see, in a list of their own.</summary>
    public List<HookMessage> ForHooks() => [.. _texts];

    /// <summary>The messages as hooks have left them. What they have not touched stays as it came, with all that it holds beside text.</summary>
    public IReadOnlyList<ChatMessage> ForClient(IList<HookMessage> texts)
    {
        if (IsUntouched(texts))
            return Given;
        var places = new Dictionary<HookMessage, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < _texts.Count; i++)
            places[_texts[i]] = i;
        var kept = new HashSet<HookMessage>(texts, ReferenceEqualityComparer.Instance);
        var result = new List<ChatMessage>();
        var written = new List<HookMessage>();
        var next = 0;
        foreach (var text in texts)
        {
            if (!places.TryGetValue(text, out var place))
            {
                written.Add(text);
                continue;
            }

            AddWritten(place);
            result.Add(_messages[place]);
            next = Math.Max(next, place + 1);
        }

        AddWritten(_texts.Count);
        return result;

        // Between two messages that stayed, new ones are old ones rewritten, as far as they fit.
        void AddWritten(int end)
        {
            var gone = Enumerable.Range(next, Math.Max(0, end - next)).Where(i => !kept.Contains(_texts[i])).ToList();
            var origins = written.Count == 0 ? [] : Rewriting.Origins([.. gone.Select(i => _texts[i])], written);
            for (var i = 0; i < written.Count; i++)
            {
                result.Add(origins[i] is { } origin
                    ? WithText(_messages[gone[origin]], written[i].Content)
                    : new(new ChatRole(written[i].Role), written[i].Content));
            }

            written.Clear();
        }
    }

    private bool IsUntouched(IList<HookMessage> texts)
    {
        if (texts.Count != _texts.Count)
            return false;
        for (var i = 0; i < texts.Count; i++)
        {
            if (!ReferenceEquals(texts[i], _texts[i]))
                return false;
        }

        return true;
    }

    private static IEnumerable<ChatMessage> Parts(ChatMessage message)
    {
        if (message.Contents.OfType<FunctionResultContent>().Take(2).Count() < 2)
            return [message];
        return message.Contents.Select(content =>
        {
            var part = message.Clone();
            part.Contents = [content];
            part.RawRepresentation = null;
            return part;
        });
    }

    private static string TextOf(ChatMessage message) => message.Contents is [FunctionResultContent result]
        ? FunctionResult.TextOf(result.Result)
        : string.Concat(message.Contents.Select(content => content switch
        {
            TextContent text => text.Text,
            FunctionResultContent result => FunctionResult.TextOf(result.Result),
            _ => string.Empty,
        }));

    private static ChatMessage WithText(ChatMessage message, string text)
    {
        if (TextOf(message) == text)
            return message;
        var rewritten = message.Clone();
        rewritten.RawRepresentation = null;
        rewritten.Contents = message.Contents.OfType<FunctionResultContent>().FirstOrDefault() is { } result
            ? [.. message.Contents.Where(content => content is not (TextContent or FunctionResultContent)), new FunctionResultContent(result.CallId, text)]
            : Rewritten.Contents(message.Contents, text);
        return rewritten;
    }
}
