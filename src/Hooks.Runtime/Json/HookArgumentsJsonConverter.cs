using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>Lets <see cref="HookArguments"/> be members of types that System.Text.Json reads and writes.</summary>
public sealed class HookArgumentsJsonConverter : JsonConverter<HookArguments>
{
    /// <inheritdoc/>
    public override HookArguments Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValueReader.ReadObject(ref reader, HookArguments.MaxDepth);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, HookArguments value, JsonSerializerOptions options) =>
        PlainValueWriter.Write(writer, value);
}
