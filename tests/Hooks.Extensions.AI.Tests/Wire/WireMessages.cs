using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Hooks.Extensions.AI.Tests.Wire;

/// <summary>The two libraries' words for the same things.</summary>
internal static class WireMessages
{
    public static IEnumerable<OpenAI.Chat.ChatMessage> ToWire(ChatMessage message)
    {
        if (message.Role == ChatRole.System)
            return [new SystemChatMessage(message.Text)];
        if (message.Role == ChatRole.Tool)
            return message.Contents.OfType<FunctionResultContent>().Select(result => new ToolChatMessage(result.CallId, ToText(result.Result)));
        var calls = message.Contents.OfType<FunctionCallContent>()
            .Select(call => ChatToolCall.CreateFunctionToolCall(call.CallId, call.Name, BinaryData.FromString(JsonSerializer.Serialize(call.Arguments)))).ToList();
        return message.Role != ChatRole.Assistant ? [new UserChatMessage(message.Text)]
            : calls.Count > 0 ? [new AssistantChatMessage(calls)]
            : [new AssistantChatMessage(message.Text)];
    }

    public static ChatCompletionOptions ToWire(ChatOptions? options)
    {
        var wire = new ChatCompletionOptions();
        foreach (var tool in (options?.Tools ?? []).OfType<AIFunctionDeclaration>())
            wire.Tools.Add(ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.JsonSchema.GetRawText())));
        if (options?.Temperature is { } temperature)
            wire.Temperature = temperature;
        return wire;
    }

    public static FunctionCallContent ToCall(string id, string name, string arguments) =>
        new(id, name, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments));

    public static ChatFinishReason FromWire(OpenAI.Chat.ChatFinishReason reason) =>
        reason == OpenAI.Chat.ChatFinishReason.ToolCalls ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop;

    public static UsageDetails FromWire(ChatTokenUsage usage) =>
        new() { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount };

    private static string ToText(object? result) => result as string ?? (result is JsonElement { ValueKind: JsonValueKind.String } text
        ? text.GetString()! : JsonSerializer.Serialize(result));
}
