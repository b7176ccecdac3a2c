using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>A chain that runs from its descriptors: the reference for what generated code does.</summary>
internal sealed class GeneralChain<TContext>(HookPointInfo point, int customPoint, ChainEntry[] entries, bool isInBackground)
    : HookChain<TContext>(point, customPoint, entries), IGeneralChain
    where TContext : HookContext
{
    private readonly bool _isSynchronous = Array.TrueForAll(entries, entry => !entry.IsAsynchronous);

    internal override bool IsInBackground => isInBackground;

    protected internal override ValueTask<HookResult> FireAsync(HookDispatcher dispatcher, TContext context, CancellationToken cancellationToken)
    {
        if (dispatcher.AttendsAllFires || !TryEnter(context, cancellationToken, out var depth))
            return DetourAsync(dispatcher, context, cancellationToken);
        var fire = new PlainFire(dispatcher, this);
        var verdict = fire.Run(context, cancellationToken);
        if (fire.End != PlainEnd.Ran)
            return GoOnAsync(in fire, verdict, dispatcher, context, cancellationToken);
        depth.Leave();
        return new(verdict);
    }

    protected internal override HookResult Fire(HookDispatcher dispatcher, TContext context, CancellationToken cancellationToken)
    {
        if (!_isSynchronous)
            return base.Fire(dispatcher, context, cancellationToken);
        if (dispatcher.AttendsAllFires || !TryEnter(context, cancellationToken, out var depth))
            return Detour(dispatcher, context, cancellationToken);
        var fire = new PlainFire(dispatcher, this);
        var verdict = fire.Run(context, cancellationToken);
        if (fire.End != PlainEnd.Ran)
            return GoOn(in fire, verdict, dispatcher, context, cancellationToken);
        depth.Leave();
        return verdict;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ValueTask<HookResult> GoOnAsync(in PlainFire fire, HookResult verdict, HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken) => fire.End switch
    {
        PlainEnd.Suspended => SuspendAsync(dispatcher, context, cancellationToken, fire.At, verdict, fire.Pending, fire.Attempt),
        PlainEnd.Failed => RecoverAsync(dispatcher, context, cancellationToken, fire.At, verdict, fire.Error!, fire.Attempt),
        _ => GoOnAsync(dispatcher, context, cancellationToken, fire.At, verdict),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private HookResult GoOn(in PlainFire fire, HookResult verdict, HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken) => fire.End == PlainEnd.Failed
        ? Recover(dispatcher, context, cancellationToken, fire.At, verdict, fire.Error!, fire.Attempt)
        : GoOn(dispatcher, context, cancellationToken, fire.At, verdict);
}

/// <summary>Marks a chain that is already on the general path.</summary>
internal interface IGeneralChain;
