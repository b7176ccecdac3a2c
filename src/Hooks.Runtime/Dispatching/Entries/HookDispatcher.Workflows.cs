// Derived from the members of HookPoint; a test holds it so. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests
namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Fires <see cref="HookPoint.BeforeWorkflowStart"/>: a workflow is about to start.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> BeforeWorkflowStartAsync(WorkflowContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeWorkflowStart] is { } chain
            ? As<WorkflowContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.BeforeWorkflowStart, context);

    /// <summary>Fires <see cref="HookPoint.BeforeWorkflowStart"/> synchronously: a workflow is about to start.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult BeforeWorkflowStart(WorkflowContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeWorkflowStart] is { } chain
            ? As<WorkflowContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.BeforeWorkflowStart, context);

    /// <summary>Fires <see cref="HookPoint.WorkflowStageTransition"/>: a workflow passes from one stage to the next.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask WorkflowStageTransitionAsync(WorkflowContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.WorkflowStageTransition] is { } chain
            ? Observe(As<WorkflowContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.WorkflowStageTransition"/> synchronously: a workflow passes from one stage to the next.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void WorkflowStageTransition(WorkflowContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.WorkflowStageTransition] is { } chain)
            As<WorkflowContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.BeforeWorkflowStage"/>: a stage of a workflow is about to run.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> BeforeWorkflowStageAsync(WorkflowContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeWorkflowStage] is { } chain
            ? As<WorkflowContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.BeforeWorkflowStage, context);

    /// <summary>Fires <see cref="HookPoint.BeforeWorkflowStage"/> synchronously: a stage of a workflow is about to run.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult BeforeWorkflowStage(WorkflowContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeWorkflowStage] is { } chain
            ? As<WorkflowContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.BeforeWorkflowStage, context);

    /// <summary>Fires <see cref="HookPoint.AfterWorkflowStage"/>: a stage of a workflow has run.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask AfterWorkflowStageAsync(WorkflowContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterWorkflowStage] is { } chain
            ? Observe(As<WorkflowContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.AfterWorkflowStage"/> synchronously: a stage of a workflow has run.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void AfterWorkflowStage(WorkflowContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.AfterWorkflowStage] is { } chain)
            As<WorkflowContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.WorkflowCheckpoint"/>: a checkpoint has been made, to which the workflow can return.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask WorkflowCheckpointAsync(WorkflowContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.WorkflowCheckpoint] is { } chain
            ? Observe(As<WorkflowContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.WorkflowCheckpoint"/> synchronously: a checkpoint has been made, to which the workflow can return.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void WorkflowCheckpoint(WorkflowContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.WorkflowCheckpoint] is { } chain)
            As<WorkflowContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.WorkflowRollback"/>: a workflow has been taken back to an earlier stage or checkpoint.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask WorkflowRollbackAsync(WorkflowContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.WorkflowRollback] is { } chain
            ? Observe(As<WorkflowContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.WorkflowRollback"/> synchronously: a workflow has been taken back to an earlier stage or checkpoint.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void WorkflowRollback(WorkflowContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.WorkflowRollback] is { } chain)
            As<WorkflowContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.AfterWorkflowComplete"/>: a workflow has run to its end.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask AfterWorkflowCompleteAsync(WorkflowContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterWorkflowComplete] is { } chain
            ? Observe(As<WorkflowContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.AfterWorkflowComplete"/> synchronously: a workflow has run to its end.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void AfterWorkflowComplete(WorkflowContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.AfterWorkflowComplete] is { } chain)
            As<WorkflowContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.WorkflowError"/>: a workflow, or one of its stages, has failed.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> WorkflowErrorAsync(WorkflowContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.WorkflowError] is { } chain
            ? As<WorkflowContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.WorkflowError, context);

    /// <summary>Fires <see cref="HookPoint.WorkflowError"/> synchronously: a workflow, or one of its stages, has failed.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult WorkflowError(WorkflowContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.WorkflowError] is { } chain
            ? As<WorkflowContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.WorkflowError, context);
}
