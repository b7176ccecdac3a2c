namespace Hooks;

/// <summary>One run of an agent, which hooks may keep from stopping.</summary>
/// <param name="dispatcher">The dispatcher.</param>
/// <param name="stopPoint">The point at which the agent says that it wants to stop.</param>
/// <param name="run">Runs the agent.</param>
internal sealed class KeptRun(HookDispatcher dispatcher, HookPoint stopPoint, Func<AgentContext, CancellationToken, ValueTask<object?>> run)
{
    public async ValueTask<object?> RunAsync(AgentContext lent, CancellationToken cancellationToken)
    {
        var current = lent;
        for (var kept = 0; ; kept++)
        {
            var answer = AgentAnswer.Read(current, await run(current, cancellationToken).ConfigureAwait(false));

            // Nobody waits for more of a run that is cancelled.
            if (cancellationToken.IsCancellationRequested || !dispatcher.ShouldFire(stopPoint))
                return answer;
            var stop = Stop(lent, current, answer, kept);
            var verdict = await dispatcher.FirePointAsync(stopPoint, stop, cancellationToken).ConfigureAwait(false);
            stop = stop.Final;
            switch (verdict.Kind)
            {
                case HookResultKind.Retry when kept < dispatcher.Pipeline.MaxContinuations:
                    current = GoOn(lent, stop, verdict, kept + 1);
                    await DelayAsync(verdict.RetryPolicy!.Delay, cancellationToken).ConfigureAwait(false);
                    break;
                case HookResultKind.Retry:
                    dispatcher.Report(HookReport.Exhausted(stop.DecidedBy!, verdict, kept + 1));
                    return answer;
                case HookResultKind.Replace:
                    return AgentAnswer.Of(verdict.Value);
                case HookResultKind.Cancel:
                    return answer with { StopReason = verdict.Reason };
                default:
                    return AgentAnswer.Read(stop);
            }
        }
    }

    private static AgentContext Stop(AgentContext lent, AgentContext current, AgentAnswer answer, int kept)
    {
        var stop = AgentRunKind.Like(current, lent, lent.AgentName, lent.AgentId, kept);
        stop.Response = answer.Response;
        stop.Result = answer.Result;
        stop.StopReason = answer.StopReason;
        stop.Iterations = answer.Iterations;
        stop.Usage = answer.Usage;
        stop.Cost = answer.Cost;
        return stop;
    }

    // The reason is the next prompt; what hooks want the model to see goes with it.
    private static AgentContext GoOn(AgentContext lent, AgentContext stop, HookResult verdict, int kept)
    {
        var next = AgentRunKind.Like(lent, lent, lent.AgentName, lent.AgentId, kept);
        next.Task = verdict.Reason ?? lent.Task;
        foreach (var text in stop.AddedContext)
            next.AddContext(text);
        foreach (var (key, value) in lent.Items)
            next.Items[key] = value;
        return next;
    }

    private async ValueTask DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        delay = delay < dispatcher.Pipeline.MaxRetryDelay ? delay : dispatcher.Pipeline.MaxRetryDelay;
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay, dispatcher.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
    }
}
