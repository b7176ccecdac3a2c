using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hooks.Events;

/// <summary>What an event carries: JSON, or bytes. An object is written as JSON once, and only when someone needs that.</summary>
public sealed class EventData
{
    /// <summary>The most arrays and objects of JSON data within each other.</summary>
    public const int MaxDepth = 64;

    /// <summary>How everything in an event is written: readably, on one line.</summary>
    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    private readonly Func<byte[]>? _serialize;
    private readonly object _gate = new();
    private ReadOnlyMemory<byte>? _json;
    private HookArguments? _arguments;

    private EventData(object? value, Func<byte[]>? serialize, ReadOnlyMemory<byte>? json, string? contentType)
    {
        (Value, _serialize, _json, ContentType) = (value, serialize, json, contentType);
    }

    /// <summary>The object itself, where the event carries one of this process.</summary>
    public object? Value { get; }

    /// <summary>The media type; null means JSON.</summary>
    public string? ContentType { get; }

    /// <summary>The bytes, of data that is not JSON.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; private init; }

    /// <summary>The data as JSON in UTF-8, written at the first call. Bytes are a JSON text in base64.</summary>
    /// <exception cref="JsonException">The object cannot be written.</exception>
    public ReadOnlyMemory<byte> Utf8Json
    {
        get
        {
            lock (_gate)
                return _json ??= _serialize!();
        }
    }

    /// <summary>Data that is JSON already.</summary>
    /// <param name="utf8Json">One JSON value in UTF-8.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public static EventData FromJson(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json, Options);
        return FromJson(document.RootElement);
    }

    /// <inheritdoc cref="FromJson(ReadOnlyMemory{byte})"/>
    /// <param name="json">One JSON value.</param>
    public static EventData FromJson([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        using var document = JsonDocument.Parse(json, Options);
        return FromJson(document.RootElement);
    }

    /// <summary>An object, which must not change any more.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The object.</param>
    /// <param name="typeInfo">How it is written: from a JsonSerializerContext of your own.</param>
    public static EventData From<T>(T value, JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return new(value, () => JsonSerializer.SerializeToUtf8Bytes(value, typeInfo), null, null);
    }

    /// <summary>A JSON object; it is copied.</summary>
    /// <param name="members">The members.</param>
    public static EventData From(HookArguments members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var copy = members.Clone();
        return new(null, () => Write(copy.WriteTo), null, null);
    }

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="contentType">Its media type.</param>
    /// <exception cref="ArgumentException">The media type is none (RFC 2046).</exception>
    public static EventData FromText(string text, string contentType = "text/plain")
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, () => Write(writer => writer.WriteStringValue(text)), null, MediaType.Require(contentType));
    }

    /// <summary>Bytes.</summary>
    /// <param name="bytes">The bytes, which must not change any more.</param>
    /// <param name="contentType">Their media type.</param>
    /// <exception cref="ArgumentException">The media type is none (RFC 2046).</exception>
    public static EventData FromBytes(ReadOnlyMemory<byte> bytes, string contentType = "application/octet-stream") =>
        new(null, () => Write(writer => writer.WriteBase64StringValue(bytes.Span)), null, MediaType.Require(contentType)) { Bytes = bytes };

    /// <summary>Bytes of which their sender has not said what they are; that means JSON.</summary>
    internal static EventData FromUntypedBytes(ReadOnlyMemory<byte> bytes) =>
        new(null, () => Write(writer => writer.WriteBase64StringValue(bytes.Span)), null, null) { Bytes = bytes };

    /// <summary>The data as a type of yours: the object itself if it is one, else read from the JSON.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">How it is read.</param>
    /// <exception cref="JsonException">The JSON is not one of these.</exception>
    public T? Read<T>(JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return Value is T value ? value : JsonSerializer.Deserialize(Utf8Json.Span, typeInfo);
    }

    /// <summary>The members of data that is a JSON object; read once, and the same object for all: do not change it.</summary>
    /// <param name="members">The members.</param>
    /// <returns>Whether the data is a JSON object.</returns>
    public bool TryGetMembers([NotNullWhen(true)] out HookArguments? members)
    {
        members = Volatile.Read(ref _arguments);
        if (members is not null || Utf8Json.Span is not [(byte)'{', ..])
            return members is not null;
        try
        {
            members = HookArguments.Parse(Utf8Json.Span);
        }
        catch (JsonException)
        {
            // A name that comes twice, for example: readers would disagree on what it means.
            return false;
        }

        Volatile.Write(ref _arguments, members);
        return true;
    }

    /// <summary>The data as JSON.</summary>
    public override string ToString() => System.Text.Encoding.UTF8.GetString(Utf8Json.Span);

    internal static EventData FromJson(JsonElement json, string? contentType = null) =>
        new(null, null, Write(writer => WriteChecked(json, writer)), contentType);

    internal static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            write(writer);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteChecked(JsonElement json, Utf8JsonWriter writer)
    {
        try
        {
            json.WriteTo(writer);
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("The JSON has text that is not valid Unicode.", e);
        }
    }
}
