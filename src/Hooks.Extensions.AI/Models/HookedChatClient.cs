using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Hooks.Extensions.AI.Streaming;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Models;

/// <summary>A chat client with hooks around its calls.</summary>
internal sealed class HookedChatClient : DelegatingChatClient
{
    private readonly HookDispatcher _dispatcher;
    private readonly HookedChatClientOptions _options;

    public HookedChatClient(IChatClient inner, HookDispatcher dispatcher, HookedChatClientOptions options)
        : base(inner)
    {
        _dispatcher = dispatcher;
        _options = options;
    }

    private ChatClientMetadata? Metadata => InnerClient.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata;

    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType == typeof(HookDispatcher) ? _dispatcher : base.GetService(serviceType, serviceKey);
    }

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var request = await ModelRequest.MakeAsync(_dispatcher, _options, Metadata, messages, options, isStreaming: false, cancellationToken).ConfigureAwait(false);
        var final = await _dispatcher.InvokeModelAsync(request.Context, (call, token) => CallAsync(request, call, token), cancellationToken).ConfigureAwait(false);
        if (final.Error is { } error)
            ExceptionDispatchInfo.Throw(error);
        return ChatAnswer.Of(final, isShared: _dispatcher.HasHooks(HookPoint.BeforeModelCall));
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var request = await ModelRequest.MakeAsync(_dispatcher, _options, Metadata, messages, options, isStreaming: true, cancellationToken).ConfigureAwait(false);
        var updates = _dispatcher.StreamModelAsync(request.Context, (call, token) => StreamAsync(request, call, token), new ChatUpdateFormat { HoldBack = _options.HoldBack }, cancellationToken);
        await foreach (var update in updates.ConfigureAwait(false))
            yield return update;
    }

    private async ValueTask<object?> CallAsync(ModelRequest request, ModelCallContext call, CancellationToken cancellationToken)
    {
        var (messages, options, watch) = await request.ForClientAsync(call).ConfigureAwait(false);
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            foreach (var message in response.Messages)
                await watch.LookAtAnswerAsync(message.Contents).ConfigureAwait(false);
            ChatAnswer.Show(call, response);
            return response;
        }
        finally
        {
            watch.Close();
        }
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        ModelRequest request, ModelCallContext call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (messages, options, watch) = await request.ForClientAsync(call).ConfigureAwait(false);
        var isJudged = _dispatcher.ShouldFire(HookPoint.ModelStreamChunk);
        try
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
            {
                await watch.LookAtAnswerAsync(update.Contents).ConfigureAwait(false);
                foreach (var part in ChatUpdateFormat.Parts(update, isJudged))
                    yield return part;
            }
        }
        finally
        {
            watch.Close();
        }
    }
}
