using ChatAgent.Screen;
using Hooks;
using Hooks.Extensions.AI;
using Microsoft.Extensions.AI;

namespace ChatAgent.Chatting;

/// <summary>Answers what a person says: asks the model, calls the tools that it wants, and asks again until it has nothing to call.</summary>
/// <param name="model">The model, with hooks around each of its calls.</param>
/// <param name="tools">The tools, with hooks around each of them.</param>
/// <param name="timeline">Where the answer is shown as it comes in.</param>
internal sealed class ChatLoop(IChatClient model, IReadOnlyList<AIFunction> tools, Timeline timeline)
{
    private const int MaxRounds = 10;
    private const string Instructions = "You help at the support desk of a small shop. Use the tools; say what you did in a sentence or two.";

    private readonly ChatOptions _options = new() { Tools = [.. tools] };
    private readonly List<ChatMessage> _conversation = [new(ChatRole.System, Instructions)];

    /// <summary>One turn: from what the person says to the agent's answer.</summary>
    /// <param name="said">What the person says.</param>
    /// <param name="hints">What hooks want the model to know besides.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    /// <returns>The answer.</returns>
    public async Task<string> AnswerAsync(string said, IEnumerable<string> hints, CancellationToken cancellationToken)
    {
        _conversation.AddRange(hints.Select(hint => new ChatMessage(ChatRole.System, hint)));
        _conversation.Add(new(ChatRole.User, said));
        for (var round = 1; round <= MaxRounds; round++)
        {
            var answer = await AskModelAsync(cancellationToken);
            _conversation.AddRange(answer.Messages);
            var calls = answer.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
            if (calls.Count == 0)
                return answer.Text;
            _conversation.Add(new(ChatRole.Tool, await CallToolsAsync(calls, cancellationToken)));
        }

        timeline.ShowNotice($"stopped after {MaxRounds} rounds");
        return "";
    }

    private async Task<ChatResponse> AskModelAsync(CancellationToken cancellationToken)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in model.GetStreamingResponseAsync(_conversation, _options, cancellationToken))
        {
            updates.Add(update);
            timeline.ShowAnswer(update.Text);
        }

        timeline.EndAnswer();
        return updates.ToChatResponse();
    }

    private async Task<List<AIContent>> CallToolsAsync(List<FunctionCallContent> calls, CancellationToken cancellationToken)
    {
        var results = new List<AIContent>();
        foreach (var call in calls)
            results.Add(new FunctionResultContent(call.CallId, await CallToolAsync(call, cancellationToken)));
        return results;
    }

    private async Task<object?> CallToolAsync(FunctionCallContent call, CancellationToken cancellationToken)
    {
        if (tools.FirstOrDefault(tool => tool.Name == call.Name) is not { } tool)
            return $"there is no tool '{call.Name}'";
        if (call.Exception is not null)
            return "the arguments are not valid JSON";
        try
        {
            return await tool.InvokeAsync(call, services: null, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return $"the tool failed: {exception.Message}";
        }
    }
}
