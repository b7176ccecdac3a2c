using System.Text.Json;

namespace Hooks.Commands;

/// <summary>A value of a hook as text or JSON for an agent.</summary>
internal static class AnswerText
{
    public static string Of(object? value) => value as string ?? PlainValueWriter.ToJson(PlainValue.From("value", value, 1));

    public static void Write(Utf8JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(name);
        PlainValueWriter.Write(writer, PlainValue.From(name, value, 1));
    }
}
