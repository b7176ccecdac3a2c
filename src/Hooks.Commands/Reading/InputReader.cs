using System.Text.Json;
using System.Text.Unicode;

namespace Hooks.Commands;

/// <summary>Reads what an agent writes: one JSON object, to the end of the input.</summary>
internal static class InputReader
{
    private static readonly JsonDocumentOptions Strict = new() { CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false, MaxDepth = 128 };

    /// <exception cref="PayloadException">It is too long, or not one JSON object.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static JsonElement Read(Stream input, int limit)
    {
        // There is room for one byte too many, by which an input of just the limit is told from a longer one.
        var most = (int)Math.Min(limit + 1L, Array.MaxLength);
        var buffer = new byte[Math.Min(most, 16 * 1024)];
        var length = 0;
        while (true)
        {
            var read = input.Read(buffer, length, buffer.Length - length);
            if (read == 0)
                return Parse(buffer.AsMemory(0, length));
            length += read;
            if (length > limit)
                throw new PayloadException($"The input is longer than {limit} bytes.");
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(most, buffer.Length * 2L));
        }
    }

    /// <exception cref="PayloadException">It is not one JSON object.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
            json = json[3..];
        if (!Utf8.IsValid(json.Span))
            throw new PayloadException("The input is not UTF-8.");
        try
        {
            var root = JsonDocument.Parse(json, Strict).RootElement;
            return root.ValueKind == JsonValueKind.Object ? root : throw new PayloadException($"The input is not a JSON object but {root.ValueKind}.");
        }
        catch (JsonException error)
        {
            throw new PayloadException("The input is not JSON: " + error.Message);
        }
    }
}
