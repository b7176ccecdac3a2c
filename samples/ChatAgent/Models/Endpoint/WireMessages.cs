using System.Text.Json;
using Hooks;
using Microsoft.Extensions.AI;

namespace ChatAgent.Models.Endpoint;

/// <summary>The library's messages and tools in the wire's words.</summary>
internal static class WireMessages
{
    public static WireRequest ToWire(string model, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var tools = options?.Tools?.OfType<AIFunctionDeclaration>().Select(tool => new WireTool(new(tool.Name, tool.Description, tool.JsonSchema))).ToList();
        return new(options?.ModelId ?? model, [.. messages.SelectMany(ToWire)], tools is { Count: > 0 } ? tools : null);
    }

    private static IEnumerable<WireMessage> ToWire(ChatMessage message)
    {
        if (message.Role == ChatRole.Tool)
            return message.Contents.OfType<FunctionResultContent>().Select(result => new WireMessage("tool", ToText(result.Result), ToolCallId: result.CallId));
        var calls = message.Contents.OfType<FunctionCallContent>().Select(ToWire).ToList();
        return [new(message.Role.Value, message.Text.Length == 0 && calls.Count > 0 ? null : message.Text, calls.Count > 0 ? calls : null)];
    }

    private static WireCall ToWire(FunctionCallContent call) => new(call.CallId, new(call.Name, new HookArguments(call.Arguments ?? new Dictionary<string, object?>()).ToJson()));

    private static string ToText(object? result) => result switch
    {
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        JsonElement element => element.GetRawText(),
        _ => result?.ToString() ?? "",
    };
}
