using System.Text;

namespace Hooks;

/// <summary>One streamed answer of a model, judged piece by piece.</summary>
/// <typeparam name="TChunk">The host's class of pieces.</typeparam>
/// <param name="dispatcher">The dispatcher.</param>
/// <param name="context">The call as the model is given it.</param>
/// <param name="format">How pieces are read and written.</param>
/// <param name="attempt">Which call of the model this is, counted from 1.</param>
/// <param name="isJudged">Whether hooks judge its pieces now.</param>
/// <param name="pass">Where pieces go as soon as they can; null if all wait for the end.</param>
internal sealed class StreamedAnswer<TChunk>(
    HookDispatcher dispatcher, ModelCallContext context, ModelStreamFormat<TChunk> format, int attempt, bool isJudged, Func<TChunk, ValueTask>? pass)
{
    private readonly bool _isJudged = isJudged && dispatcher.ShouldFire(HookPoint.ModelStreamChunk);
    private readonly bool _isJudgedWhole = dispatcher.GivesVerdict(HookPoint.AfterModelCall);
    private readonly Dictionary<string, HeldText> _heldByKind = new(StringComparer.Ordinal);
    private readonly StringBuilder _new = new();
    private readonly List<TChunk> _chunks = [];
    private readonly List<(int At, TChunk Chunk)> _behind = [];
    private HeldText _held = new(format.HoldBack);
    private int _textBehind;
    private TChunk? _last;
    private TChunk? _previous;
    private bool _hasPrevious;
    private string? _kind;
    private bool _isWithholding;
    private int _index;

    /// <summary>The pieces as hooks have let them through.</summary>
    public IReadOnlyList<TChunk> Chunks => _chunks;

    /// <summary>How many of them have gone out.</summary>
    public int PassedCount { get; private set; }

    /// <summary>Whether the model has begun to answer.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>How a hook wants the model to be called again, which is possible as long as nothing has gone out; null if none does.</summary>
    public HookRetry? Again { get; private set; }

    /// <summary>What hooks want the model to see.</summary>
    public List<string> AddedContext { get; } = [];

    public string Text => string.Concat(_chunks.Select(format.TextOf));

    /// <summary>Reads the answer to its end, or until a hook wants another one. The last of its text waits for the judgement of the whole.</summary>
    public async ValueTask ReadAsync(IAsyncEnumerable<TChunk> source, CancellationToken cancellationToken)
    {
        await foreach (var chunk in source.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!HasBegun)
            {
                HasBegun = true;
                await dispatcher.StreamStartAsync((ModelCallContext)context.Copy(), cancellationToken).ConfigureAwait(false);
            }

            await AddAsync(chunk, cancellationToken).ConfigureAwait(false);
            if (Again is not null)
                return;
            await PassAsync().ConfigureAwait(false);
        }

        await FlushAsync(isFinal: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads an answer that is whole.</summary>
    public async ValueTask ReadAsync(IReadOnlyList<TChunk> chunks, CancellationToken cancellationToken)
    {
        foreach (var chunk in chunks)
            await AddAsync(chunk, cancellationToken).ConfigureAwait(false);
        await FlushAsync(isFinal: true, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask AddAsync(TChunk chunk, CancellationToken cancellationToken)
    {
        if (!_isJudged)
        {
            _chunks.Add(chunk);
            _textBehind += format.TextOf(chunk)?.Length ?? 0;
            return;
        }

        var text = format.TextOf(chunk);
        var kind = string.IsNullOrEmpty(text) ? _kind : format.KindOf(chunk);
        var begins = _hasPrevious && format.BeginsMessage(_previous!, chunk);
        if (kind != _kind || begins)
            await FlushAsync(isFinal: false, cancellationToken).ConfigureAwait(false);
        (_hasPrevious, _previous) = (true, chunk);
        if (Again is not null)
            return;
        Hold(kind, begins);
        if (text is null)
        {
            _behind.Add((_held.Text.Length + _new.Length, chunk));
            Release(removed: 0);
        }
        else if (text.Length > 0)
        {
            _last = chunk;
            _new.Append(text);

            // Where all is held back, it is judged when it is whole.
            if (format.HoldBack != int.MaxValue)
                await JudgeAsync(isOver: false, isFinal: false, cancellationToken).ConfigureAwait(false);
        }
    }

    // Text goes on with the last of its kind, of which hooks see the end again though it has gone out.
    private void Hold(string? kind, bool begins)
    {
        if (kind == _kind && !begins)
            return;
        if (begins)
            _heldByKind.Clear();
        else
            _heldByKind[_kind ?? ""] = _held;
        _kind = kind;
        _held = _heldByKind.GetValueOrDefault(kind ?? "") ?? new(format.HoldBack);
    }

    private async ValueTask FlushAsync(bool isFinal, CancellationToken cancellationToken)
    {
        if (_held.IsPending || _new.Length > 0)
            await JudgeAsync(isOver: true, isFinal, cancellationToken).ConfigureAwait(false);
        if (Again is not null)
            return;
        _isWithholding = false;
        Release(int.MaxValue);
    }

    private async ValueTask JudgeAsync(bool isOver, bool isFinal, CancellationToken cancellationToken)
    {
        var window = _held.Text + _new;
        _new.Clear();
        var chunk = new StreamChunkContext
        {
            Parent = context,
            Text = window,
            Kind = _kind,
            Index = _index++,
            IsFinal = isFinal,
            CallId = context.CallId,
            Model = context.Model,
            Provider = context.Provider,
        };
        var verdict = await dispatcher.ModelStreamChunkAsync(chunk, cancellationToken).ConfigureAwait(false);
        chunk = chunk.Final;
        AddedContext.AddRange(chunk.AddedContext);
        switch (verdict.Kind)
        {
            case HookResultKind.Retry when PassedCount == 0 && attempt > Math.Min(verdict.RetryPolicy!.MaxAttempts, dispatcher.Pipeline.MaxAttempts):
                dispatcher.Report(HookReport.Exhausted(chunk.DecidedBy!, verdict, attempt));
                Withhold(window, TooOften);
                break;
            case HookResultKind.Retry when PassedCount == 0:
                Again = verdict.RetryPolicy;
                break;
            case HookResultKind.Retry:
                dispatcher.Report(HookReport.ResultIgnored(chunk.DecidedBy!, verdict, HookResult.Cancel(TooLate)));
                Withhold(window, TooLate);
                break;
            case HookResultKind.Cancel:
                Withhold(window, verdict.Reason!);
                break;
            case HookResultKind.Replace:
                Pass(window, verdict.Value as string ?? verdict.Value?.ToString() ?? "", isOver);
                break;
            default:
                Pass(window, chunk.Text, isOver);
                break;
        }
    }

    private const string TooLate = "the answer has begun to go out, and cannot be called for again";

    private const string TooOften = "the answer was called for too often, and none was accepted";

    private void Pass(string window, string judged, bool isOver)
    {
        _isWithholding = false;
        var removed = _held.Pass(window, judged, isOver, out var released);
        AddText(released);
        Release(removed);
    }

    private void Withhold(string window, string reason)
    {
        var removed = _held.Withhold(window);
        if (!_isWithholding)
            AddText(reason);
        _isWithholding = true;
        Release(removed);
    }

    private void AddText(string text)
    {
        if (text.Length > 0)
            _chunks.Add(format.WithText(_last!, text));
    }

    // What is no text stays behind the text that came before it.
    private void Release(int removed)
    {
        var at = 0;
        for (; at < _behind.Count && (_behind[at].At <= removed || !IsHolding); at++)
            _chunks.Add(_behind[at].Chunk);
        _behind.RemoveRange(0, at);
        for (var i = 0; i < _behind.Count; i++)
            _behind[i] = (_behind[i].At - removed, _behind[i].Chunk);
    }

    private bool IsHolding => _held.IsPending || _new.Length > 0;

    private async ValueTask PassAsync()
    {
        for (; pass is not null && PassedCount < _chunks.Count; PassedCount++)
        {
            var chunk = _chunks[PassedCount];
            if (!_isJudged && _isJudgedWhole)
            {
                // Nobody judges pieces, so that they can wait as they are.
                var behind = _textBehind - (format.TextOf(chunk)?.Length ?? 0);
                if (behind < format.HoldBack)
                    return;
                _textBehind = behind;
            }

            await pass(chunk).ConfigureAwait(false);
        }
    }
}
