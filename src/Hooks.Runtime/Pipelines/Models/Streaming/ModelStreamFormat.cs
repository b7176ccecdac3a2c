namespace Hooks;

/// <summary>How a host's pieces of a streamed answer are read and written. One object for each stream.</summary>
/// <typeparam name="TChunk">The host's class of pieces. A piece holds either text or something else, not both.</typeparam>
public abstract class ModelStreamFormat<TChunk>
{
    private readonly int _holdBack = 256;

    /// <summary>
    /// How many characters of the text are held back at the most, so that hooks see a secret of that length whole, however it
    /// is split over pieces. <see cref="int.MaxValue"/> holds back the whole answer, until all hooks have judged it. Default: 256.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int HoldBack
    {
        get => _holdBack;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _holdBack = value;
        }
    }

    /// <summary>The text of a piece; null if it holds something else, which is passed on behind the text before it.</summary>
    /// <param name="chunk">The piece.</param>
    public abstract string? TextOf(TChunk chunk);

    /// <summary>
    /// What kind of text a piece holds, as hooks see it in <see cref="StreamChunkContext.Kind"/>. Text of another kind, or of
    /// another message, does not go on with the text before it. Default: null, one kind.
    /// </summary>
    /// <param name="chunk">The piece, which has text.</param>
    public virtual string? KindOf(TChunk chunk) => null;

    /// <summary>
    /// Whether a piece begins another message than the piece before it, with which the text before it is over. Default: no,
    /// an answer is one message.
    /// </summary>
    /// <param name="previous">The piece before.</param>
    /// <param name="chunk">The piece.</param>
    public virtual bool BeginsMessage(TChunk previous, TChunk chunk) => false;

    /// <summary>A piece like this one with other text.</summary>
    /// <param name="chunk">The piece, which has text, and must not be changed.</param>
    /// <param name="text">The text.</param>
    public abstract TChunk WithText(TChunk chunk, string text);

    /// <summary>
    /// Makes the whole answer of its pieces, and writes it into the context: <see cref="ModelCallContext.Response"/>,
    /// <see cref="ModelCallContext.FinishReason"/>, <see cref="ModelCallContext.Usage"/> and what else is known.
    /// <see cref="ModelCallContext.ResponseText"/> holds the text already.
    /// </summary>
    /// <param name="context">The call.</param>
    /// <param name="chunks">The pieces as hooks have let them through.</param>
    public abstract void Collect(ModelCallContext context, IReadOnlyList<TChunk> chunks);

    /// <summary>
    /// The pieces of what did not come as a stream: where <see cref="ModelCallContext.ErrorMessage"/> is not null, there is no
    /// (further) answer, and that is why; otherwise a <see cref="ModelCallContext.Response"/> from a hook, a cache or a fork.
    /// </summary>
    /// <param name="context">The call as its hooks have left it.</param>
    public abstract IEnumerable<TChunk> Unstreamed(ModelCallContext context);
}
