// Derived from the members of HookPoint; a test holds it so. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests
namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Fires <see cref="HookPoint.BeforeAgentInit"/>: an agent is about to be set up.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> BeforeAgentInitAsync(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeAgentInit] is { } chain
            ? As<AgentContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.BeforeAgentInit, context);

    /// <summary>Fires <see cref="HookPoint.BeforeAgentInit"/> synchronously: an agent is about to be set up.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult BeforeAgentInit(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeAgentInit] is { } chain
            ? As<AgentContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.BeforeAgentInit, context);

    /// <summary>Fires <see cref="HookPoint.AfterAgentInit"/>: an agent has been set up and can be run.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask AfterAgentInitAsync(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterAgentInit] is { } chain
            ? Observe(As<AgentContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.AfterAgentInit"/> synchronously: an agent has been set up and can be run.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void AfterAgentInit(AgentContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.AfterAgentInit] is { } chain)
            As<AgentContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.BeforeAgentExecution"/>: an agent is about to be run on a task.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> BeforeAgentExecutionAsync(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeAgentExecution] is { } chain
            ? As<AgentContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.BeforeAgentExecution, context);

    /// <summary>Fires <see cref="HookPoint.BeforeAgentExecution"/> synchronously: an agent is about to be run on a task.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult BeforeAgentExecution(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeAgentExecution] is { } chain
            ? As<AgentContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.BeforeAgentExecution, context);

    /// <summary>Fires <see cref="HookPoint.AfterAgentExecution"/>: an agent's run is over and its result is there.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask AfterAgentExecutionAsync(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterAgentExecution] is { } chain
            ? Observe(As<AgentContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.AfterAgentExecution"/> synchronously: an agent's run is over and its result is there.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void AfterAgentExecution(AgentContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.AfterAgentExecution] is { } chain)
            As<AgentContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.AgentError"/>: an agent's run has failed.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> AgentErrorAsync(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AgentError] is { } chain
            ? As<AgentContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.AgentError, context);

    /// <summary>Fires <see cref="HookPoint.AgentError"/> synchronously: an agent's run has failed.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult AgentError(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AgentError] is { } chain
            ? As<AgentContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.AgentError, context);

    /// <summary>Fires <see cref="HookPoint.BeforeAgentStop"/>: an agent wants to stop, because it takes its task for done.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> BeforeAgentStopAsync(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeAgentStop] is { } chain
            ? As<AgentContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.BeforeAgentStop, context);

    /// <summary>Fires <see cref="HookPoint.BeforeAgentStop"/> synchronously: an agent wants to stop, because it takes its task for done.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult BeforeAgentStop(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeAgentStop] is { } chain
            ? As<AgentContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.BeforeAgentStop, context);

    /// <summary>Fires <see cref="HookPoint.AgentLoopEnd"/>: an agent's loop of model and tool calls has ended, on whatever path; fires exactly once a run.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask AgentLoopEndAsync(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AgentLoopEnd] is { } chain
            ? Observe(As<AgentContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.AgentLoopEnd"/> synchronously: an agent's loop of model and tool calls has ended, on whatever path; fires exactly once a run.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void AgentLoopEnd(AgentContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.AgentLoopEnd] is { } chain)
            As<AgentContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.BeforeAgentShutdown"/>: an agent is about to be shut down.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask BeforeAgentShutdownAsync(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeAgentShutdown] is { } chain
            ? Observe(As<AgentContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.BeforeAgentShutdown"/> synchronously: an agent is about to be shut down.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void BeforeAgentShutdown(AgentContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.BeforeAgentShutdown] is { } chain)
            As<AgentContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.AfterAgentShutdown"/>: an agent has been shut down.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask AfterAgentShutdownAsync(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterAgentShutdown] is { } chain
            ? Observe(As<AgentContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.AfterAgentShutdown"/> synchronously: an agent has been shut down.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void AfterAgentShutdown(AgentContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.AfterAgentShutdown] is { } chain)
            As<AgentContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.SubagentStart"/>: a subagent has been started.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask SubagentStartAsync(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SubagentStart] is { } chain
            ? Observe(As<AgentContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.SubagentStart"/> synchronously: a subagent has been started.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void SubagentStart(AgentContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.SubagentStart] is { } chain)
            As<AgentContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.SubagentStop"/>: a subagent wants to stop, because it takes its task for done.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> SubagentStopAsync(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SubagentStop] is { } chain
            ? As<AgentContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.SubagentStop, context);

    /// <summary>Fires <see cref="HookPoint.SubagentStop"/> synchronously: a subagent wants to stop, because it takes its task for done.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult SubagentStop(AgentContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SubagentStop] is { } chain
            ? As<AgentContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.SubagentStop, context);
}
