using System.Text;
using System.Text.Json;

namespace Hooks.Events;

/// <summary>Events in the plain shape of the Go systems: <c>{"type":...,"timestamp":...,"session_id":...,"data":...}</c>.</summary>
public static class PlainEventJson
{
    /// <summary>An event in the plain shape; what it has no member for is left out.</summary>
    /// <param name="hookEvent">The event.</param>
    public static string Serialize(HookEvent hookEvent)
    {
        ArgumentNullException.ThrowIfNull(hookEvent);
        return Encoding.UTF8.GetString(EventData.Write(writer => Write(writer, hookEvent)));
    }

    /// <summary>Writes an event in the plain shape.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="hookEvent">The event.</param>
    public static void Write(Utf8JsonWriter writer, HookEvent hookEvent)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(hookEvent);
        writer.WriteStartObject();
        writer.WriteString("type", hookEvent.Type);
        if (hookEvent.Time is { } time)
            writer.WriteString("timestamp", CloudEventWriter.TimeText(time));
        if (!string.IsNullOrEmpty(hookEvent.SessionId))
            writer.WriteString("session_id", hookEvent.SessionId);
        if (hookEvent.Data is { } data)
        {
            writer.WritePropertyName("data");
            writer.WriteRawValue(data.Utf8Json.Span, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads an event in the plain shape; members that it does not know are passed over.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="JsonException">It is no such event; the message names the member.</exception>
    public static HookEvent Parse(string json)
    {
        const string What = "An event";
        using var document = JsonDocument.Parse(json, EventJsonReader.Options(around: 1));
        var members = EventJsonReader.MembersOf(document.RootElement, What);
        return new HookEvent(EventJsonReader.RequireType(members, What))
        {
            Time = EventJsonReader.TakeTime(members, "timestamp", What),
            SessionId = EventJsonReader.TakeText(members, "session_id", What),
            Data = members.TryGetValue("data", out var data) ? EventData.FromJson(data) : null,
        };
    }
}
