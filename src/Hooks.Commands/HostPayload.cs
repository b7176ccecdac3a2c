using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hooks.Commands;

/// <summary>What a coding agent has written to the command's standard input, as it is.</summary>
public sealed class HostPayload
{
    internal HostPayload(CodingAgent agent, string eventName, JsonElement root)
    {
        Agent = agent;
        EventName = eventName;
        Root = root;
    }

    /// <summary>What an agent would have written, for the test of a hook on a <see cref="HostEventContext"/>.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="eventName">The event's name as the agent writes it.</param>
    /// <param name="json">The payload.</param>
    /// <exception cref="ArgumentException"><paramref name="json"/> is no JSON object.</exception>
    public static HostPayload Parse(CodingAgent agent, string eventName, string json)
    {
        ArgumentNullException.ThrowIfNull(eventName);
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new(agent, eventName, document.RootElement.Clone())
                : throw new ArgumentException($"A payload is a JSON object; this is {document.RootElement.ValueKind}.", nameof(json));
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"The payload is not JSON: {error.Message}", nameof(json), error);
        }
    }

    /// <summary>The agent.</summary>
    public CodingAgent Agent { get; }

    /// <summary>The event's name as the agent writes it, for example <c>PreToolUse</c>.</summary>
    public string EventName { get; }

    /// <summary>The whole payload: a JSON object, with the members too that have no place in a context.</summary>
    public JsonElement Root { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="name">The member, for example <c>transcript_path</c>.</param>
    /// <param name="text">The text.</param>
    /// <returns>Whether the payload has that member, and it is a text.</returns>
    /// <exception cref="InvalidOperationException">It is a text with half a surrogate pair, which nothing can be compared with.</exception>
    public bool TryGetString(string name, [NotNullWhen(true)] out string? text)
    {
        text = Text(name);
        return text is not null;
    }

    internal string? Text(string name) => Text(Root, name);

    /// <summary>The first of several members that is there: agents name the same thing differently.</summary>
    internal string? Text(string name, string otherName) => Text(Root, name) ?? Text(Root, otherName);

    internal static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal bool IsTrue(string name) => Root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    internal JsonElement? Member(string name) => Root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    internal long? Number(string name) => Root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    internal decimal? Amount(string name) => Root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) ? amount : null;

    /// <summary>A member that there has to be.</summary>
    /// <exception cref="PayloadException">It is not there, or no text.</exception>
    internal string Required(string name, string otherName) => Text(name, otherName) is { Length: > 0 } text
        ? text
        : throw new PayloadException($"The payload of {EventName} has no text '{name}'.");

    internal string Required(string name) => Required(name, name);

    internal string Existing(string name, string otherName) => Root.TryGetProperty(name, out _) ? name : otherName;

    /// <summary>An object as arguments, which there has to be: a guard that sees none would find nothing to object to.</summary>
    /// <exception cref="PayloadException">It is not there, or cannot be read.</exception>
    internal HookArguments RequiredArguments(string name) =>
        Member(name) is null ? throw new PayloadException($"The payload of {EventName} has no arguments of the tool.") : Arguments(name);

    /// <summary>An object as arguments; none if it is not there.</summary>
    /// <exception cref="PayloadException">It is no object, or has what arguments cannot have, such as a name twice.</exception>
    internal HookArguments Arguments(string name)
    {
        if (Member(name) is not { } value)
            return new();
        try
        {
            // Some agents write the object as a text.
            if (value.ValueKind == JsonValueKind.String)
                return IsFreeForm(value) ? new() { ["input"] = value.GetString() } : HookArguments.Parse(value.GetString()!);
            return value.ValueKind == JsonValueKind.Object ? new(value) : throw new PayloadException($"'{name}' of {EventName} is not an object.");
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new PayloadException($"'{name}' of {EventName} cannot be read: {error.Message}");
        }
    }

    /// <summary>Whether arguments are the bare text of a tool that takes no object: Copilot CLI gives hooks a patch as its model has written it.</summary>
    internal bool IsFreeForm(string name) => Member(name) is { } value && IsFreeForm(value);

    private bool IsFreeForm(JsonElement value) =>
        Agent == CodingAgent.CopilotCli && value.ValueKind == JsonValueKind.String && value.GetString()!.AsSpan().TrimStart().StartsWith("*** Begin Patch", StringComparison.Ordinal);

    /// <summary>A member in the types that arguments have.</summary>
    /// <exception cref="PayloadException">It has what arguments cannot have.</exception>
    internal object? Value(string name)
    {
        if (Member(name) is not { } value)
            return null;
        try
        {
            return PlainValue.From(name, value, 1);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new PayloadException($"'{name}' of {EventName} cannot be read: {error.Message}");
        }
    }
}
