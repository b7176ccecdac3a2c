using System.Runtime.CompilerServices;

namespace Hooks;

/// <content>
/// Where generated code leaves the fast path: the general path goes on at the hook that it had reached. Nobody listened
/// when the fire began, or it would not have been on the fast path.
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
        HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken, int at, HookResult verdict, in ValueTask<HookResult> pending)
    {
        Leave();
        return GeneralPath.AwaitAsync(new(dispatcher, this, context, cancellationToken, isMeasured: false) { At = at, Verdict = verdict }, pending);
    }

    /// <summary>A hook that gives no verdict has not completed, or has failed within its task.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal ValueTask<HookResult> SuspendAsync(
        HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken, int at, HookResult verdict, in ValueTask pending)
    {
        Leave();
        return GeneralPath.AwaitAsync(new(dispatcher, this, context, cancellationToken, isMeasured: false) { At = at, Verdict = verdict }, pending);
    }

    /// <summary>A hook has thrown, or its answer was not allowed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal ValueTask<HookResult> RecoverAsync(
        HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken, int at, HookResult verdict, Exception error)
    {
        Leave();
        var fire = new Fire(dispatcher, this, context, cancellationToken, isMeasured: false) { At = at, Verdict = verdict };
        return fire.Fail(error) ? GeneralPath.ContinueAsync(fire) : fire.Outcome();
    }

    /// <summary>A synchronous hook has thrown, or its answer was not allowed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal HookResult Recover(
        HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken, int at, HookResult verdict, Exception error)
    {
        Leave();
        var fire = new Fire(dispatcher, this, context, cancellationToken, isMeasured: false) { At = at, Verdict = verdict };
        return fire.Fail(error) ? GeneralPath.Continue(fire) : fire.OutcomeNow();
    }
}
