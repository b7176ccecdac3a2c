using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tools;

/// <summary>Results of functions: as hooks see them, and as the model is given them.</summary>
internal static class FunctionResult
{
    /// <summary>Functions that are made of methods give text as JSON; hooks see the text.</summary>
    public static object? ForHooks(object? result) =>
        result is JsonElement { ValueKind: JsonValueKind.String } text ? text.GetString() : result;

    /// <summary>What the model is given of a call that did not fail: the reason where it was denied, or its result withheld.</summary>
    /// <param name="call">The call as it has ended.</param>
    /// <param name="given">What the function gave last; null if it was not called.</param>
    /// <param name="serializer">Knows the function's types.</param>
    public static object? ForModel(ToolCallContext call, GivenResult? given, JsonSerializerOptions serializer)
    {
        var result = call.ErrorMessage is { } reason ? reason
            : call.Result is not null && ReferenceEquals(call.Result, given?.Seen) ? given?.Raw
            : Plain(call.Result);
        if (call.AddedContext.Count == 0)
            return result;
        return result switch
        {
            AIContent content => (List<AIContent>)[content, .. call.AddedContext.Select(text => new TextContent(text))],
            IEnumerable<AIContent> contents => (List<AIContent>)[.. contents, .. call.AddedContext.Select(text => new TextContent(text))],
            _ => string.Join("\n\n", [TextOf(result, serializer), .. call.AddedContext]),
        };
    }

    /// <summary>A value that a hook gave, as others know it: objects and lists as JSON.</summary>
    public static object? Plain(object? value) => value is HookArguments or IReadOnlyList<object?> ? ToJson(value) : value;

    /// <summary>A result as text.</summary>
    public static string TextOf(object? result, JsonSerializerOptions? serializer = null) => ForHooks(result) switch
    {
        null => string.Empty,
        string text => text,
        JsonElement json => json.GetRawText(),
        HookArguments or IReadOnlyList<object?> => ToJson(result).GetRawText(),
        TextContent content => content.Text,
        IEnumerable<AIContent> contents => string.Concat(contents.OfType<TextContent>().Select(content => content.Text)),
        var other => TypeOf(other, serializer) is { } type ? JsonSerializer.Serialize(other, type) : other.ToString() ?? string.Empty,
    };

    private static JsonTypeInfo? TypeOf(object value, JsonSerializerOptions? serializer) =>
        (serializer ?? AIJsonUtilities.DefaultOptions).TryGetTypeInfo(value.GetType(), out var type) ? type : null;

    private static JsonElement ToJson(object? plain)
    {
        using var json = JsonDocument.Parse(new HookArguments { ["result"] = plain }.ToJson());
        return json.RootElement.GetProperty("result").Clone();
    }
}

/// <summary>What a function gave.</summary>
/// <param name="Raw">The result itself, which the model gets where hooks have left it alone.</param>
/// <param name="Seen">What hooks see of it.</param>
internal sealed record GivenResult(object? Raw, object? Seen);
