using System.Text.Json;
using Hooks;

namespace ChatAgent.Recorded;

/// <summary>
/// The format of a line, one of <c>{"user": "text"}</c>, <c>{"say": "text"}</c> and
/// <c>{"calls": [{"tool": "name", "arguments": {}}]}</c>.
/// </summary>
internal static class RecordedLine
{
    private const string Kinds = "a line is {\"user\": TEXT}, {\"say\": TEXT} or {\"calls\": [{\"tool\": NAME, \"arguments\": {}}]}";

    /// <summary>Reads a line; one of the two is null.</summary>
    /// <exception cref="FormatException">It is none of the three.</exception>
    public static (string? User, RecordedAnswer? Answer) Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, new() { MaxDepth = HookArguments.MaxDepth });
            if (document.RootElement.ValueKind != JsonValueKind.Object || document.RootElement.EnumerateObject().Count() != 1)
                throw new FormatException(Kinds);
            var member = document.RootElement.EnumerateObject().First();
            return (member.Name, member.Value.ValueKind) switch
            {
                ("user", JsonValueKind.String) => (member.Value.GetString(), null),
                ("say", JsonValueKind.String) => (null, new(member.Value.GetString()!, [])),
                ("calls", JsonValueKind.Array) => (null, new("", [.. member.Value.EnumerateArray().Select(ToCall)])),
                _ => throw new FormatException(Kinds),
            };
        }
        catch (JsonException exception)
        {
            throw new FormatException($"not valid JSON at byte {exception.BytePositionInLine}", exception);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    private static RecordedCall ToCall(JsonElement call) =>
        call.ValueKind == JsonValueKind.Object
        && call.TryGetProperty("tool", out var tool) && tool.ValueKind == JsonValueKind.String && tool.GetString() is { Length: > 0 } name
        && call.TryGetProperty("arguments", out var arguments) && arguments.ValueKind == JsonValueKind.Object
            ? new(name, new(arguments))
            : throw new FormatException(Kinds);
}
