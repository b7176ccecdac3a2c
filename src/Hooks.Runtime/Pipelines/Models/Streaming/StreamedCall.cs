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
    private bool _isCached;
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
        if (final.ResponseText == _collected)
            return _held;
        if (!_isOut)
            return _format.Unstreamed(final);
        return final.ResponseText?.StartsWith(_out.ToString(), StringComparison.Ordinal) == true && _held.FindLast(chunk => _format.TextOf(chunk) is not null) is { } last
            ? [_format.WithText(last, final.ResponseText[_out.Length..])]
            : [];
    }

    /// <summary>An answer that has begun to go out cannot be called for again.</summary>
    public override bool MayRepeat(ModelCallContext context) => !_isOut;

    public override string? CacheKeyOf(ModelCallContext judged, HookCache policy)
    {
        _isCached = true;
        return base.CacheKeyOf(judged, policy);
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
        var isLive = token == _caller && !_isCached;
        var pass = isLive && _format.HoldBack != int.MaxValue ? PassAsync : (Func<TChunk, ValueTask>?)null;
        var answer = await ReadAsync(lent, pass, token).ConfigureAwait(false);
        lent.ResponseText = answer.Text;
        _format.Collect(lent, answer.Chunks);
        if (isLive)
        {
            _isLive = true;
            _collected = lent.ResponseText;
            _held = [.. answer.Chunks.Skip(answer.PassedCount)];
            answer.AddedContext.ForEach(_context.Final.AddContext);
        }

        return ModelAnswer.Read(lent, lent.Response);
    }

    private async ValueTask<StreamedAnswer<TChunk>> ReadAsync(ModelCallContext lent, Func<TChunk, ValueTask>? pass, CancellationToken token)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = new StreamedAnswer<TChunk>(_dispatcher, lent, _format, pass);
            Exception? thrown = null;
            try
            {
                await answer.ReadAsync(_invoke(lent, token), token).ConfigureAwait(false);
                if (answer.Again is null)
                    return answer;
                if (attempt > Math.Min(answer.Again.MaxAttempts, _dispatcher.Pipeline.MaxAttempts))
                    throw new InvalidOperationException("Hooks asked for another answer once too often.");
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
        _out.Append(_format.TextOf(chunk));
        return _passed.Writer.WriteAsync(chunk, _caller);
    }
}
