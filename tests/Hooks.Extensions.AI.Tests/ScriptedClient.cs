using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests;

/// <summary>A client whose answers a test gives, and that keeps what it is asked.</summary>
internal sealed class ScriptedClient : IChatClient
{
    private readonly Func<ScriptedRequest, Task<ChatResponse>> _answer;

    public ScriptedClient(Func<ScriptedRequest, Task<ChatResponse>> answer) => _answer = answer;

    public ScriptedClient(params string[] texts)
        : this(request => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, texts[request.Number])) { FinishReason = ChatFinishReason.Stop }))
    {
    }

    public List<ScriptedRequest> Requests { get; } = [];

    public ScriptedRequest Last => Requests[^1];

    /// <summary>The pieces of a streamed answer. Default: the answer that is not streamed, in its own pieces.</summary>
    public Func<ScriptedRequest, IAsyncEnumerable<ChatResponseUpdate>>? Stream { get; init; }

    public static async IAsyncEnumerable<ChatResponseUpdate> Pieces(params IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            await Task.Yield();
            yield return new(ChatRole.Assistant, text) { MessageId = "m1" };
        }
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        _answer(Take(messages, options, cancellationToken));

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = Take(messages, options, cancellationToken);
        if (Stream is { } stream)
        {
            await foreach (var update in stream(request).WithCancellation(cancellationToken))
                yield return update;
            yield break;
        }

        foreach (var update in (await _answer(request)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("acme", null, "small") : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private ScriptedRequest Take(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var request = new ScriptedRequest(Requests.Count, [.. messages], options ?? new(), cancellationToken);
        Requests.Add(request);
        return request;
    }
}

/// <summary>What a scripted client is asked.</summary>
internal sealed record ScriptedRequest(int Number, IReadOnlyList<ChatMessage> Messages, ChatOptions Options, CancellationToken CancellationToken)
{
    public IEnumerable<string> Texts => Messages.Select(message => $"{message.Role}: {message.Text}");

    public IEnumerable<string> ToolNames => (Options.Tools ?? []).Select(tool => tool.Name);

    /// <summary>Calls a tool as the client that stands beneath does.</summary>
    public ValueTask<object?> CallAsync(string tool, Dictionary<string, object?>? arguments = null) =>
        Options.Tools!.OfType<AIFunction>().First(function => function.Name == tool).InvokeAsync(new(arguments), CancellationToken);

    /// <summary>The call and its result, as that client adds them to its answer.</summary>
    public static IEnumerable<ChatMessage> Exchange(string callId, string tool, object? result) =>
    [
        new(ChatRole.Assistant, [new FunctionCallContent(callId, tool)]),
        new(ChatRole.Tool, [new FunctionResultContent(callId, result)]),
    ];
}
