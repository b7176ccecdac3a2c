using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hooks;

// System.Text.Json by itself puts null where JSON has null or nothing, also into types that know no null. A guard would
// then fail, or compare with null, on input that someone else wrote.

/// <summary>Lists of texts, none of which is null.</summary>
internal sealed class TextListJsonConverter : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValueReader.ReadValue(ref reader) is IReadOnlyList<object?> list && list.All(item => item is string)
            ? list.Select(item => (string)item!).ToArray()
            : throw new JsonException("An array of texts was expected.");

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in value)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}

/// <summary>Small objects of nothing but two texts.</summary>
internal abstract class TextPairJsonConverter<T>(string first, string second) : JsonConverter<T>
    where T : class
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValueReader.ReadValue(ref reader) is HookArguments pair && pair.TryGetString(first, out var a) && pair.TryGetString(second, out var b)
            ? Make(a, b)
            : throw new JsonException($"An object with the texts '{first}' and '{second}' was expected.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var (a, b) = Split(value);
        writer.WriteStartObject();
        writer.WriteString(first, a);
        writer.WriteString(second, b);
        writer.WriteEndObject();
    }

    protected abstract T Make(string first, string second);

    protected abstract (string First, string Second) Split(T value);
}

/// <summary>Messages of a conversation.</summary>
internal sealed class HookMessageJsonConverter() : TextPairJsonConverter<HookMessage>("role", "content")
{
    protected override HookMessage Make(string first, string second) => new(first, second);

    protected override (string First, string Second) Split(HookMessage value) => (value.Role, value.Content);
}

/// <summary>Changed parts of files.</summary>
internal sealed class FileReplacementJsonConverter() : TextPairJsonConverter<FileReplacement>("old_text", "new_text")
{
    protected override FileReplacement Make(string first, string second) => new(first, second);

    protected override (string First, string Second) Split(FileReplacement value) => (value.OldText, value.NewText);
}
