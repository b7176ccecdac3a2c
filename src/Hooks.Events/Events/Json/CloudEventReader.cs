using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hooks.Events;

/// <summary>Reads CloudEvents. Attributes that are valid but of which an event has no member become metadata.</summary>
internal static partial class CloudEventReader
{
    public static HookEvent Read(JsonElement json, string what = "A CloudEvent")
    {
        var members = EventJsonReader.MembersOf(json, what);
        if (EventJsonReader.RequireText(members, "specversion", what) is var version && version != "1.0")
            throw EventJsonReader.Wrong(what, "specversion", "'1.0'", EventType.Quote(version));
        var id = EventJsonReader.RequireText(members, "id", what);
        var source = SourceOf(EventJsonReader.RequireText(members, "source", what), what);
        var traceParent = EventJsonReader.TakeText(members, "traceparent", what);
        var traceState = EventJsonReader.TakeText(members, "tracestate", what);

        // An invalid trace is no reason to refuse the event; W3C Trace Context starts a new one.
        var hasTrace = traceParent is not null && TraceText.TryParse(traceParent, traceState, out _);
        return new HookEvent(EventJsonReader.RequireType(members, what))
        {
            Id = id,
            Source = source,
            Time = EventJsonReader.TakeTime(members, "time", what),
            Version = EventJsonReader.TakeText(members, "schemaversion", what) ?? HookEvent.DefaultVersion,
            CorrelationId = EventJsonReader.TakeText(members, "correlationid", what),
            CausationId = EventJsonReader.TakeText(members, "causationid", what),
            SessionId = EventJsonReader.TakeText(members, "sessionid", what),
            Sequence = TakeSequence(members),
            ExpiresAt = EventJsonReader.TakeTime(members, "expirytime", what),
            TraceParent = hasTrace ? traceParent : null,
            TraceState = hasTrace ? traceState : null,
            Data = TakeData(members, what),
            Metadata = MetadataOf(members, what),
        };
    }

    private static HookEventSource SourceOf(string uri, string what)
    {
        try
        {
            return HookEventSource.Parse(uri);
        }
        catch (FormatException)
        {
            throw EventJsonReader.Wrong(what, "source", "a URI reference", EventType.Quote(uri));
        }
    }

    // Sequences of other systems need not be numbers; such a one stays metadata.
    private static long TakeSequence(Dictionary<string, JsonElement> members)
    {
        if (!members.TryGetValue("sequence", out var value) || value.ValueKind != JsonValueKind.String || !Digits().IsMatch(value.GetRawText())
            || !long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return 0;
        members.Remove("sequence");
        return sequence;
    }

    private static EventData? TakeData(Dictionary<string, JsonElement> members, string what)
    {
        var contentType = EventJsonReader.TakeText(members, "datacontenttype", what);
        if (contentType is not null && !MediaType.IsValid(contentType))
            throw EventJsonReader.Wrong(what, "datacontenttype", "a media type (RFC 2046)", EventType.Quote(contentType));
        var hasData = members.Remove("data", out var data);
        if (!members.Remove("data_base64", out var base64))
            return hasData ? EventData.FromJson(data, contentType == "application/json" ? null : contentType) : null;
        if (hasData)
            throw new JsonException($"{what} has both 'data' and 'data_base64'.");
        if (base64.ValueKind != JsonValueKind.String || !base64.TryGetBytesFromBase64(out var bytes))
            throw EventJsonReader.Wrong(what, "data_base64", "bytes in base64", "something else");
        return contentType is null ? EventData.FromUntypedBytes(bytes) : EventData.FromBytes(bytes, contentType);
    }

    private static EventMetadata MetadataOf(Dictionary<string, JsonElement> members, string what)
    {
        if (members.Count == 0)
            return EventMetadata.Empty;
        var entries = new List<KeyValuePair<string, object>>(members.Count);
        foreach (var (name, json) in members)
        {
            object? value = json.ValueKind switch
            {
                JsonValueKind.String => EventJsonReader.TextOf(json, what, name),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Number when json.TryGetInt32(out var number) => number,
                _ => throw EventJsonReader.Wrong(what, name, "a text, true, false, or a whole number of 32 bits", json.ValueKind == JsonValueKind.Number ? json.GetRawText() : $"of the kind {json.ValueKind}"),
            };
            if (EventMetadata.Check(name, value) is { } error)
                throw new JsonException($"{what}: {error}", name, null, null);
            entries.Add(new(name, value));
        }

        return new(entries);
    }

    [GeneratedRegex("\\A\"[0-9]{1,20}\"\\z")]
    private static partial Regex Digits();
}
