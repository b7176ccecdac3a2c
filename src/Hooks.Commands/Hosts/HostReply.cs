using System.Text.Json;
using System.Buffers;
using System.Text.Encodings.Web;

namespace Hooks.Commands;

/// <summary>What the command says to the agent that has started it.</summary>
internal sealed class HostReply
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private List<string>? _notices;

    /// <summary>What goes to standard output; nothing if empty.</summary>
    public ReadOnlyMemory<byte> Output { get; init; }

    public int ExitCode { get; init; }

    /// <summary>What goes to standard error for the agent to read, where it reads that.</summary>
    public string? Error { get; init; }

    /// <summary>What people should know: which verdict could not be expressed, and what was said instead.</summary>
    public IReadOnlyList<string> Notices => _notices ?? (IReadOnlyList<string>)[];

    /// <summary>Nothing is said.</summary>
    public static HostReply Silent => new();

    public HostReply Note(string? notice)
    {
        if (notice is not null)
            (_notices ??= []).Add(notice);
        return this;
    }

    /// <summary>A reply of one JSON object.</summary>
    public static HostReply Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return new() { Output = buffer.WrittenMemory };
    }
}
