using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace ChatAgent.Models.Endpoint;

/// <summary>A live model behind any endpoint that speaks OpenAI's chat completions, always streamed.</summary>
internal sealed class EndpointChatClient(EndpointSettings settings, HttpClient http) : IChatClient
{
    private const int ShownErrorLength = 300;

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(WireMessages.ToWire(settings.Model, messages, options), cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        var calls = new ToolCallPieces();
        var isStream = false;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            // Server-sent events; of their fields only "data" is in use, and one line is a whole event.
            if (!line.StartsWith("data:", StringComparison.Ordinal))
                continue;
            isStream = true;
            if (line.AsSpan(5).Trim() is not "[DONE]" && JsonSerializer.Deserialize(line.AsSpan(5), WireJson.Default.WireChunk) is { } chunk)
                yield return ToUpdate(chunk, calls);
        }

        if (!isStream)
            throw new HttpRequestException($"{settings.Url} answered, but not with a stream of chat completions");

        // Not every server says why it has finished.
        if (calls.Take() is { Count: > 0 } left)
            yield return new(ChatRole.Assistant, left) { FinishReason = ChatFinishReason.ToolCalls };
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("endpoint", settings.Url, settings.Model)
        : serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(WireRequest body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Url, "chat/completions"))
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Default.WireRequest)),
        };
        request.Content.Headers.ContentType = new("application/json");
        if (settings.Key is { Length: > 0 } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new HttpRequestException($"{settings.Url} answered {(int)response.StatusCode}: {Shorten(text)}");
        }
    }

    private static string Shorten(string text) => text.Length <= ShownErrorLength ? text : $"{text[..ShownErrorLength]}...";

    private ChatResponseUpdate ToUpdate(WireChunk chunk, ToolCallPieces calls)
    {
        if (chunk.Error is { } error)
            throw new HttpRequestException($"{settings.Url} answered with an error: {Shorten(error.Message ?? "it does not say which")}");
        var contents = new List<AIContent>();
        var choice = chunk.Choices is [var first, ..] ? first : null;
        if (choice?.Delta?.Content is { Length: > 0 } text)
            contents.Add(new TextContent(text));
        foreach (var piece in choice?.Delta?.ToolCalls ?? [])
            calls.Add(piece);
        if (choice?.FinishReason is not null)
            contents.AddRange(calls.Take());
        if (chunk.Usage is { } usage)
            contents.Add(new UsageContent(new() { InputTokenCount = usage.PromptTokens, OutputTokenCount = usage.CompletionTokens, TotalTokenCount = usage.TotalTokens }));
        return new(ChatRole.Assistant, contents)
        {
            ResponseId = chunk.Id,
            MessageId = chunk.Id,
            ModelId = chunk.Model,
            FinishReason = choice?.FinishReason is { } reason ? new ChatFinishReason(reason) : null,
        };
    }
}
