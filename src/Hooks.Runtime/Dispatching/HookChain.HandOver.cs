using System.Runtime.CompilerServices;

namespace Hooks;

/// <content>
/// Where generated code, or a <see cref="PlainFire"/>, leaves the fast path: <see cref="GeneralPath"/> goes on at the hook that it
/// had reached. Nobody listened when the fire began, or it would not have been on the fast path.
/// </content>
public abstract partial class HookChain
{
    /// <summary>The fire could not enter the fast path.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal ValueTask<HookResult> DetourAsync(HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken) =>
        GeneralPath.StartAsync(dispatcher, this, context, cancellationToken);

    /// <summary>The fire could not enter the synchronous fast path.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal HookResult Detour(HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken) =>
        GeneralPath.Start(dispatcher, this, context, cancellationToken);

    /// <summary>A hook that gives a verdict has not completed, or has failed within its task.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal ValueTask<HookResult> SuspendAsync(
        HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken, int at, HookResult verdict, in ValueTask<HookResult> pending, HookAttempt attempt = default)
    {
        Leave();
        return GeneralPath.AwaitAsync(new(dispatcher, this, context, cancellationToken, isMeasured: false) { At = at, Verdict = verdict, Attempt = attempt }, pending);
    }

    /// <summary>A hook that gives no verdict has not completed, or has failed within its task.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal ValueTask<HookResult> SuspendAsync(
        HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken, int at, HookResult verdict, in ValueTask pending, HookAttempt attempt = default)
    {
        Leave();
        return GeneralPath.AwaitAsync(new(dispatcher, this, context, cancellationToken, isMeasured: false) { At = at, Verdict = verdict, Attempt = attempt }, pending);
    }

    /// <summary>A hook with settings of its own is not to be called on the fast path now; from it on the general path goes on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal ValueTask<HookResult> GoOnAsync(HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken, int at, HookResult verdict)
    {
        Leave();
        var fire = new Fire(dispatcher, this, context, cancellationToken, isMeasured: false) { At = at, Verdict = verdict };
        return GeneralPath.ContinueAsync(ref fire);
    }

    /// <inheritdoc cref="GoOnAsync"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal HookResult GoOn(HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken, int at, HookResult verdict)
    {
        Leave();
        var fire = new Fire(dispatcher, this, context, cancellationToken, isMeasured: false) { At = at, Verdict = verdict };
        return GeneralPath.Continue(ref fire);
    }

    /// <summary>Begins the call of a hook with settings of its own; false if the general path has to see to it.</summary>
    /// <param name="at">The hook's place in the chain.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <param name="attempt">The call, with the token for the hook.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected internal bool TryCall(int at, CancellationToken cancellationToken, out HookAttempt attempt) =>
        Entries[at].Policy!.TryEnterClosed(cancellationToken, out attempt);

    /// <summary>Ends a call that has given its answer.</summary>
    /// <param name="at">The hook's place in the chain.</param>
    /// <param name="attempt">The call; none after that.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected internal void EndCall(int at, ref HookAttempt attempt)
    {
        Entries[at].Policy!.Succeeded(attempt);
        attempt = default;
    }

    /// <summary>Leaves a copy of the context to a hook that runs in the background.</summary>
    /// <param name="at">The hook's place in the chain.</param>
    /// <param name="context">The context.</param>
    protected internal void Enqueue(int at, HookContext context) => Entries[at].Policy!.Enqueue(context);

    /// <summary>A hook has thrown, or its answer was not allowed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal ValueTask<HookResult> RecoverAsync(
        HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken, int at, HookResult verdict, Exception error, HookAttempt attempt = default)
    {
        Leave();
        return GeneralPath.RecoverAsync(new(dispatcher, this, context, cancellationToken, isMeasured: false) { At = at, Verdict = verdict, Attempt = attempt }, error);
    }

    /// <summary>A synchronous hook has thrown, or its answer was not allowed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal HookResult Recover(
        HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken, int at, HookResult verdict, Exception error, HookAttempt attempt = default)
    {
        Leave();
        var fire = new Fire(dispatcher, this, context, cancellationToken, isMeasured: false) { At = at, Verdict = verdict, Attempt = attempt };
        return fire.Fail(error) == AfterHook.End ? fire.OutcomeNow() : GeneralPath.Continue(ref fire);
    }
}
