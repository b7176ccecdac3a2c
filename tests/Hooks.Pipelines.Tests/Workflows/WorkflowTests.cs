namespace Hooks.Pipelines.Tests.Workflows;

/// <summary>Workflows and their stages.</summary>
public sealed class WorkflowTests
{
    private readonly HookDispatcher _hooks = new(new EmptyTable());
    private readonly List<string> _told = [];

    [Fact]
    public async Task The_points_of_a_workflow_and_its_stages_come_in_their_order()
    {
        Tell(
            HookPoint.BeforeWorkflowStart, HookPoint.BeforeWorkflowStage, HookPoint.WorkflowStageTransition, HookPoint.AfterWorkflowStage,
            HookPoint.WorkflowCheckpoint, HookPoint.WorkflowRollback, HookPoint.AfterWorkflowComplete, HookPoint.WorkflowError);
        var final = await _hooks.RunWorkflowAsync(new() { WorkflowName = "w" }, async (workflow, token) =>
        {
            var first = await _hooks.RunStageAsync(new() { WorkflowName = "w", Stage = "one" }, (_, _) => new(1), token);
            await _hooks.CheckpointWorkflowAsync(workflow, _ => default, token);
            await _hooks.RollBackWorkflowAsync(workflow, _ => default, token);
            var second = await _hooks.RunStageAsync(new() { WorkflowName = "w", Stage = "two", PreviousStage = "one" }, (_, _) => new(2), token);
            return $"{first.Output}{second.Output}";
        });

        Assert.Equal(
            [
                "BeforeWorkflowStart", "BeforeWorkflowStage one", "AfterWorkflowStage one", "WorkflowCheckpoint", "WorkflowRollback",
                "BeforeWorkflowStage two", "WorkflowStageTransition two", "AfterWorkflowStage two", "AfterWorkflowComplete",
            ],
            _told);
        Assert.Equal((ToolCallOutcome.Succeeded, "12"), (final.Outcome, final.Output));
    }

    [Fact]
    public async Task A_stage_that_is_denied_is_not_entered()
    {
        Tell(HookPoint.WorkflowStageTransition, HookPoint.AfterWorkflowStage);
        _hooks.Register<WorkflowContext>(HookPoint.BeforeWorkflowStage, _ => HookResult.Cancel("not yet"));
        var final = await _hooks.RunStageAsync(new() { WorkflowName = "w", Stage = "two", PreviousStage = "one" }, (_, _) => throw new InvalidOperationException("never"));

        Assert.Empty(_told);
        Assert.Equal((ToolCallOutcome.Denied, "not yet"), (final.Outcome, final.ErrorMessage));
    }

    [Theory]
    [InlineData(HookResultKind.Continue, 1, ToolCallOutcome.Failed)]
    [InlineData(HookResultKind.Cancel, 1, ToolCallOutcome.Failed)]
    [InlineData(HookResultKind.Retry, 4, ToolCallOutcome.Failed)]
    [InlineData(HookResultKind.Replace, 1, ToolCallOutcome.Replaced)]
    public async Task An_error_stands_unless_a_hook_gets_over_it(HookResultKind answer, int runs, ToolCallOutcome outcome)
    {
        var count = 0;
        _hooks.Register<WorkflowContext>(HookPoint.WorkflowError, _ => answer switch
        {
            HookResultKind.Cancel => HookResult.Cancel("stands"),
            HookResultKind.Retry => HookResult.Retry(),
            HookResultKind.Replace => HookResult.Replace("instead"),
            _ => HookResult.Continue,
        });
        var final = await _hooks.RunStageAsync(new() { WorkflowName = "w", Stage = "s" }, (_, _) =>
        {
            count++;
            throw new InvalidOperationException("broken");
        });

        Assert.Equal((runs, outcome), (count, final.Outcome));
        Assert.Equal(outcome == ToolCallOutcome.Replaced ? "instead" : null, final.Output);
    }

    [Fact]
    public async Task A_redirect_names_a_stage_and_a_branch_its_input()
    {
        _hooks.Register<WorkflowContext>(HookPoint.BeforeWorkflowStage, stage => stage.Stage switch
        {
            "fast" => HookResult.Redirect("careful"),
            "both" => HookResult.Fork([new("left", new() { ["n"] = 1 }), new("right")], HookForkMerge.All),
            _ => HookResult.Continue,
        });
        var redirected = await RunAsync("fast");
        var forked = await RunAsync("both");

        Assert.Equal((ToolCallOutcome.Redirected, "careful: input"), (redirected.Outcome, redirected.Output));
        Assert.Equal(["left: {\"n\":1}", "right: input"], Assert.IsType<object?[]>(forked.Output));
    }

    [Fact]
    public async Task A_checkpoint_that_cannot_be_made_is_not_told()
    {
        Tell(HookPoint.WorkflowCheckpoint);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _hooks.CheckpointWorkflowAsync(new() { WorkflowName = "w" }, _ => throw new InvalidOperationException()).AsTask());

        Assert.Empty(_told);
    }

    [Fact]
    public async Task A_stage_without_a_name_is_refused() =>
        Assert.Contains("Stage", (await Assert.ThrowsAsync<ArgumentException>(() => _hooks.RunStageAsync(new() { WorkflowName = "w" }, (_, _) => default).AsTask())).Message);

    private ValueTask<WorkflowContext> RunAsync(string stage) =>
        _hooks.RunStageAsync(new() { WorkflowName = "w", Stage = stage, Input = "input" }, (run, _) => new($"{run.Stage}: {run.Input}"));

    private void Tell(params HookPoint[] points)
    {
        foreach (var point in points)
            _hooks.Observe<WorkflowContext>(point, workflow => _told.Add($"{point} {workflow.Stage}".TrimEnd()));
    }
}
