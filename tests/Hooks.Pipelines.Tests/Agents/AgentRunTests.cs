namespace Hooks.Pipelines.Tests.Agents;

/// <summary>What hooks make of a run: its points in their order, keeping it from stopping, its errors, other agents in its place.</summary>
public sealed class AgentRunTests
{
    private readonly List<HookReport> _reports = [];
    private readonly List<string?> _tasks = [];
    private readonly List<string> _told = [];
    private readonly HookDispatcher _hooks;

    public AgentRunTests() => _hooks = new(new EmptyTable(), new() { OnReport = _reports.Add });

    [Fact]
    public async Task The_points_of_a_run_come_in_their_order()
    {
        Tell(HookPoint.BeforeAgentExecution, HookPoint.BeforeAgentStop, HookPoint.AfterAgentExecution, HookPoint.AgentLoopEnd);
        var final = await RunAsync();

        Assert.Equal(["BeforeAgentExecution ", "BeforeAgentStop answer 0", "AfterAgentExecution answer 0", "AgentLoopEnd answer 0"], _told);
        Assert.Equal((AgentRunOutcome.Succeeded, "answer 0"), (final.Outcome, final.Response));
    }

    [Fact]
    public async Task A_failed_run_has_no_result_but_an_end()
    {
        Tell(HookPoint.AgentError, HookPoint.AfterAgentExecution, HookPoint.AgentLoopEnd);
        _hooks.Observe<ErrorContext>(HookPoint.ErrorOccurred, error => _told.Add($"ErrorOccurred {error.Message}"));
        await _hooks.RunAgentAsync(new(), (_, _) => throw new InvalidOperationException("broken"));

        Assert.Equal(["AgentError ", "ErrorOccurred broken", "AgentLoopEnd "], _told);
    }

    [Fact]
    public async Task A_hook_that_wants_more_gets_it_with_its_reason_as_the_next_task()
    {
        _hooks.Register<AgentContext>(HookPoint.BeforeAgentStop, stop =>
        {
            stop.AddContext($"kept {stop.ContinuationCount}");
            return stop.ContinuationCount < 2 ? HookResult.Retry($"more {stop.ContinuationCount}") : HookResult.Continue;
        });
        var final = await RunAsync();

        Assert.Equal(["task", "more 0", "more 1"], _tasks);
        Assert.Equal(["", "kept 0", "kept 1"], _told);
        Assert.Equal("answer 2", final.Response);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(2)]
    [InlineData(0)]
    public async Task No_hook_keeps_an_agent_working_for_ever(int most)
    {
        var hooks = new HookDispatcher(new EmptyTable(), new() { OnReport = _reports.Add, Pipeline = new() { MaxContinuations = most } });
        hooks.Register<AgentContext>(HookPoint.BeforeAgentStop, _ => HookResult.Retry("more"));
        var final = await RunAsync(hooks);

        Assert.Equal(most + 1, _tasks.Count);
        Assert.Equal((AgentRunOutcome.Succeeded, $"answer {most}"), (final.Outcome, final.Response));
        Assert.Single(_reports);
    }

    [Fact]
    public void Eight_is_what_the_options_say() => Assert.Equal(8, new HookPipelineOptions().MaxContinuations);

    [Fact]
    public async Task Cancel_stops_at_once_whatever_others_want()
    {
        _hooks.Register<AgentContext>(HookPoint.BeforeAgentStop, _ => HookResult.Retry("more"));
        _hooks.Register<AgentContext>(HookPoint.BeforeAgentStop, _ => HookResult.Cancel("enough"));
        var final = await RunAsync();

        Assert.Single(_tasks);
        Assert.Equal((AgentRunOutcome.Succeeded, "answer 0", "enough"), (final.Outcome, final.Response, final.StopReason));
    }

    [Fact]
    public async Task A_final_answer_can_be_replaced_or_changed()
    {
        _hooks.Register<AgentContext>(HookPoint.BeforeAgentStop, stop => stop.Task == "replace" ? HookResult.Replace("other") : Changed(stop));
        var replaced = await _hooks.RunAgentAsync(new() { Task = "replace" }, (_, _) => new("answer"));
        var changed = await _hooks.RunAgentAsync(new() { Task = "change" }, (_, _) => new("answer"));

        Assert.Equal(("other", "answer!"), (replaced.Response, changed.Response));

        static HookResult Changed(AgentContext stop)
        {
            stop.Response += "!";
            return HookResult.Modified;
        }
    }

    [Fact]
    public async Task A_stop_hook_that_fails_lets_the_agent_stop()
    {
        _hooks.Register<AgentContext>(HookPoint.BeforeAgentStop, HookResult (_) => throw new InvalidOperationException());
        var final = await RunAsync();

        Assert.Equal((AgentRunOutcome.Succeeded, "answer 0"), (final.Outcome, final.Response));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_is_not_kept_working()
    {
        using var cancelling = new CancellationTokenSource();
        _hooks.Register<AgentContext>(HookPoint.BeforeAgentStop, _ => HookResult.Retry("more"));
        var runs = 0;
        var final = await _hooks.RunAgentAsync(new(), async (_, _) =>
        {
            runs++;
            await cancelling.CancelAsync();
            return "done";
        }, cancelling.Token);

        Assert.Equal((1, "done"), (runs, final.Response));
    }

    [Theory]
    [InlineData(true, 2, AgentRunOutcome.Succeeded)]
    [InlineData(false, 1, AgentRunOutcome.Succeeded)]
    public async Task An_error_can_be_got_over(bool retries, int runs, AgentRunOutcome outcome)
    {
        var count = 0;
        _hooks.Register<AgentContext>(HookPoint.AgentError, _ => retries ? HookResult.Retry() : HookResult.Replace("instead"));
        _hooks.Observe<ErrorContext>(HookPoint.ErrorRecovered, error => _told.Add($"{error.Recovery} {error.Error!.Message}"));
        var final = await _hooks.RunAgentAsync(new(), (_, _) => ++count == 1 ? throw new InvalidOperationException("once") : new("again"));

        Assert.Equal((runs, outcome, retries ? "again" : "instead"), (count, final.Outcome, final.Response));
        Assert.Equal([retries ? "retry once" : "replace once"], _told);
    }

    [Fact]
    public async Task A_redirect_runs_another_agent_and_each_run_has_its_own_end()
    {
        var ends = new List<(string?, AgentRunOutcome)>();
        _hooks.Register<AgentContext>(HookPoint.BeforeAgentExecution, run => run.AgentName == "a" ? HookResult.Redirect("b") : HookResult.Continue);
        _hooks.Observe<AgentContext>(HookPoint.AgentLoopEnd, run => ends.Add((run.AgentName, run.Outcome)));
        var final = await _hooks.RunAgentAsync(new() { AgentName = "a", AgentId = "1" }, (run, _) => new($"{run.AgentName} {run.AgentId}"));

        Assert.Equal((AgentRunOutcome.Succeeded, "b 1/1"), (final.Outcome, final.Response));
        Assert.Equal([("b", AgentRunOutcome.Succeeded), ("a", AgentRunOutcome.Succeeded)], ends);
    }

    [Fact]
    public async Task What_the_host_says_about_a_run_reaches_its_hooks()
    {
        AgentContext? end = null;
        _hooks.Observe<AgentContext>(HookPoint.AgentLoopEnd, run => end = run);
        var result = new object();
        await _hooks.RunAgentAsync(new(), (run, _) =>
        {
            (run.Response, run.StopReason, run.Iterations, run.Cost, run.Usage) = ("text", "end_turn", 3, 0.5m, new() { InputTokens = 7 });
            return new(result);
        });

        Assert.Equal(("text", result, "end_turn", 3, 0.5m, 7L), (end!.Response, end.Result, end.StopReason, end.Iterations, end.Cost, end.Usage!.InputTokens));
    }

    [Fact]
    public async Task A_subagent_starts_after_its_guards_and_stops_at_a_point_of_its_own()
    {
        Tell(HookPoint.BeforeAgentExecution, HookPoint.SubagentStart, HookPoint.SubagentStop, HookPoint.BeforeAgentStop, HookPoint.AgentLoopEnd);
        await _hooks.RunSubagentAsync(new(), (_, _) => new("answer"));

        Assert.Equal(["BeforeAgentExecution ", "SubagentStart ", "SubagentStop answer", "AgentLoopEnd answer"], _told);
    }

    [Fact]
    public async Task An_agent_is_set_up_unless_a_hook_objects_and_shut_down()
    {
        Tell(HookPoint.BeforeAgentInit, HookPoint.AfterAgentInit, HookPoint.BeforeAgentShutdown, HookPoint.AfterAgentShutdown);
        var ready = await _hooks.InitAgentAsync(new(), (_, _) => new("ready"));
        await _hooks.ShutDownAgentAsync(new(), _ => default);

        Assert.Equal((AgentRunOutcome.Succeeded, "ready"), (ready.Outcome, ready.Result));
        Assert.Equal(["BeforeAgentInit ", "AfterAgentInit ", "BeforeAgentShutdown ", "AfterAgentShutdown "], _told);

        _hooks.Register<AgentContext>(HookPoint.BeforeAgentInit, _ => HookResult.Cancel("no"));
        var denied = await _hooks.InitAgentAsync(new(), (_, _) => throw new InvalidOperationException("never"));
        Assert.Equal((AgentRunOutcome.Denied, "no"), (denied.Outcome, denied.ErrorMessage));
    }

    [Fact]
    public async Task Over_all_attempts_a_subagent_begins_once_and_is_kept_working_no_longer_than_the_options_say()
    {
        var (runs, started) = (0, 0);
        _hooks.Observe<AgentContext>(HookPoint.SubagentStart, _ => started++);
        _hooks.Register<AgentContext>(HookPoint.SubagentStop, _ => HookResult.Retry("more"));
        _hooks.Register<AgentContext>(HookPoint.AgentError, _ => HookResult.Retry());
        await _hooks.RunSubagentAsync(new(), (_, _) => ++runs % 5 == 0 ? throw new InvalidOperationException("broken") : new("done"));

        // Eight times kept from stopping, and each of the two failures makes the call again.
        Assert.Equal((1, 1 + 8 + 2), (started, runs));
    }

    [Fact]
    public async Task What_a_replaced_answer_has_cost_is_spent()
    {
        _hooks.Register<AgentContext>(HookPoint.BeforeAgentStop, _ => HookResult.Replace("other"));
        var final = await _hooks.RunAgentAsync(new(), (run, _) =>
        {
            run.Cost = 1m;
            return new("answer");
        });

        Assert.Equal(("other", 1m), (final.Response, final.Cost));
    }

    [Fact]
    public async Task What_a_run_without_an_answer_says_about_itself_is_kept()
    {
        var final = await _hooks.RunAgentAsync(new(), (run, _) =>
        {
            (run.StopReason, run.Iterations) = ("max_iterations", 7);
            return new((object?)null);
        });

        Assert.Equal((AgentRunOutcome.Succeeded, "max_iterations", 7), (final.Outcome, final.StopReason, final.Iterations));
    }

    [Fact]
    public async Task What_hooks_add_when_a_subagent_begins_is_given_to_it()
    {
        _hooks.Observe<AgentContext>(HookPoint.SubagentStart, run => run.AddContext("be brief"));
        IReadOnlyList<string> given = [];
        await _hooks.RunSubagentAsync(new(), (run, _) =>
        {
            given = run.AddedContext;
            return new("done");
        });

        Assert.Equal(["be brief"], given);
    }

    private void Tell(params HookPoint[] points)
    {
        foreach (var point in points)
            _hooks.Observe<AgentContext>(point, run => _told.Add($"{point} {run.Response}"));
    }

    private async Task<AgentContext> RunAsync(HookDispatcher? hooks = null) =>
        await (hooks ?? _hooks).RunAgentAsync(new() { Task = "task" }, (run, _) =>
        {
            _tasks.Add(run.Task);
            if (hooks is null && _hooks.HasHooks(HookPoint.BeforeAgentStop) && !_hooks.HasHooks(HookPoint.AgentLoopEnd))
                _told.Add(string.Join(",", run.AddedContext));
            return new($"answer {_tasks.Count - 1}");
        });
}
