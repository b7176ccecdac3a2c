namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>
    /// Runs an agent with all of its hooks around it: <see cref="HookPoint.BeforeAgentExecution"/>, approval where a hook asks for
    /// it, the run, <see cref="HookPoint.BeforeAgentStop"/> when it wants to stop, <see cref="HookPoint.AgentError"/> when it has failed,
    /// <see cref="HookPoint.AfterAgentExecution"/> when its result is there, and, exactly once on every path,
    /// <see cref="HookPoint.AgentLoopEnd"/>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// At <see cref="HookPoint.BeforeAgentStop"/> Retry keeps the agent working, with the reason as its next
    /// <see cref="AgentContext.Task"/>, at most <see cref="HookPipelineOptions.MaxContinuations"/> times in a row.
    /// </para>
    /// <para>
    /// How a run ends: with a result it has succeeded, even if the caller has cancelled in the meantime; with an error it has
    /// failed, and <see cref="AgentContext.ErrorMessage"/> says why; with an error after the caller has cancelled it was aborted
    /// (<see cref="AgentRunOutcome.Cancelled"/>), and whatever it threw is not told; over <see cref="HookPipelineOptions.AgentTimeout"/>
    /// it has reached its limit. Redirect and Fork name agents, by <see cref="HookContext.AgentName"/>; a branch's argument
    /// <c>task</c> is its task.
    /// </para>
    /// </remarks>
    /// <param name="context">The agent and its task.</param>
    /// <param name="run">
    /// Runs the agent that the context it is given names, a copy, and returns its answer: a string is <see cref="AgentContext.Response"/>,
    /// anything else <see cref="AgentContext.Result"/>. It may fill in there Response, StopReason, Iterations, Usage and Cost.
    /// </param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The context as the run has left it. A run that was denied or failed does not throw.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled before the run had an answer; AgentLoopEnd has been fired before.</exception>
    public ValueTask<AgentContext> RunAgentAsync(
        AgentContext context, Func<AgentContext, CancellationToken, ValueTask<object?>> run, CancellationToken cancellationToken = default)
    {
        if (context is null)
            return ValueTask.FromException<AgentContext>(new ArgumentNullException(nameof(context)));
        return run is null
            ? ValueTask.FromException<AgentContext>(new ArgumentNullException(nameof(run)))
            : RunAsync(context, new KeptRun(this, HookPoint.BeforeAgentStop, run).RunAsync, cancellationToken);
    }

    /// <summary>
    /// Runs a subagent as <see cref="RunAgentAsync"/> runs an agent, with <see cref="HookPoint.SubagentStart"/> when it begins,
    /// after the guards, and <see cref="HookPoint.SubagentStop"/> in place of <see cref="HookPoint.BeforeAgentStop"/>.
    /// </summary>
    /// <inheritdoc cref="RunAgentAsync"/>
    public ValueTask<AgentContext> RunSubagentAsync(
        AgentContext context, Func<AgentContext, CancellationToken, ValueTask<object?>> run, CancellationToken cancellationToken = default)
    {
        if (context is null)
            return ValueTask.FromException<AgentContext>(new ArgumentNullException(nameof(context)));
        if (run is null)
            return ValueTask.FromException<AgentContext>(new ArgumentNullException(nameof(run)));
        var kept = new KeptRun(this, HookPoint.SubagentStop, run);
        return RunAsync(context, StartAsync, cancellationToken);

        async ValueTask<object?> StartAsync(AgentContext lent, CancellationToken token)
        {
            var progress = lent.Progress!;
            if (!progress.IsTold)
                await TellAsync(HookPoint.SubagentStart, lent).ConfigureAwait(false);
            progress.IsTold = true;
            return await kept.RunAsync(lent, token).ConfigureAwait(false);
        }
    }

    private ValueTask<AgentContext> RunAsync(AgentContext context, Func<AgentContext, CancellationToken, ValueTask<object?>> run, CancellationToken cancellationToken)
    {
        context.Progress = new();
        return new HookCall<AgentContext>(this, AgentRunKind.Instance, context, run, cancellationToken).RunAsync();
    }
}
