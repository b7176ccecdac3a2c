using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>The hooks of one point, in order. Derived classes are written by the generator.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class HookChain
{
    [ThreadStatic]
    private static int t_depth;

    private readonly TelemetryPoll _telemetry = TelemetryPoll.OfProcess;

    private protected HookChain(HookPointInfo point, int customPoint, ChainEntry[] entries)
    {
        Point = point;
        CustomPoint = customPoint;
        Entries = entries;

        // Made before the compiler optimises the emitted code, so that comparing with it becomes comparing with a constant.
        _ = HookResult.Modified;
    }

    /// <summary>The point.</summary>
    internal HookPointInfo Point { get; }

    /// <summary>The table's own number of a custom point, or -1.</summary>
    internal int CustomPoint { get; }

    /// <summary>The hooks.</summary>
    internal ChainEntry[] Entries { get; }

    /// <summary>Whether every hook that takes part in a fire is synchronous.</summary>
    internal bool IsSynchronous => FirstAsynchronous is null;

    /// <summary>The first asynchronous hook, if any.</summary>
    internal HookDescriptor? FirstAsynchronous => Array.Find(Entries, entry => entry.IsAsynchronous).Hook;

    /// <summary>Fires with a context whose class has been checked.</summary>
    internal abstract ValueTask<HookResult> FireUntypedAsync(HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken);

    /// <summary>Fires synchronously with a context whose class has been checked.</summary>
    internal abstract HookResult FireUntyped(HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken);

    /// <summary>A chain of this point with these hooks, on the general path.</summary>
    /// <param name="entries">The hooks.</param>
    /// <param name="isInBackground">Whether it is fired when a call leaves a queue.</param>
    internal abstract HookChain ToGeneral(ChainEntry[] entries, bool isInBackground = false);

    /// <summary>Whether it is fired when a call leaves a queue; the fire that put it there was another one.</summary>
    internal virtual bool IsInBackground => false;

    /// <summary>This chain, with listeners around it.</summary>
    internal abstract HookChain ToListened(HookListeners listeners);

    /// <summary>How many fires are under way on this thread.</summary>
    internal static ref int Depth => ref t_depth;

    /// <summary>
    /// Begins a fire on the fast path: nobody has cancelled, nobody listens, and fires are not nested too deep. Where
    /// it says no, the dispatcher's detour finds out why.
    /// </summary>
    /// <param name="context">The context.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <param name="depth">Ends the fire on this thread; finding the thread's counter once is half of what a fire costs.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected internal bool TryEnter(HookContext context, CancellationToken cancellationToken, out FireDepth depth)
    {
        depth = default;
        if (cancellationToken.IsCancellationRequested || _telemetry.IsListening || context is null || context.Depth >= HookDispatcher.MaxDepth)
            return false;
        ref var count = ref t_depth;
        if (count >= HookDispatcher.MaxDepth)
            return false;
        count++;
        depth = new(ref count);
        return true;
    }

    /// <summary>Ends what <see cref="TryEnter"/> began, on the same thread.</summary>
    protected internal static void Leave() => t_depth--;

    /// <summary>Whether one more fire may begin on this thread, for this context.</summary>
    internal static bool MayNest(HookContext context) => context.Depth < HookDispatcher.MaxDepth && t_depth < HookDispatcher.MaxDepth;

    /// <summary>Folds a hook's answer into the verdict; true if the chain ends with it.</summary>
    /// <param name="dispatcher">The dispatcher, which is told of answers that are ignored.</param>
    /// <param name="result">The answer.</param>
    /// <param name="context">The context, which keeps the deciding hook.</param>
    /// <param name="at">The hook's place in the chain.</param>
    /// <param name="verdict">The verdict so far.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected internal bool Stops(HookDispatcher dispatcher, HookResult result, HookContext context, int at, ref HookResult verdict)
    {
        if (!result.IsModified || (verdict.IsContinue && !Point.Allows(HookResultKind.Modified)))
            return Settle(dispatcher, result, context, at, ref verdict);
        if (verdict.IsContinue)
            verdict = result;
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Settle(HookDispatcher dispatcher, HookResult result, HookContext context, int at, ref HookResult verdict)
    {
        var kind = result.Kind;
        if (kind is HookResultKind.Continue or HookResultKind.Skipped)
            return false;
        var hook = Entries[at].Hook;
        if (!Point.Allows(kind))
            throw new InvalidOperationException($"The hook '{hook.Name}' answered {kind}, which {Point.Name} does not allow. Allowed are: {Point.Allowed}.");
        if (kind != HookResultKind.Cancel && !verdict.IsContinue && !verdict.IsModified
            && (kind != HookResultKind.Ask || verdict.Kind == HookResultKind.Ask))
        {
            dispatcher.Report(HookReport.ResultIgnored(hook, result, verdict));
            return false;
        }
        verdict = result;
        context.DecidedBy = hook;
        return kind == HookResultKind.Cancel;
    }
}
