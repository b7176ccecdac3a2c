namespace Hooks.Pipelines.Tests.Models;

/// <summary>A piece of a streamed answer: text, or something else by its name.</summary>
internal sealed record Piece(string? Text, string? Other = null, string? Kind = null)
{
    public static async IAsyncEnumerable<Piece> Stream(params IEnumerable<Piece> pieces)
    {
        foreach (var piece in pieces)
        {
            await Task.Yield();
            yield return piece;
        }
    }

    public static IAsyncEnumerable<Piece> Texts(params IEnumerable<string> texts) => Stream(texts.Select(text => new Piece(text)));

    public static async Task<List<Piece>> ReadAsync(IAsyncEnumerable<Piece> stream)
    {
        var pieces = new List<Piece>();
        await foreach (var piece in stream)
            pieces.Add(piece);
        return pieces;
    }

    public static async Task<string> ReadTextAsync(IAsyncEnumerable<Piece> stream) => string.Concat((await ReadAsync(stream)).Select(piece => piece.Text));
}

internal sealed class PieceFormat : ModelStreamFormat<Piece>
{
    public override string? TextOf(Piece chunk) => chunk.Text;

    public override string? KindOf(Piece chunk) => chunk.Kind;

    public override Piece WithText(Piece chunk, string text) => chunk with { Text = text };

    public override void Collect(ModelCallContext context, IReadOnlyList<Piece> chunks) => context.Response = chunks.ToArray();

    public override IEnumerable<Piece> Unstreamed(ModelCallContext context) => context switch
    {
        { ErrorMessage: { } reason } => [new($"({reason})")],
        { Response: Piece[] pieces } => pieces,
        _ => [new(context.ResponseText)],
    };
}
