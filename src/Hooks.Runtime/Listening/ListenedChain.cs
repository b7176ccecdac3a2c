namespace Hooks;

/// <summary>A point's chain with listeners around it. It takes the chain's place in the dispatcher, so that points pay nothing while nobody listens.</summary>
/// <typeparam name="TContext">The class of contexts.</typeparam>
internal sealed class ListenedChain<TContext>(HookChain<TContext> chain, HookListeners listeners)
    : HookChain<TContext>(chain.Point, chain.CustomPoint, chain.Entries), IListenedChain
    where TContext : HookContext
{
    public bool IsHeard => listeners.Poll(Point) != 0;

    protected internal override ValueTask<HookResult> FireAsync(HookDispatcher dispatcher, TContext context, CancellationToken cancellationToken)
    {
        var listening = context is null ? 0 : listeners.Poll(Point);
        if (listening == 0)
            return FireHooksAsync(dispatcher, context!, cancellationToken);
        var fire = FireHooksAsync(dispatcher, context!, cancellationToken);
        if (!fire.IsCompletedSuccessfully)
            return AwaitAsync(listening, fire, context!);
        var verdict = fire.Result;
        var told = listeners.TellAsync(listening, Point, context!.Final, verdict);
        return told.IsCompletedSuccessfully ? new(verdict) : AwaitAsync(told, verdict);
    }

    protected internal override HookResult Fire(HookDispatcher dispatcher, TContext context, CancellationToken cancellationToken)
    {
        var listening = context is null ? 0 : listeners.Poll(Point);
        if (listening == 0)
            return FireHooks(dispatcher, context!, cancellationToken);
        var verdict = FireHooks(dispatcher, context!, cancellationToken);
        var told = listeners.TellAsync(listening, Point, context!.Final, verdict);
        if (!told.IsCompletedSuccessfully)
            told.AsTask().GetAwaiter().GetResult();
        return verdict;
    }

    private ValueTask<HookResult> FireHooksAsync(HookDispatcher dispatcher, TContext context, CancellationToken cancellationToken) =>
        Entries.Length == 0 ? default : chain.FireAsync(dispatcher, context, cancellationToken);

    private HookResult FireHooks(HookDispatcher dispatcher, TContext context, CancellationToken cancellationToken) =>
        Entries.Length == 0 ? default : chain.Fire(dispatcher, context, cancellationToken);

    private async ValueTask<HookResult> AwaitAsync(ulong listening, ValueTask<HookResult> fire, TContext context)
    {
        var verdict = await fire.ConfigureAwait(false);
        await listeners.TellAsync(listening, Point, context.Final, verdict).ConfigureAwait(false);
        return verdict;
    }

    private static async ValueTask<HookResult> AwaitAsync(ValueTask told, HookResult verdict)
    {
        await told.ConfigureAwait(false);
        return verdict;
    }
}

/// <summary>A chain that listeners may want to hear.</summary>
internal interface IListenedChain
{
    /// <summary>Whether one of them does now.</summary>
    bool IsHeard { get; }
}
