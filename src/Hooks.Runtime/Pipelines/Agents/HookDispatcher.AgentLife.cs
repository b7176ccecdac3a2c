namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>
    /// Sets up an agent: <see cref="HookPoint.BeforeAgentInit"/>, the work, and <see cref="HookPoint.AfterAgentInit"/> if it has succeeded.
    /// </summary>
    /// <param name="context">The agent.</param>
    /// <param name="setUp">Sets it up, with the model and instructions in the context that it is given, a copy; what it returns is <see cref="AgentContext.Result"/>.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The context with the outcome. An agent that was denied, or could not be set up, does not throw.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<AgentContext> InitAgentAsync(
        AgentContext context, Func<AgentContext, CancellationToken, ValueTask<object?>> setUp, CancellationToken cancellationToken = default)
    {
        if (context is null)
            return ValueTask.FromException<AgentContext>(new ArgumentNullException(nameof(context)));
        return setUp is null
            ? ValueTask.FromException<AgentContext>(new ArgumentNullException(nameof(setUp)))
            : new HookCall<AgentContext>(this, AgentSetUpKind.Instance, context, setUp, cancellationToken).RunAsync();
    }

    /// <summary>Shuts an agent down: <see cref="HookPoint.BeforeAgentShutdown"/>, the work, and <see cref="HookPoint.AfterAgentShutdown"/> if it has succeeded.</summary>
    /// <param name="context">The agent.</param>
    /// <param name="shutDown">Shuts it down. What it throws is thrown on.</param>
    /// <param name="cancellationToken">The caller's token, for the work; hooks are told under one of their own.</param>
    public async ValueTask ShutDownAgentAsync(AgentContext context, Func<CancellationToken, ValueTask> shutDown, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(shutDown);
        await ObserveAsync(HookPoint.BeforeAgentShutdown, context).ConfigureAwait(false);
        await shutDown(cancellationToken).ConfigureAwait(false);
        await ObserveAsync(HookPoint.AfterAgentShutdown, context.Final).ConfigureAwait(false);
    }
}
