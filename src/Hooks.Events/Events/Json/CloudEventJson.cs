using System.Text;
using System.Text.Json;

namespace Hooks.Events;

/// <summary>Events in the JSON format of CloudEvents 1.0 (github.com/cloudevents/spec, cloudevents/formats/json-format.md), single and as a batch.</summary>
public static class CloudEventJson
{
    /// <summary>The media type of one event.</summary>
    public const string ContentType = "application/cloudevents+json";

    /// <summary>The media type of a batch.</summary>
    public const string BatchContentType = "application/cloudevents-batch+json";

    /// <summary>An event as a CloudEvent.</summary>
    /// <param name="hookEvent">The event.</param>
    /// <exception cref="InvalidOperationException">It has no source: it has not been published, and was not given one.</exception>
    public static string Serialize(HookEvent hookEvent)
    {
        ArgumentNullException.ThrowIfNull(hookEvent);
        return Encoding.UTF8.GetString(EventData.Write(writer => CloudEventWriter.Write(writer, hookEvent)));
    }

    /// <summary>Events as a batch: a JSON array of CloudEvents.</summary>
    /// <param name="hookEvents">The events.</param>
    /// <exception cref="InvalidOperationException">One has no source.</exception>
    public static string SerializeBatch(IEnumerable<HookEvent> hookEvents)
    {
        ArgumentNullException.ThrowIfNull(hookEvents);
        return Encoding.UTF8.GetString(EventData.Write(writer =>
        {
            writer.WriteStartArray();
            foreach (var hookEvent in hookEvents)
                CloudEventWriter.Write(writer, hookEvent);
            writer.WriteEndArray();
        }));
    }

    /// <summary>Writes an event as a CloudEvent.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="hookEvent">The event.</param>
    /// <exception cref="InvalidOperationException">It has no source; nothing is written.</exception>
    public static void Write(Utf8JsonWriter writer, HookEvent hookEvent)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(hookEvent);
        CloudEventWriter.Write(writer, hookEvent);
    }

    /// <summary>Reads a CloudEvent.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="JsonException">It is no valid CloudEvent; the message names the member.</exception>
    public static HookEvent Parse(string json)
    {
        using var document = JsonDocument.Parse(json, EventJsonReader.Options(around: 1));
        return CloudEventReader.Read(document.RootElement);
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="utf8Json">The JSON in UTF-8.</param>
    public static HookEvent Parse(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json, EventJsonReader.Options(around: 1));
        return CloudEventReader.Read(document.RootElement);
    }

    /// <summary>Reads a batch of CloudEvents; one that is invalid makes the batch invalid.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="JsonException">It is no array of valid CloudEvents; the message names the event and the member.</exception>
    public static IReadOnlyList<HookEvent> ParseBatch(string json)
    {
        using var document = JsonDocument.Parse(json, EventJsonReader.Options(around: 2));
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw EventJsonReader.Wrong("A batch of CloudEvents", null, "an array", $"of the kind {document.RootElement.ValueKind}");
        var events = new List<HookEvent>();
        foreach (var element in document.RootElement.EnumerateArray())
            events.Add(CloudEventReader.Read(element, $"CloudEvent {events.Count} of the batch"));
        return events;
    }
}
