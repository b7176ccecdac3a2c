namespace Hooks.Pipelines.Tests.Agents;

/// <summary>How a run can end: one AgentLoopEnd each time, with the same three facts.</summary>
public sealed class AgentEndingTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private readonly FakeClock _clock = new();
    private readonly List<(bool IsSuccess, string? Error, bool IsAborted)> _ends = [];
    private readonly HookDispatcher _hooks;

    public AgentEndingTests()
    {
        _hooks = new(new EmptyTable(), new() { TimeProvider = _clock, Pipeline = new() { AgentTimeout = Limit } });
        _hooks.Observe<AgentContext>(HookPoint.AgentLoopEnd, (run, token) =>
        {
            Assert.False(token.IsCancellationRequested);
            _ends.Add((run.Outcome == AgentRunOutcome.Succeeded, run.ErrorMessage, run.Outcome == AgentRunOutcome.Cancelled));
            return default;
        });
    }

    public enum Token
    {
        None,
        Cancelled,
        DeadlinePassed,
    }

    public enum Thrown
    {
        Nothing,
        Error,
        Cancellation,
        Deadline,
    }

    [Theory]
    [InlineData(Token.None, Thrown.Nothing, true, null, false)]
    [InlineData(Token.None, Thrown.Error, false, "its text", false)]
    [InlineData(Token.Cancelled, Thrown.Cancellation, false, null, true)]
    [InlineData(Token.Cancelled, Thrown.Error, false, null, true)]
    [InlineData(Token.Cancelled, Thrown.Deadline, false, null, true)]
    [InlineData(Token.DeadlinePassed, Thrown.Deadline, false, "The agent 'a' took longer than 00:01:00.", false)]
    [InlineData(Token.Cancelled, Thrown.Nothing, true, null, false)]
    public async Task A_run_ends_in_one_of_seven_ways(Token token, Thrown thrown, bool isSuccess, string? error, bool isAborted)
    {
        using var cancelling = new CancellationTokenSource();
        var ending = _hooks.RunAgentAsync(new() { AgentName = "a" }, async (_, own) =>
        {
            await Task.Yield();
            if (token == Token.Cancelled)
                await cancelling.CancelAsync();
            if (token == Token.DeadlinePassed)
                await new TaskCompletionSource().Task.WaitAsync(own);
            return thrown switch
            {
                Thrown.Error => throw new InvalidOperationException("its text"),
                Thrown.Cancellation => throw new InvalidOperationException("wraps", new OperationCanceledException(cancelling.Token)),
                Thrown.Deadline => throw new InvalidOperationException("wraps", new TimeoutException()),
                _ => "done",
            };
        }, cancelling.Token).AsTask();
        if (token == Token.DeadlinePassed)
        {
            while (_clock.ArmedTimers == 0)
                await Task.Yield();
            _clock.Advance(Limit);
        }

        if (isAborted)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ending);
        else
            Assert.Equal((isSuccess ? "done" : null, error), ((await ending).Response, (await ending).ErrorMessage));

        Assert.Equal([(isSuccess, error, isAborted)], _ends);
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_an_error_like_any_other()
    {
        await _hooks.RunAgentAsync(new() { AgentName = "a" }, (_, _) => throw new OperationCanceledException("by the model's client"));

        Assert.Equal([(false, "by the model's client", false)], _ends);
    }

    [Fact]
    public async Task A_run_that_passes_its_deadline_has_reached_its_limit()
    {
        var ending = _hooks.RunAgentAsync(new(), (_, token) => new(new TaskCompletionSource<object?>().Task.WaitAsync(token))).AsTask();
        _clock.Advance(Limit);

        Assert.Equal(AgentRunOutcome.LimitReached, (await ending).Outcome);
    }

    [Fact]
    public async Task A_run_that_a_hook_denies_ends_too()
    {
        _hooks.Register<AgentContext>(HookPoint.BeforeAgentExecution, _ => HookResult.Cancel("not today"));
        var final = await _hooks.RunAgentAsync(new(), (_, _) => throw new InvalidOperationException("never"));

        Assert.Equal((AgentRunOutcome.Denied, "not today"), (final.Outcome, final.ErrorMessage));
        Assert.Equal([(false, "not today", false)], _ends);
    }

    [Fact]
    public async Task A_run_whose_caller_has_gone_before_it_began_was_aborted()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _hooks.RunAgentAsync(new(), (_, _) => new("never"), new CancellationToken(canceled: true)).AsTask());

        Assert.Equal([(false, null, true)], _ends);
    }

    [Fact]
    public async Task An_answer_that_is_there_stands_when_the_caller_cancels_while_it_is_judged()
    {
        using var cancelling = new CancellationTokenSource();
        _hooks.Register<AgentContext>(HookPoint.BeforeAgentStop, async (_, token) =>
        {
            await cancelling.CancelAsync();
            token.ThrowIfCancellationRequested();
            return HookResult.Continue;
        });

        Assert.Equal("done", (await _hooks.RunAgentAsync(new(), (_, _) => new("done"), cancelling.Token)).Response);
        Assert.Equal([(true, null, false)], _ends);
    }

    [Fact]
    public async Task The_time_of_stop_hooks_is_not_that_of_the_run()
    {
        _hooks.Register<AgentContext>(HookPoint.BeforeAgentStop, _ =>
        {
            _clock.Advance(Limit * 2);
            return HookResult.Continue;
        });
        var run = new TaskCompletionSource<object?>();
        var ending = _hooks.RunAgentAsync(new(), (_, _) => new(run.Task)).AsTask();
        run.SetResult("done");

        Assert.Equal((AgentRunOutcome.Succeeded, "done"), ((await ending).Outcome, (await ending).Response));
    }

    [Fact]
    public async Task The_limit_of_another_run_is_not_its_own()
    {
        var inner = _hooks.RunAgentAsync(new(), (_, token) => new(new TaskCompletionSource<object?>().Task.WaitAsync(token))).AsTask();
        _clock.Advance(Limit);
        var error = (await inner).Error!;
        var outer = await _hooks.RunAgentAsync(new(), (_, _) => throw error);

        Assert.Equal((AgentRunOutcome.Failed, error), (outer.Outcome, outer.Error));
    }

    [Fact]
    public async Task A_redirected_run_that_passes_its_deadline_has_reached_the_limit_of_both()
    {
        _hooks.Register<AgentContext>(HookPoint.BeforeAgentExecution, run => run.AgentName == "a" ? HookResult.Redirect("b") : HookResult.Continue);
        var ending = _hooks.RunAgentAsync(new() { AgentName = "a" }, (_, token) => new(new TaskCompletionSource<object?>().Task.WaitAsync(token))).AsTask();
        _clock.Advance(Limit);

        Assert.Equal(AgentRunOutcome.LimitReached, (await ending).Outcome);
    }

    [Fact]
    public async Task The_answer_of_a_branch_stands_though_the_caller_has_cancelled()
    {
        using var cancelling = new CancellationTokenSource();
        _hooks.Register<AgentContext>(HookPoint.BeforeAgentExecution, run => run.AgentName == "a" ? HookResult.Fork([new("b")]) : HookResult.Continue);
        var final = await _hooks.RunAgentAsync(new() { AgentName = "a" }, async (_, _) =>
        {
            await cancelling.CancelAsync();
            return "late";
        }, cancelling.Token);

        Assert.Equal("late", final.Response);
        Assert.Equal([(true, null, false), (true, null, false)], _ends);
    }
}
