using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>Durations as numbers of seconds, exact to the tick.</summary>
internal sealed class SecondsJsonConverter : JsonConverter<TimeSpan>
{
    public static decimal ToSeconds(TimeSpan time) => (decimal)time.Ticks / TimeSpan.TicksPerSecond;

    public static bool TryToTimeSpan(decimal seconds, out TimeSpan time)
    {
        var within = Math.Abs(seconds) <= long.MaxValue / TimeSpan.TicksPerSecond;
        time = within ? TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond)) : default;
        return within;
    }

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var seconds) && TryToTimeSpan(seconds, out var time)
            ? time
            : throw new JsonException("A duration must be a number of seconds.");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(ToSeconds(value));
}
