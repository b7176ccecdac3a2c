namespace Hooks;

/// <summary>A chain that runs on the general path from the start.</summary>
internal sealed class GeneralChain<TContext>(HookPointInfo point, int customPoint, ChainEntry[] entries, bool isInBackground)
    : HookChain<TContext>(point, customPoint, entries), IGeneralChain
    where TContext : HookContext
{
    private readonly bool _isSynchronous = Array.TrueForAll(entries, entry => !entry.IsAsynchronous);

    internal override bool IsInBackground => isInBackground;

    protected internal override ValueTask<HookResult> FireAsync(HookDispatcher dispatcher, TContext context, CancellationToken cancellationToken) =>
        GeneralPath.StartAsync(dispatcher, this, context, cancellationToken);

    protected internal override HookResult Fire(HookDispatcher dispatcher, TContext context, CancellationToken cancellationToken) =>
        _isSynchronous ? GeneralPath.Start(dispatcher, this, context, cancellationToken) : base.Fire(dispatcher, context, cancellationToken);
}

/// <summary>Marks a chain that is already on the general path.</summary>
internal interface IGeneralChain;
