using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hooks;

/// <summary>Writes plain values as JSON.</summary>
internal static class PlainValueWriter
{
    // The JSON goes to standard output, files and queues, not into HTML: commands stay readable (&& and quotes as they are).
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ToJson(object? plain) => ToText(writer => Write(writer, plain));

    public static string ToText(Action<Utf8JsonWriter> write) => ToText(write, Options);

    public static string ToText(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A time as System.Text.Json writes it: like the format O, with no more digits behind the second than it needs.</summary>
    public static string TimeText(IFormattable time)
    {
        var text = time.ToString("O", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.');
        var end = text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9') is >= 0 and var zone ? point + 1 + zone : text.Length;
        var kept = text.AsSpan(0, end).TrimEnd('0').TrimEnd('.');
        return string.Concat(kept, text.AsSpan(end));
    }

    public static void Write(Utf8JsonWriter writer, object? plain)
    {
        switch (plain)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case JsonElement number:
                number.WriteTo(writer);
                break;
            case HookArguments arguments:
                writer.WriteStartObject();
                foreach (var (name, value) in arguments)
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteStartArray();
                foreach (var item in (IReadOnlyList<object?>)plain)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
        }
    }
}
