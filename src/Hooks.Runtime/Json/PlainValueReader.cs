using System.Buffers;
using System.Runtime.CompilerServices;
#if NET9_0_OR_GREATER
using System.Runtime.InteropServices;
#endif
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hooks;

/// <summary>Reads plain values from JSON, and refuses what two readers could understand differently.</summary>
internal sealed class PlainValueReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<(string? Name, int Index)> _path = [];
    private readonly string _root;
    private readonly int _maxDepth;

    private PlainValueReader(string root, int maxDepth)
    {
        _root = root;
        _maxDepth = maxDepth;
    }

    public static byte[] ToUtf8(string json)
    {
        try
        {
            return Strict.GetBytes(json);
        }
        catch (EncoderFallbackException e)
        {
            throw new JsonException($"The JSON is not valid Unicode: half a surrogate pair at index {e.Index}.", e);
        }
    }

    /// <summary>Reads a document that is one object.</summary>
    /// <exception cref="JsonException">It is not, or is refused.</exception>
    public static HookArguments ReadObject(ReadOnlySpan<byte> utf8Json, int maxDepth)
    {
        // One level more than allowed, so that the message about depth is always ours.
        var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
        reader.Read();
        var result = ReadObject(ref reader, maxDepth);
        while (reader.Read())
        {
            // Nothing may follow; the reader itself says so.
        }

        return result;
    }

    /// <summary>Reads the object at which a reader stands, and leaves it at the object's end.</summary>
    /// <exception cref="JsonException">It is none, or is refused.</exception>
    public static HookArguments ReadObject(ref Utf8JsonReader reader, int maxDepth)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A JSON object was expected, and this is {reader.TokenType}.");
        var result = new HookArguments();
        new PlainValueReader("$", maxDepth).FillObject(ref reader, result, 1);
        return result;
    }

    /// <summary>Reads the value at which a reader stands, and leaves it at the value's end.</summary>
    /// <exception cref="JsonException">It is refused.</exception>
    public static object? ReadValue(ref Utf8JsonReader reader) => new PlainValueReader("$", HookArguments.MaxDepth).Read(ref reader, 1);

    /// <summary>Reads an element that was handed over as an argument.</summary>
    /// <exception cref="ArgumentException">It is refused.</exception>
    public static object? ReadValue(JsonElement element, string path, int level)
    {
        if (element.ValueKind == JsonValueKind.Undefined)
            throw new ArgumentException($"The argument '{path}' is a JsonElement that was never set.");
        return ReadArgument(RawText(element), path, level);
    }

    /// <summary>Reads a node that is neither object nor array, whatever it holds.</summary>
    /// <exception cref="ArgumentException">It cannot be written as JSON, or is refused.</exception>
    public static object? ReadLeaf(JsonNode node, string path, int level)
    {
        var kind = node.GetValueKind();
        if (kind == JsonValueKind.Undefined)
            return ReadValue(default(JsonElement), path, level);
        if (kind != JsonValueKind.String)
            return ReadArgument(Encoding.UTF8.GetBytes(node.ToJsonString()), path, level);

        // A writer would put a replacement character where text is not valid, and a guard would read something else. Nodes give text as
        // it is, and all that only becomes text as JSON. Asking them for the type that they hold would bring the type loader into native
        // programs; only where a node is made of an object, which takes reflection, does a text have to be asked for.
        string json;
        string text;
        try
        {
            if (RuntimeFeature.IsDynamicCodeSupported && node.AsValue().TryGetValue<string>(out var held))
                return PlainValue.CheckText(path, held);
            json = node.ToJsonString();
            text = node.ToString();
        }
        catch (InvalidOperationException e)
        {
            throw new ArgumentException($"The JSON has, at '{path}', text that is not valid Unicode.", e);
        }

        return text == json ? ReadArgument(Encoding.UTF8.GetBytes(json), path, level) : PlainValue.CheckText(path, text);
    }

    /// <summary>Fills empty arguments from an element that is an object.</summary>
    /// <exception cref="ArgumentException">It is refused.</exception>
    public static void Fill(HookArguments arguments, JsonElement element)
    {
        try
        {
            var reader = new Utf8JsonReader(RawText(element), new JsonReaderOptions { MaxDepth = int.MaxValue });
            reader.Read();
            new PlainValueReader("$", HookArguments.MaxDepth).FillObject(ref reader, arguments, 1);
        }
        catch (JsonException e)
        {
            throw new ArgumentException(e.Message, e);
        }
    }

    private static object? ReadArgument(ReadOnlySpan<byte> utf8Json, string path, int level)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = int.MaxValue });
            reader.Read();
            return new PlainValueReader(path, HookArguments.MaxDepth).Read(ref reader, level);
        }
        catch (JsonException e)
        {
            throw new ArgumentException(e.Message, e);
        }
    }

    private static ReadOnlySpan<byte> RawText(JsonElement element) =>
#if NET9_0_OR_GREATER
        JsonMarshal.GetRawUtf8Value(element);
#else
        ToUtf8(element.GetRawText());
#endif

    private object? Read(ref Utf8JsonReader reader, int level)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var nested = new HookArguments();
                FillObject(ref reader, nested, level);
                return nested;
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, level);
            case JsonTokenType.String:
                return ReadText(ref reader);
            case JsonTokenType.Number:
                return ReadNumber(ref reader);
            default:
                return reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
        }
    }

    private void FillObject(ref Utf8JsonReader reader, HookArguments target, int level)
    {
        CheckDepth(ref reader, level);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = ReadText(ref reader);
            _path.Add((name, 0));
            // Tested before the value is read, which may be long.
            if (target.ContainsKey(name))
                throw Error(ref reader, "a name that its object has already; readers would disagree on which of the two counts");
            reader.Read();
            target.TryAddPlain(name, Read(ref reader, level + 1));
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private IReadOnlyList<object?> ReadArray(ref Utf8JsonReader reader, int level)
    {
        CheckDepth(ref reader, level);
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            _path.Add((null, items.Count));
            items.Add(Read(ref reader, level + 1));
            _path.RemoveAt(_path.Count - 1);
        }

        return items.AsReadOnly();
    }

    private string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw Error(ref reader, "text that is not valid Unicode", e);
        }
    }

    private object ReadNumber(ref Utf8JsonReader reader)
    {
        var text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        if (!PlainNumber.TryRead(text, out var number))
            throw Error(ref reader, "a number beyond the range of double");
        return number ?? JsonElement.ParseValue(ref reader);
    }

    private void CheckDepth(ref Utf8JsonReader reader, int level)
    {
        if (level > _maxDepth)
            throw Error(ref reader, $"more than {_maxDepth} levels of objects and arrays");
    }

    private JsonException Error(ref Utf8JsonReader reader, string what, Exception? inner = null)
    {
        var path = new StringBuilder(_root);
        foreach (var (name, index) in _path)
            _ = name is null ? path.Append($"[{index}]") : path.Append('.').Append(name);
        if (path.Length > 200)
            path.Length = 200;
        return new JsonException($"The JSON has, at '{path}' (byte {reader.TokenStartIndex}), {what}.", path.ToString(), null, null, inner);
    }
}
