using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>Lets <see cref="HookResult"/> be a member of types that System.Text.Json reads and writes.</summary>
public sealed class HookResultJsonConverter : JsonConverter<HookResult>
{
    /// <inheritdoc/>
    public override HookResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        HookResultJson.From(PlainValueReader.ReadObject(ref reader, HookResultJson.MaxDepth));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, HookResult value, JsonSerializerOptions options) =>
        HookResultJson.Write(writer, value, HookJsonUnknown.Refuse);
}
