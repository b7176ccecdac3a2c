using System.Text.Json;

namespace Hooks.Extensions.AI.Tests.Wire;

/// <summary>A request as the server got it.</summary>
internal sealed record WireRequest(string Path, string Text)
{
    public JsonElement Body { get; } = JsonDocument.Parse(Text).RootElement;

    public string? Model => Body.GetProperty("model").GetString();

    public bool IsStreaming => Body.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    /// <summary>The names of the tools that the model is offered, in order.</summary>
    public IEnumerable<string?> Tools => Body.TryGetProperty("tools", out var tools)
        ? tools.EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString())
        : [];

    /// <summary>The messages as role and text.</summary>
    public IEnumerable<(string? Role, string Text)> Messages => Body.GetProperty("messages").EnumerateArray()
        .Select(message => (message.GetProperty("role").GetString(), TextOf(message)));

    /// <summary>The results of tools, in order.</summary>
    public IEnumerable<string> ToolResults => Messages.Where(message => message.Role == "tool").Select(message => message.Text);

    // Text is a string, or an array of parts.
    private static string TextOf(JsonElement message) => !message.TryGetProperty("content", out var content) ? "" : content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString())),
        _ => "",
    };
}
