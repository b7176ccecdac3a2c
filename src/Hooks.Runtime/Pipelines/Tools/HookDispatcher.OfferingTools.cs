namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>
    /// Lets hooks narrow the choice of tools before a model is offered them: <see cref="HookPoint.BeforeToolDiscovery"/>, and
    /// <see cref="HookPoint.AfterToolDiscovery"/> when the choice is settled. To be called in every round of the agent's loop.
    /// </summary>
    /// <param name="context">The tools on offer, in the host's order.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>
    /// The context with the tools that are left, in the same order: none if a hook answered Cancel, or failed. A tool that is
    /// not offered can still be called if the model names it: <see cref="InvokeToolAsync"/> has its own guards.
    /// </returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async ValueTask<ToolDiscoveryContext> NarrowToolsAsync(ToolDiscoveryContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var verdict = await BeforeToolDiscoveryAsync(context, cancellationToken).ConfigureAwait(false);
        if (verdict.IsCancel)
            context.Final.Narrow([]);
        await ObserveAsync(HookPoint.AfterToolDiscovery, context.Final).ConfigureAwait(false);
        return context.Final;
    }
}
