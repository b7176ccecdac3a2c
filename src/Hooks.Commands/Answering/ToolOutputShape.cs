using System.Text.Json;

namespace Hooks.Commands;

/// <summary>
/// Puts a text in the place of a tool's result in the shape of that result: agents ignore what has another shape, and would show the
/// model what was to be kept from it. Every text of the original goes, the first that is meant to be read becomes the new one.
/// </summary>
internal static class ToolOutputShape
{
    private static readonly string[] Main = ["stdout", "content", "text", "output", "result", "llmContent"];

    public static void Write(Utf8JsonWriter writer, JsonElement original, string text)
    {
        var isPlaced = false;
        Write(writer, original, text, FindMain(original), ref isPlaced);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, string text, string? main, ref bool isPlaced)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when main is null && !isPlaced:
                isPlaced = true;
                writer.WriteStringValue(text);
                break;
            case JsonValueKind.String:
                writer.WriteStringValue("");
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                WriteMembers(writer, value, text, main, ref isPlaced);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonElement value, string text, string? main, ref bool isPlaced)
    {
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            // A text that says of which kind the result is belongs to its shape.
            if (member.Name == "type" && member.Value.ValueKind == JsonValueKind.String)
            {
                member.WriteTo(writer);
                continue;
            }

            writer.WritePropertyName(member.Name);
            if (member.Name == main && !isPlaced && member.Value.ValueKind == JsonValueKind.String)
            {
                isPlaced = true;
                writer.WriteStringValue(text);
            }
            else
            {
                Write(writer, member.Value, text, main is null ? null : FindMain(member.Value) ?? main, ref isPlaced);
            }
        }

        writer.WriteEndObject();
    }

    private static string? FindMain(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var name in Main)
        {
            if (value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String)
                return name;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (FindMain(member.Value) is { } name)
                return name;
        }

        return null;
    }
}
