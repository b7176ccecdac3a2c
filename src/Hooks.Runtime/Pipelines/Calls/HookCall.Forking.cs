namespace Hooks;

// Several branches in place of one call, at the same time, each through all of its own hooks.
internal sealed partial class HookCall<TContext>
{
    private async ValueTask ForkAsync(HookFork fork)
    {
        _ifInterrupted = new(ToolCallOutcome.Failed, Message: "a hook failed");
        var merge = ForkMerge.Of(fork);
        var running = new List<Task<ForkEnd>>(fork.Branches.Count);
        using var losers = CancellationTokenSource.CreateLinkedTokenSource(caller);
        for (var i = 0; i < fork.Branches.Count && !merge.IsSettled; i++)
        {
            var branch = RunAsync(fork.Branches[i], i, losers.Token);
            if (branch.IsCompleted)
                merge.Add(await branch.ConfigureAwait(false));
            else
                running.Add(branch);
        }

        while (running.Count > 0 && !merge.IsSettled)
        {
            var done = await Task.WhenAny(running).ConfigureAwait(false);
            running.Remove(done);
            merge.Add(await done.ConfigureAwait(false));
        }

        await StopAsync(running, losers).ConfigureAwait(false);
        caller.ThrowIfCancellationRequested();
        var end = merge.End(out var contributing);
        foreach (var contribution in contributing)
            Take(contribution.AddedContext);
        Settle(end);
    }

    private async Task<ForkEnd> RunAsync(HookBranch branch, int index, CancellationToken token)
    {
        var call = Of(Instead(branch.Target, branch.Arguments, index + 1), token);
        Exception? thrown = null;
        try
        {
            await call.RunAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            thrown = error;
        }

        var final = call.Context;
        return new(index, call.HasSucceeded && thrown is null, kind.ResultOf(final), kind.ErrorOf(final) ?? thrown, kind.ErrorMessageOf(final), final.AddedContext);
    }

    // A branch that does not stop when it is told to is left alone after a while: it ends, and is observed, on its own.
    private async ValueTask StopAsync(List<Task<ForkEnd>> running, CancellationTokenSource losers)
    {
        if (running.Count == 0)
            return;
        try
        {
            losers.Cancel();
        }
        catch (AggregateException)
        {
            // What a branch throws when it is told to stop is no longer anyone's concern.
        }

        var all = Task.WhenAll(running);
        try
        {
            await all.WaitAsync(Options.ObservationTimeout, dispatcher.Options.TimeProvider).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // They may have stopped in that moment.
            if (all.IsCompleted)
                return;
            dispatcher.Report(HookReport.Abandoned(HookPoints.Get(kind.Before), $"{running.Count(branch => !branch.IsCompleted)} branches of a fork did not stop within {Options.ObservationTimeout}"));
        }
    }

    private string? ForkRefusal(HookFork fork)
    {
        if (TooManyHops is { } reason)
            return reason;
        if (fork.Merge is < HookForkMerge.FirstSuccess or > HookForkMerge.Vote)
            return $"answered Fork with {fork.Merge}, which is no way to merge";
        foreach (var branch in fork.Branches)
        {
            if (path?.Contains(branch.Target) == true)
                return $"answered Fork with a branch of '{branch.Target}', from where the call has come; let calls through whose Parent is such a call";
        }

        return null;
    }
}
