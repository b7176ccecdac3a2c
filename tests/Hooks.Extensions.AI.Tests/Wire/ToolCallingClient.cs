using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Wire;

/// <summary>Calls the tools that the model asks for, and the model again, as the middleware of Microsoft.Extensions.AI does.</summary>
internal sealed class ToolCallingClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var conversation = messages.ToList();
        var answers = new List<ChatMessage>();
        while (true)
        {
            var response = await base.GetResponseAsync(conversation, options, cancellationToken);
            answers.AddRange(response.Messages);
            if (await CallToolsAsync(response.Messages, options, cancellationToken) is not { } results)
            {
                response.Messages = answers;
                return response;
            }

            answers.Add(results);
            conversation.AddRange([.. response.Messages, results]);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var conversation = messages.ToList();
        while (true)
        {
            var updates = new List<ChatResponseUpdate>();
            await foreach (var update in base.GetStreamingResponseAsync(conversation, options, cancellationToken))
            {
                updates.Add(update);
                yield return update;
            }

            var answers = updates.ToChatResponse().Messages;
            if (await CallToolsAsync(answers, options, cancellationToken) is not { } results)
                yield break;
            yield return new(ChatRole.Tool, results.Contents);
            conversation.AddRange([.. answers, results]);
        }
    }

    // Null: the model has asked for none.
    private static async ValueTask<ChatMessage?> CallToolsAsync(IEnumerable<ChatMessage> answers, ChatOptions? options, CancellationToken cancellationToken)
    {
        var calls = answers.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
        if (calls.Count == 0)
            return null;
        var results = new List<AIContent>();
        foreach (var call in calls)
            results.Add(new FunctionResultContent(call.CallId, await CallAsync(call, options, cancellationToken)));
        return new(ChatRole.Tool, results);
    }

    private static async ValueTask<object?> CallAsync(FunctionCallContent call, ChatOptions? options, CancellationToken cancellationToken)
    {
        if (options?.Tools?.OfType<AIFunction>().FirstOrDefault(tool => tool.Name == call.Name) is not { } tool)
            return $"there is no tool {call.Name}";
        try
        {
            return await tool.InvokeAsync(new(call.Arguments), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return "the tool failed";
        }
    }
}
