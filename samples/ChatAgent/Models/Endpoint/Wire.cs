using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatAgent.Models.Endpoint;

// The chat completions of OpenAI (https://platform.openai.com/docs/api-reference/chat), as far as this agent uses them.

internal sealed record WireRequest(string Model, IReadOnlyList<WireMessage> Messages, IReadOnlyList<WireTool>? Tools)
{
    public bool Stream => true;

    public WireStreamOptions StreamOptions { get; } = new(IncludeUsage: true);
}

internal sealed record WireStreamOptions(bool IncludeUsage);

internal sealed record WireMessage(string Role, string? Content, IReadOnlyList<WireCall>? ToolCalls = null, string? ToolCallId = null);

internal sealed record WireTool(WireFunction Function)
{
    public string Type => "function";
}

internal sealed record WireFunction(string Name, string Description, JsonElement Parameters);

/// <summary>A call of a tool; in a stream a piece of one, whose arguments are part of a JSON text.</summary>
internal sealed record WireCall(string? Id, WireCalled? Function, int? Index = null)
{
    public string Type => "function";
}

internal sealed record WireCalled(string? Name, string? Arguments);

internal sealed record WireChunk(string? Id, string? Model, IReadOnlyList<WireChoice>? Choices, WireUsage? Usage, WireError? Error);

internal sealed record WireError(string? Message);

internal sealed record WireChoice(WireDelta? Delta, string? FinishReason);

internal sealed record WireDelta(string? Content, IReadOnlyList<WireCall>? ToolCalls);

internal sealed record WireUsage(long? PromptTokens, long? CompletionTokens, long? TotalTokens);

/// <summary>Reads and writes the wire's JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireRequest))]
[JsonSerializable(typeof(WireChunk))]
internal sealed partial class WireJson : JsonSerializerContext;
