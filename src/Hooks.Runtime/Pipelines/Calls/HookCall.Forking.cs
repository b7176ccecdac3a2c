namespace Hooks;

// Several branches in place of one call, at the same time, each through all of its own hooks.
internal sealed partial class HookCall<TContext>
{
    private bool _isForked;

    private async ValueTask ForkAsync(HookFork fork)
    {
        _isForked = true;
        _ifInterrupted = new(ToolCallOutcome.Failed, Message: "a hook failed");
        var merge = ForkMerge.Of(fork);
        var running = new List<Task<ForkEnd>>(fork.Branches.Count);
        var losers = CancellationTokenSource.CreateLinkedTokenSource(caller);
        try
        {
            await MergeAsync(fork, merge, running, losers.Token).ConfigureAwait(false);
        }
        finally
        {
            await StopAsync(running, losers).ConfigureAwait(false);
        }

        var end = merge.End(out var contributing);
        if (!kind.KeepsLateResult || end.Outcome != ToolCallOutcome.Succeeded)
            caller.ThrowIfCancellationRequested();
        foreach (var contribution in contributing)
            Take(contribution.AddedContext);
        Settle(end);
    }

    private async ValueTask MergeAsync(HookFork fork, ForkMerge merge, List<Task<ForkEnd>> running, CancellationToken token)
    {
        for (var i = 0; i < fork.Branches.Count && !merge.IsSettled; i++)
        {
            var branch = RunAsync(fork.Branches[i], i, token);
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
    }

    private async Task<ForkEnd> RunAsync(HookBranch branch, int index, CancellationToken token)
    {
        HookCall<TContext>? call = null;
        Exception? thrown = null;
        try
        {
            var (other, objection) = await kind.SwitchAsync(dispatcher, Judged, Instead(branch.Target, branch.Arguments, index + 1), token).ConfigureAwait(false);
            if (objection.IsCancel)
                return new(index, HasSucceeded: false, Result: null, Error: null, objection.Reason, []);
            call = Of(other, token);
            await call.RunAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            thrown = error;
        }

        if (call is null)
            return new(index, HasSucceeded: false, Result: null, thrown, Message: null, []);
        var final = call.Context;
        return new(index, call.HasSucceeded && thrown is null, kind.ResultOf(final), kind.ErrorOf(final) ?? thrown, call.MessageOf(final), final.AddedContext);
    }

    // A branch that does not stop when it is told to is left alone after a while: it ends, and is observed, on its own.
    private async ValueTask StopAsync(List<Task<ForkEnd>> running, CancellationTokenSource losers)
    {
        if (running.Count == 0)
        {
            losers.Dispose();
            return;
        }

        TimeLimit.Cancel(losers);
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
