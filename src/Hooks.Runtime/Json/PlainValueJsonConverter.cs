using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>Members of type <see cref="object"/>: results, values, data. They are read back as plain values.</summary>
/// <param name="member">The member's name, for messages.</param>
/// <param name="unknown">What is done with a value that has no JSON form.</param>
internal sealed class PlainValueJsonConverter(string member, HookJsonUnknown unknown) : JsonConverter<object>
{
    /// <exception cref="NotSupportedException">The value has no JSON form, and is to be refused.</exception>
    public static object? ToPlain(string path, object? value, HookJsonUnknown unknown)
    {
        try
        {
            return PlainValue.From(path, value, 1, describe: unknown == HookJsonUnknown.TypeName);
        }
        catch (ArgumentException e) when (value is not null)
        {
            return unknown == HookJsonUnknown.TypeName
                ? PlainValue.Description(value)
                : throw new NotSupportedException($"{e.Message} To have the type's name written instead, ask for {nameof(HookJsonUnknown)}.{nameof(HookJsonUnknown.TypeName)}.", e);
        }
    }

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValueReader.ReadValue(ref reader);

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        PlainValueWriter.Write(writer, ToPlain(member, value, unknown));
}
