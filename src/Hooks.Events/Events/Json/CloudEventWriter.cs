using System.Globalization;
using System.Text.Json;

namespace Hooks.Events;

/// <summary>Writes CloudEvents: required attributes, optional ones, extensions, data, in this order.</summary>
internal static class CloudEventWriter
{
    /// <summary>How many digits a sequence has, so that it sorts as text (the <c>sequence</c> extension of CloudEvents).</summary>
    private const string SequenceFormat = "D20";

    public static void Write(Utf8JsonWriter writer, HookEvent hookEvent)
    {
        var source = hookEvent.Source ?? throw new InvalidOperationException(
            $"The event '{hookEvent.Type}' has no source, which a CloudEvent needs. It gets one when it is published; or set its Source.");
        writer.WriteStartObject();
        writer.WriteString("specversion", "1.0");
        writer.WriteString("id", hookEvent.Id);
        writer.WriteString("source", source.Uri);
        writer.WriteString("type", hookEvent.Type);
        if (hookEvent.Time is { } time)
            writer.WriteString("time", TimeText(time));
        if (hookEvent.Data is { } data && (data.ContentType ?? (data.Bytes is null ? "application/json" : null)) is { } contentType)
            writer.WriteString("datacontenttype", contentType);
        WriteExtensions(writer, hookEvent);
        if (hookEvent.Data?.Bytes is { } bytes)
        {
            writer.WriteBase64String("data_base64", bytes.Span);
        }
        else if (hookEvent.Data is not null)
        {
            writer.WritePropertyName("data");
            writer.WriteRawValue(hookEvent.Data.Utf8Json.Span, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    internal static string TimeText(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    private static void WriteExtensions(Utf8JsonWriter writer, HookEvent hookEvent)
    {
        writer.WriteString("schemaversion", hookEvent.Version);
        WriteText(writer, "correlationid", hookEvent.CorrelationId);
        WriteText(writer, "causationid", hookEvent.CausationId);
        WriteText(writer, "sessionid", hookEvent.SessionId);
        if (hookEvent.Sequence > 0)
            writer.WriteString("sequence", hookEvent.Sequence.ToString(SequenceFormat, CultureInfo.InvariantCulture));
        WriteText(writer, "traceparent", hookEvent.TraceParent);
        if (hookEvent.TraceParent is not null)
            WriteText(writer, "tracestate", hookEvent.TraceState);
        if (hookEvent.ExpiresAt is { } expiry)
            writer.WriteString("expirytime", TimeText(expiry));
        foreach (var (name, value) in hookEvent.Metadata)
        {
            // The bus that has published the event last counts.
            if (name == "sequence" && hookEvent.Sequence > 0)
                continue;
            if (value is bool flag)
                writer.WriteBoolean(name, flag);
            else if (value is int number)
                writer.WriteNumber(name, number);
            else
                writer.WriteString(name, (string)value);
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            writer.WriteString(name, value);
    }
}
