using System.Runtime.ExceptionServices;
using System.Text;
using System.Threading.Channels;

namespace Hooks;

/// <summary>One call of a model that streams: the pipeline on one side, the reader of the answer on the other.</summary>
/// <typeparam name="TChunk">The host's class of pieces.</typeparam>
internal sealed class StreamedCall<TChunk> : ModelCallKind
{
    private readonly Channel<TChunk> _passed = Channel.CreateBounded<TChunk>(new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true });
    private readonly HookDispatcher _dispatcher;
    private readonly ModelCallContext _context;
    private readonly Func<ModelCallContext, CancellationToken, IAsyncEnumerable<TChunk>> _invoke;
    private readonly ModelStreamFormat<TChunk> _format;
    private readonly CancellationToken _caller;
    private readonly StringBuilder _out = new();
    private List<TChunk> _held = [];
    private ToolCallOutcome _outcome;
    private string? _collected;
    private object? _collectedResponse;
    private TChunk? _lastText;
    private int _calls;
    private bool _isOut;
    private bool _isLive;

    public StreamedCall(
        HookDispatcher dispatcher, ModelCallContext context, Func<ModelCallContext, CancellationToken, IAsyncEnumerable<TChunk>> invoke,
        ModelStreamFormat<TChunk> format, CancellationToken caller)
    {
        (_dispatcher, _context, _invoke, _format, _caller) = (dispatcher, context, invoke, format, caller);
    }

    /// <summary>The pieces that go out while the call runs; complete when it is over.</summary>
    public ChannelReader<TChunk> Passed => _passed.Reader;

    /// <summary>Makes the call.</summary>
    public async Task<ModelCallContext> RunAsync()
    {
        try
        {
            return await new HookCall<ModelCallContext>(_dispatcher, this, _context, AnswerAsync, _caller).RunAsync().ConfigureAwait(false);
        }
        finally
        {
            _passed.Writer.Complete();
        }
    }

    /// <summary>What goes out when the call is over.</summary>
    /// <exception cref="Exception">The call's error.</exception>
    public IEnumerable<TChunk> Rest(ModelCallContext final)
    {
        if (final.Error is { } error)
            ExceptionDispatchInfo.Throw(error);
        if (!_isLive || _outcome != ToolCallOutcome.Succeeded)
            return _format.Unstreamed(final);
        var hasText = final.ResponseText != _collected;
        if (!hasText && (_isOut || ReferenceEquals(final.Response, _collectedResponse)))
        {
            if (!ReferenceEquals(final.Response, _collectedResponse))
                _dispatcher.Report(HookReport.TooLate(HookPoint.AfterModelCall));
            return _held;
        }

        return _isOut ? Changed(final.ResponseText) : _format.Unstreamed(final);
    }

    // A part is out: a changed text can go on with it, or end there. What is no text stays.
    private IEnumerable<TChunk> Changed(string? text)
    {
        var others = _held.Where(chunk => _format.TextOf(chunk) is null);
        if (text?.StartsWith(_out.ToString(), StringComparison.Ordinal) != true)
        {
            _dispatcher.Report(HookReport.TooLate(HookPoint.AfterModelCall));
            return others;
        }

        var last = _held.FindLast(chunk => _format.TextOf(chunk) is not null) ?? _lastText;
        return last is null || text.Length == _out.Length ? others : new[] { _format.WithText(last, text[_out.Length..]) }.Concat(others);
    }

    /// <summary>An answer that has begun to go out cannot be called for again.</summary>
    public override bool MayRepeat(ModelCallContext context) => !_isOut;

    /// <summary>Hooks that judge pieces may call for further answers on their own.</summary>
    public override int Attempts(int attempt) => Math.Max(attempt, _calls);

    public override void Keeps(ModelCallContext lent) => lent.IsKept = true;

    // What is kept has been judged for nobody.
    public override async ValueTask<object?> FoundAsync(ModelCallContext lent, object? result, CancellationToken cancellationToken)
    {
        if (!_dispatcher.ShouldFire(HookPoint.ModelStreamChunk))
            return result;
        var found = (ModelCallContext)lent.Copy();
        base.Write(found, new(ToolCallOutcome.Cached, result));

        // The answer is there: another one is not called for.
        var answer = new StreamedAnswer<TChunk>(_dispatcher, found, _format, _dispatcher.Pipeline.MaxAttempts + 1, isJudged: true, pass: null);
        await answer.ReadAsync([.. _format.Unstreamed(found)], cancellationToken).ConfigureAwait(false);
        answer.AddedContext.ForEach(_context.Final.AddContext);
        return Collect(found, answer);
    }

    // A redirect reports what has come of the other call, which has reported it before.
    public override void Write(ModelCallContext context, in CallEnd end)
    {
        if (end.Outcome is not (ToolCallOutcome.Pending or ToolCallOutcome.Redirected))
            _outcome = end.Outcome;
        base.Write(context, end);
    }

    private async ValueTask<object?> AnswerAsync(ModelCallContext lent, CancellationToken token)
    {
        // A branch of a fork, which may lose, has a token of its own; a cached answer is for others too.
        var isLive = token == _caller && !lent.IsKept;
        var pass = isLive && _format.HoldBack != int.MaxValue ? PassAsync : (Func<TChunk, ValueTask>?)null;
        var answer = await ReadAsync(lent, pass, token).ConfigureAwait(false);
        var whole = Collect(lent, answer);
        if (isLive)
        {
            _isLive = true;
            (_collected, _collectedResponse) = (lent.ResponseText, lent.Response);
            _held = [.. answer.Chunks.Skip(answer.PassedCount)];
            answer.AddedContext.ForEach(_context.Final.AddContext);
        }

        return whole;
    }

    private ModelAnswer Collect(ModelCallContext lent, StreamedAnswer<TChunk> answer)
    {
        lent.ResponseText = answer.Text;
        _format.Collect(lent, answer.Chunks);
        return ModelAnswer.Read(lent, lent.Response);
    }

    private async ValueTask<StreamedAnswer<TChunk>> ReadAsync(ModelCallContext lent, Func<TChunk, ValueTask>? pass, CancellationToken token)
    {
        for (var attempt = 1; ; attempt++)
        {
            // Branches of a fork are calls of their own.
            var made = token == _caller ? ++_calls : attempt;
            var answer = new StreamedAnswer<TChunk>(_dispatcher, lent, _format, made, isJudged: !lent.IsKept, pass);
            Exception? thrown = null;
            try
            {
                await answer.ReadAsync(_invoke(lent, token), token).ConfigureAwait(false);
                if (answer.Again is null)
                    return answer;
            }
            catch (Exception error)
            {
                thrown = error;
                throw;
            }
            finally
            {
                if (answer.HasBegun && _dispatcher.ShouldFire(HookPoint.StreamEnd))
                    await EndAsync(lent, answer, thrown).ConfigureAwait(false);
            }

            var delay = answer.Again.Delay < _dispatcher.Pipeline.MaxRetryDelay ? answer.Again.Delay : _dispatcher.Pipeline.MaxRetryDelay;
            if (delay > TimeSpan.Zero)
                await Task.Delay(delay, _dispatcher.Options.TimeProvider, token).ConfigureAwait(false);
        }
    }

    private ValueTask EndAsync(ModelCallContext lent, StreamedAnswer<TChunk> answer, Exception? error)
    {
        var ended = (ModelCallContext)lent.Copy();
        ended.ResponseText = answer.Text;
        ended.Error = error;
        return _dispatcher.ObserveAsync(HookPoint.StreamEnd, ended);
    }

    private ValueTask PassAsync(TChunk chunk)
    {
        _isOut = true;
        if (_format.TextOf(chunk) is { } text)
        {
            _out.Append(text);
            _lastText = chunk;
        }

        return _passed.Writer.WriteAsync(chunk, _caller);
    }
}
