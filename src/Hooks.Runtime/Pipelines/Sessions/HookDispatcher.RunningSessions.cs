using System.Runtime.ExceptionServices;

namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>
    /// Runs a session: <see cref="HookPoint.SessionStart"/>, what happens in it, <see cref="HookPoint.SessionError"/> if that fails, and,
    /// exactly once on every path, <see cref="HookPoint.SessionEnd"/>, under a token of its own.
    /// </summary>
    /// <param name="context">The session. Whoever runs it writes down there why it ends: <see cref="SessionContext.Reason"/>.</param>
    /// <param name="run">Runs it. What it throws is thrown on.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async ValueTask RunSessionAsync(SessionContext context, Func<SessionContext, CancellationToken, ValueTask> run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(run);
        var started = _options.TimeProvider.GetTimestamp();
        Exception? thrown = null;
        try
        {
            await ObserveAsync(HookPoint.SessionStart, context).ConfigureAwait(false);
            await run(context.Final, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            thrown = error;
        }

        context = context.Final;
        context.Duration = _options.TimeProvider.GetElapsedTime(started);
        try
        {
            if (thrown is not null && !(thrown is OperationCanceledException && cancellationToken.IsCancellationRequested))
                await FailAsync(context, thrown).ConfigureAwait(false);
        }
        finally
        {
            await ObserveAsync(HookPoint.SessionEnd, context.Final).ConfigureAwait(false);
        }

        if (thrown is not null)
            ExceptionDispatchInfo.Throw(thrown);
    }

    private ValueTask FailAsync(SessionContext context, Exception error)
    {
        context.Error = error;
        return ObserveAsync(HookPoint.SessionError, context);
    }

    /// <summary>Changes what is known about a session, and fires <see cref="HookPoint.SessionUpdated"/> when that is done.</summary>
    /// <param name="context">The session as it is then.</param>
    /// <param name="update">Changes it. What it throws is thrown on.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public ValueTask UpdateSessionAsync(SessionContext context, Func<CancellationToken, ValueTask> update, CancellationToken cancellationToken = default) =>
        DoneAsync(HookPoint.SessionUpdated, context, update, cancellationToken);

    /// <summary>Writes a session to storage, and fires <see cref="HookPoint.SessionSave"/> when it is there.</summary>
    /// <param name="context">The session.</param>
    /// <param name="save">Writes it. What it throws is thrown on.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public ValueTask SaveSessionAsync(SessionContext context, Func<CancellationToken, ValueTask> save, CancellationToken cancellationToken = default) =>
        DoneAsync(HookPoint.SessionSave, context, save, cancellationToken);

    /// <summary>Makes a checkpoint to which a session can return, and fires <see cref="HookPoint.SessionCheckpoint"/> when it is made.</summary>
    /// <param name="context">The session, with the <see cref="SessionContext.CheckpointId"/>.</param>
    /// <param name="save">Makes it. What it throws is thrown on, and there is no checkpoint.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public ValueTask CheckpointSessionAsync(SessionContext context, Func<CancellationToken, ValueTask> save, CancellationToken cancellationToken = default) =>
        DoneAsync(HookPoint.SessionCheckpoint, context, save, cancellationToken);

    /// <summary>Brings a session back from a checkpoint or from storage, and fires <see cref="HookPoint.SessionRestore"/> when it is there.</summary>
    /// <param name="context">The session, with the <see cref="SessionContext.CheckpointId"/> if it comes from one.</param>
    /// <param name="restore">Brings it back. What it throws is thrown on.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public ValueTask RestoreSessionAsync(SessionContext context, Func<CancellationToken, ValueTask> restore, CancellationToken cancellationToken = default) =>
        DoneAsync(HookPoint.SessionRestore, context, restore, cancellationToken);

    /// <summary>Resets a session that is idle or old; <see cref="HookPoint.SessionRollover"/> is fired first, while its transcript is still there.</summary>
    /// <param name="context">The session, with the <see cref="SessionContext.Transcript"/> that is about to go and the <see cref="SessionContext.Reason"/>.</param>
    /// <param name="reset">Resets it. What it throws is thrown on.</param>
    /// <param name="cancellationToken">The caller's token, for the work.</param>
    public async ValueTask RollOverSessionAsync(SessionContext context, Func<CancellationToken, ValueTask> reset, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(reset);
        await TellAsync(HookPoint.SessionRollover, context).ConfigureAwait(false);
        await reset(cancellationToken).ConfigureAwait(false);
    }
}
