using System.Runtime.CompilerServices;

namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>
    /// Calls a model that streams its answer, with the hooks of <see cref="InvokeModelAsync"/> around it, and
    /// <see cref="HookPoint.StreamStart"/>, <see cref="HookPoint.ModelStreamChunk"/> and <see cref="HookPoint.StreamEnd"/> on the way.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Where <see cref="HookPoint.ModelStreamChunk"/> has hooks, the end of the text is held back
    /// (<see cref="ModelStreamFormat{TChunk}.HoldBack"/>), and every hook sees it again together with what has come. What a hook
    /// changes, or puts in its place (Replace), goes out instead. Cancel withholds what is held; the reason stands in its place, and
    /// as long as hooks answer Cancel, nothing more goes out. Text that is over is judged once more.
    /// </para>
    /// <para>
    /// <see cref="HookPoint.AfterModelCall"/> judges the whole answer while its end is still held: Cancel withholds that end.
    /// What has gone out cannot be taken back: then nothing is called again, an answer that hooks replace follows it, and a changed text
    /// goes out only as far as it continues what is out. A host that wants hooks to have the last word holds back everything.
    /// </para>
    /// <para>Answers from a cache or a fork do not stream: they are passed on when they are whole.</para>
    /// </remarks>
    /// <typeparam name="TChunk">The host's class of pieces.</typeparam>
    /// <param name="context">The call.</param>
    /// <param name="invoke">Calls the model that the context it is given names, a copy, and streams its answer. What it throws is thrown to the reader.</param>
    /// <param name="format">How pieces are read and written.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The pieces that are passed on. Whoever stops reading cancels the call.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public IAsyncEnumerable<TChunk> StreamModelAsync<TChunk>(
        ModelCallContext context, Func<ModelCallContext, CancellationToken, IAsyncEnumerable<TChunk>> invoke, ModelStreamFormat<TChunk> format,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(invoke);
        ArgumentNullException.ThrowIfNull(format);
        return ReadAsync(this, context, invoke, format, cancellationToken);
    }

    private static async IAsyncEnumerable<TChunk> ReadAsync<TChunk>(
        HookDispatcher dispatcher, ModelCallContext context, Func<ModelCallContext, CancellationToken, IAsyncEnumerable<TChunk>> invoke,
        ModelStreamFormat<TChunk> format, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var own = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stream = new StreamedCall<TChunk>(dispatcher, context, invoke, format, own.Token);
        var call = stream.RunAsync();
        var isRead = false;
        try
        {
            await foreach (var chunk in stream.Passed.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
                yield return chunk;
            isRead = true;
        }
        finally
        {
            if (!isRead)
                await LeaveAsync(call, own).ConfigureAwait(false);
        }

        foreach (var chunk in stream.Rest(await EndAsync(call, cancellationToken).ConfigureAwait(false)))
            yield return chunk;
    }

    // Nobody reads on; the call's hooks are still told.
    private static async ValueTask LeaveAsync(Task<ModelCallContext> call, CancellationTokenSource own)
    {
        await own.CancelAsync().ConfigureAwait(false);
        await ((Task)call).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // The reader's own token, and not the one that was linked to it.
    private static async ValueTask<ModelCallContext> EndAsync(Task<ModelCallContext> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
