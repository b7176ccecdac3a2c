using System.Security.Cryptography;
using System.Text;
using Hooks.Extensions.AI.Tools;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Models;

/// <summary>
/// Stands for what a request holds beside the texts and settings that hooks see, so that a cached answer is not given to
/// another request. What nobody knows how to compare is like nothing else.
/// </summary>
internal static class ContentKey
{
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options.</param>
    /// <param name="isJudgedInPieces">Whether hooks judge the answer while it streams: what has not come past them is another answer.</param>
    public static string? Of(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool isJudgedInPieces)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var isEmpty = !isJudgedInPieces;
        Add(hash, isJudgedInPieces ? "pieces" : null);
        for (var i = 0; i < messages.Count; i++)
        {
            foreach (var content in messages[i].Contents)
            {
                if (content.GetType() == typeof(TextContent))
                    continue;
                isEmpty = false;
                if (!TryAdd(hash, i, content))
                    return Unique();
            }
        }

        if (options is not null)
        {
            if (options.RawRepresentationFactory is not null || options.ContinuationToken is not null || options.AdditionalProperties is { Count: > 0 })
                return Unique();
            foreach (var part in Settings(options).Concat((options.Tools ?? []).SelectMany(Parts)))
            {
                isEmpty &= part is null;
                Add(hash, part);
            }
        }

        return isEmpty ? null : Convert.ToHexString(hash.GetHashAndReset());
    }

    private static string Unique() => Guid.NewGuid().ToString("N");

    private static bool TryAdd(IncrementalHash hash, int message, AIContent content)
    {
        Add(hash, $"{message}:{content.GetType().Name}");
        switch (content)
        {
            case FunctionCallContent call:
                Add(hash, call.CallId);
                Add(hash, call.Name);
                try
                {
                    Add(hash, new HookArguments(call.Arguments ?? new Dictionary<string, object?>()).ToJson());
                }
                catch (ArgumentException)
                {
                    return false;
                }

                return true;
            case FunctionResultContent result:
                Add(hash, result.CallId);
                Add(hash, FunctionResult.TextOf(result.Result));
                return true;
            case DataContent data:
                Add(hash, data.MediaType);
                Add(hash, Convert.ToHexString(SHA256.HashData(data.Data.Span)));
                return true;
            case UriContent link:
                Add(hash, link.MediaType);
                Add(hash, link.Uri.ToString());
                return true;
            default:
                return false;
        }
    }

    // Hosted tools have settings that only their provider knows, and a type of their own.
    private static IEnumerable<string?> Parts(AITool tool) =>
    [
        tool.GetType().FullName,
        tool.Name,
        tool.Description,
        (tool.GetService<AIFunctionDeclaration>()?.JsonSchema)?.GetRawText(),
    ];

    private static IEnumerable<string?> Settings(ChatOptions options)
    {
        yield return options.ConversationId;
        yield return options.ToolMode switch
        {
            null => null,
            RequiredChatToolMode { RequiredFunctionName: { } name } => "required:" + name,
            var mode => mode.GetType().Name,
        };
        yield return options.AllowMultipleToolCalls?.ToString();
        yield return options.Reasoning is { } reasoning ? $"{reasoning.Effort}/{reasoning.Output}" : null;
        yield return options.ResponseFormat switch
        {
            null => null,
            ChatResponseFormatJson json => $"json:{json.SchemaName}:{json.Schema?.GetRawText()}",
            var format => format.GetType().Name,
        };
    }

    private static void Add(IncrementalHash hash, string? part)
    {
        var bytes = Encoding.UTF8.GetBytes(part ?? string.Empty);
        hash.AppendData(BitConverter.GetBytes(part is null ? -1 : bytes.Length));
        hash.AppendData(bytes);
    }
}
