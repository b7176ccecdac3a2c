namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>
    /// Runs a workflow with all of its hooks around it: <see cref="HookPoint.BeforeWorkflowStart"/>, the run,
    /// <see cref="HookPoint.WorkflowError"/> if it has failed, and <see cref="HookPoint.AfterWorkflowComplete"/> if it has an output.
    /// </summary>
    /// <remarks>Redirect and Fork name workflows; a branch's arguments are its <see cref="WorkflowContext.Input"/>. Cache needs a key from the hook.</remarks>
    /// <param name="context">The workflow.</param>
    /// <param name="run">Runs the workflow that the context it is given names, a copy, and returns its output.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The context with <see cref="WorkflowContext.Outcome"/> and output or error. What was denied or failed does not throw.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<WorkflowContext> RunWorkflowAsync(
        WorkflowContext context, Func<WorkflowContext, CancellationToken, ValueTask<object?>> run, CancellationToken cancellationToken = default) =>
        context is null ? ValueTask.FromException<WorkflowContext>(new ArgumentNullException(nameof(context)))
        : run is null ? ValueTask.FromException<WorkflowContext>(new ArgumentNullException(nameof(run)))
        : new HookCall<WorkflowContext>(this, WorkflowKind.Whole, context, run, cancellationToken).RunAsync();

    /// <summary>
    /// Runs a stage of a workflow: <see cref="HookPoint.BeforeWorkflowStage"/>, <see cref="HookPoint.WorkflowStageTransition"/> when
    /// the stage begins and there was a <see cref="WorkflowContext.PreviousStage"/>, the run, <see cref="HookPoint.WorkflowError"/> if it
    /// has failed, and <see cref="HookPoint.AfterWorkflowStage"/> if it has an output.
    /// </summary>
    /// <remarks>Redirect and Fork name stages; a branch's arguments are its <see cref="WorkflowContext.Input"/>. Cache needs a key from the hook.</remarks>
    /// <param name="context">The stage.</param>
    /// <param name="run">Runs the stage that the context it is given names, a copy, and returns its output.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The context with <see cref="WorkflowContext.Outcome"/> and output or error. What was denied or failed does not throw.</returns>
    /// <exception cref="ArgumentException">The context names no stage.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<WorkflowContext> RunStageAsync(
        WorkflowContext context, Func<WorkflowContext, CancellationToken, ValueTask<object?>> run, CancellationToken cancellationToken = default)
    {
        if (context is null)
            return ValueTask.FromException<WorkflowContext>(new ArgumentNullException(nameof(context)));
        if (run is null)
            return ValueTask.FromException<WorkflowContext>(new ArgumentNullException(nameof(run)));
        return context.Stage is null
            ? ValueTask.FromException<WorkflowContext>(new ArgumentException($"The context of a stage names it: {nameof(WorkflowContext.Stage)} is null.", nameof(context)))
            : new HookCall<WorkflowContext>(this, WorkflowKind.Stage, context, PassAsync, cancellationToken).RunAsync();

        async ValueTask<object?> PassAsync(WorkflowContext lent, CancellationToken token)
        {
            if (lent is { PreviousStage: not null, Attempt: 1 })
                await TellAsync(HookPoint.WorkflowStageTransition, lent).ConfigureAwait(false);
            return await run(lent, token).ConfigureAwait(false);
        }
    }

    /// <summary>Makes a checkpoint to which a workflow can return, and fires <see cref="HookPoint.WorkflowCheckpoint"/> when it is made.</summary>
    /// <param name="context">The workflow, with its <see cref="WorkflowContext.CheckpointId"/>.</param>
    /// <param name="save">Makes it. What it throws is thrown on, and there is no checkpoint.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public ValueTask CheckpointWorkflowAsync(WorkflowContext context, Func<CancellationToken, ValueTask> save, CancellationToken cancellationToken = default) =>
        DoneAsync(HookPoint.WorkflowCheckpoint, context, save, cancellationToken);

    /// <summary>Takes a workflow back to an earlier stage or checkpoint, and fires <see cref="HookPoint.WorkflowRollback"/> when it is there.</summary>
    /// <param name="context">The workflow, with the stage or checkpoint and the <see cref="WorkflowContext.Reason"/>.</param>
    /// <param name="restore">Takes it back. What it throws is thrown on.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public ValueTask RollBackWorkflowAsync(WorkflowContext context, Func<CancellationToken, ValueTask> restore, CancellationToken cancellationToken = default) =>
        DoneAsync(HookPoint.WorkflowRollback, context, restore, cancellationToken);
}
