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
        var progress = lent.Progress!;
        var left = dispatcher.Pipeline.AgentTimeout;
        while (true)
        {
            var started = Time.GetTimestamp();
            var answer = AgentAnswer.Read(current, await RunAsync(current, left, cancellationToken).ConfigureAwait(false));
            left -= Time.GetElapsedTime(started);

            // Nobody waits for more of a run that is cancelled.
            if (cancellationToken.IsCancellationRequested || !dispatcher.ShouldFire(stopPoint))
                return answer;
            try
            {
                var stop = Stop(lent, current, answer, progress.Continuations);
                var verdict = await dispatcher.FirePointAsync(stopPoint, stop, cancellationToken).ConfigureAwait(false);
                stop = stop.Final;
                if (verdict.Kind != HookResultKind.Retry)
                    return End(verdict, answer, stop);
                if (progress.Continuations >= dispatcher.Pipeline.MaxContinuations)
                {
                    dispatcher.Report(HookReport.Exhausted(stop.DecidedBy!, verdict, progress.Continuations + 1));
                    return answer;
                }

                current = GoOn(lent, stop, verdict, ++progress.Continuations);
                await DelayAsync(verdict.RetryPolicy!.Delay, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return answer;
            }
        }
    }

    private TimeProvider Time => dispatcher.Options.TimeProvider;

    private ValueTask<object?> RunAsync(AgentContext current, TimeSpan? left, CancellationToken cancellationToken) => left is { } limit
        ? TimeLimit.CallAsync(
            run, current, limit > TimeSpan.Zero ? limit : TimeSpan.Zero, () => $"The agent '{current.AgentName}' took longer than {dispatcher.Pipeline.AgentTimeout}.", Time, cancellationToken)
        : run(current, cancellationToken);

    private static AgentAnswer End(HookResult verdict, AgentAnswer answer, AgentContext stop) => verdict.Kind switch
    {
        // What the run has cost is spent.
        HookResultKind.Replace => (AgentAnswer.Of(verdict.Value) ?? AgentAnswer.Empty) with { Usage = answer.Usage, Cost = answer.Cost },
        HookResultKind.Cancel => answer with { StopReason = verdict.Reason },
        _ => AgentAnswer.Read(stop),
    };

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
            await Task.Delay(delay, Time, cancellationToken).ConfigureAwait(false);
    }
}
