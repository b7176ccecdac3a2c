using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>One piece of a streamed answer.</summary>
public sealed class StreamChunkContext : HookContext
{
    /// <summary>The text of the piece. Never null; empty where the piece has none.</summary>
    public string Text { get => field ?? ""; set => field = Change(value); }

    /// <summary>What kind of text it is, in the host's words, for example <c>text</c> or <c>reasoning</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The piece's place in the stream, counted from 0.</summary>
    public int Index { get; init; }

    /// <summary>Whether this is the last piece.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The id of the call whose answer it belongs to.</summary>
    public string? CallId { get; init; }

    /// <summary>The model that answers.</summary>
    public string? Model { get; init; }

    /// <summary>Who provides the model.</summary>
    public string? Provider { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override StreamChunkContext Final => (StreamChunkContext)base.Final;
}
