using System.Text.Json;

namespace Hooks.Commands;

/// <summary>The requests and answers of models as Gemini CLI writes them.</summary>
internal static class GeminiModel
{
    public static ModelCallContext ReadCall(HostEventContext parent)
    {
        var request = Request(parent.Payload);
        return new()
        {
            Parent = parent,
            Model = HostPayload.Text(request, "model"),
            Provider = "gemini",
            Messages = Messages(request),
            Options = request.TryGetProperty("config", out var config) && config.ValueKind == JsonValueKind.Object ? new(config) : new(),
            ToolNames = ToolNames(request) ?? [],
        };
    }

    public static StreamChunkContext ReadChunk(HostEventContext parent) => new()
    {
        Parent = parent,
        Text = parent.Payload.Member("llm_response") is { } response ? TextOf(response) : throw new PayloadException("The payload of AfterModel has no 'llm_response'."),
        Model = HostPayload.Text(Request(parent.Payload), "model"),
        Provider = "gemini",
    };

    public static ToolDiscoveryContext ReadSelection(HostEventContext parent)
    {
        var request = Request(parent.Payload);
        var names = ToolNames(request);
        return new() { Parent = parent, ToolNames = names ?? [], IsOfferUnknown = names is null, Model = HostPayload.Text(request, "model") };
    }

    /// <summary>The text of an answer: that of all parts of its first candidate, or its own.</summary>
    private static string TextOf(JsonElement response)
    {
        if (HostPayload.Text(response, "text") is { } text)
            return text;
        if (response.ValueKind != JsonValueKind.Object || !response.TryGetProperty("candidates", out var candidates) || candidates.ValueKind != JsonValueKind.Array || candidates.GetArrayLength() == 0
            || candidates[0].ValueKind != JsonValueKind.Object || !candidates[0].TryGetProperty("content", out var content)
            || content.ValueKind != JsonValueKind.Object || !content.TryGetProperty("parts", out var parts) || parts.ValueKind != JsonValueKind.Array)
        {
            return "";
        }

        return string.Concat(parts.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.String ? part.GetString() : HostPayload.Text(part, "text")));
    }

    private static JsonElement Request(HostPayload payload) => payload.Member("llm_request") is { ValueKind: JsonValueKind.Object } request
        ? request
        : throw new PayloadException($"The payload of {payload.EventName} has no object 'llm_request'.");

    private static List<HookMessage> Messages(JsonElement request)
    {
        var messages = new List<HookMessage>();
        if (!request.TryGetProperty("messages", out var entries) || entries.ValueKind != JsonValueKind.Array)
            return messages;
        foreach (var entry in entries.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("content", out var content))
                messages.Add(new(HostPayload.Text(entry, "role") ?? "user", content.ValueKind == JsonValueKind.String ? content.GetString()! : content.GetRawText()));
        }

        return messages;
    }

    // The versions that are known leave them out, whatever they offer.
    private static List<string>? ToolNames(JsonElement request)
    {
        if (!request.TryGetProperty("config", out var config) || config.ValueKind != JsonValueKind.Object || !config.TryGetProperty("tools", out var tools) || tools.ValueKind != JsonValueKind.Array)
            return null;
        var names = new List<string>();
        foreach (var tool in tools.EnumerateArray())
        {
            if (tool.ValueKind == JsonValueKind.Object && tool.TryGetProperty("functionDeclarations", out var functions) && functions.ValueKind == JsonValueKind.Array)
                names.AddRange(functions.EnumerateArray().Select(function => HostPayload.Text(function, "name")).OfType<string>());
            else if (HostPayload.Text(tool, "name") is { } name)
                names.Add(name);
        }

        return names;
    }
}
