namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>Every pipeline of the dispatcher, run along all of its paths.</summary>
internal static class PipelineRuns
{
    private static readonly InvalidOperationException Broken = new("broken");

    public static IReadOnlyList<(string Name, Func<HookDispatcher, Task> RunAsync)> All { get; } =
    [
        (nameof(HookDispatcher.RunSessionAsync), async hooks =>
        {
            await hooks.RunSessionAsync(new(), (_, _) => default);
            await Assert.ThrowsAsync<InvalidOperationException>(() => hooks.RunSessionAsync(new(), (_, _) => throw Broken).AsTask());
        }),
        (nameof(HookDispatcher.UpdateSessionAsync), hooks => hooks.UpdateSessionAsync(new(), Nothing).AsTask()),
        (nameof(HookDispatcher.SaveSessionAsync), hooks => hooks.SaveSessionAsync(new(), Nothing).AsTask()),
        (nameof(HookDispatcher.CheckpointSessionAsync), hooks => hooks.CheckpointSessionAsync(new(), Nothing).AsTask()),
        (nameof(HookDispatcher.RestoreSessionAsync), hooks => hooks.RestoreSessionAsync(new(), Nothing).AsTask()),
        (nameof(HookDispatcher.RollOverSessionAsync), hooks => hooks.RollOverSessionAsync(new(), Nothing).AsTask()),
        (nameof(HookDispatcher.RunTurnAsync), async hooks =>
        {
            await hooks.RunTurnAsync(new(), (_, _) => new("hi"));
            await hooks.RunTurnAsync(new(), (_, _) => throw Broken);
        }),
        (nameof(HookDispatcher.InvokeModelAsync), async hooks =>
        {
            GuardModels(hooks);
            await hooks.InvokeModelAsync(new() { Model = "large" }, (_, _) => new("hi"));
            await hooks.InvokeModelAsync(new() { Model = "broken" }, (_, _) => throw Broken);
            await hooks.InvokeModelAsync(new() { Model = "retried" }, Once());
        }),
        (nameof(HookDispatcher.StreamModelAsync), async hooks =>
        {
            GuardModels(hooks);
            var once = Once();
            foreach (var model in new[] { "large", "retried" })
            {
                await foreach (var _ in hooks.StreamModelAsync(new() { Model = model }, (call, token) => Words(call.Model == "retried" ? () => once(call, token) : null), new WordFormat()))
                {
                    // What is read does not matter.
                }
            }

            await Assert.ThrowsAsync<InvalidOperationException>(async () => await hooks.StreamModelAsync(new(), (_, _) => Words(() => throw Broken), new WordFormat()).GetAsyncEnumerator().MoveNextAsync());
        }),
        (nameof(HookDispatcher.InitAgentAsync), async hooks =>
        {
            await hooks.InitAgentAsync(new(), (_, _) => default);
            await hooks.InitAgentAsync(new(), (_, _) => throw Broken);
        }),
        (nameof(HookDispatcher.RunAgentAsync), hooks => RunAsync(hooks, hooks.RunAgentAsync)),
        (nameof(HookDispatcher.RunSubagentAsync), hooks => RunAsync(hooks, hooks.RunSubagentAsync)),
        (nameof(HookDispatcher.ShutDownAgentAsync), hooks => hooks.ShutDownAgentAsync(new(), Nothing).AsTask()),
        (nameof(HookDispatcher.NarrowToolsAsync), hooks => hooks.NarrowToolsAsync(new()).AsTask()),
        (nameof(HookDispatcher.InvokeToolAsync), async hooks =>
        {
            hooks.Register<ToolCallContext>(HookPoint.BeforeToolCall, _ => HookResult.Ask(), new() { Tools = "ask" });
            hooks.Register<ToolCallContext>(HookPoint.ToolError, _ => HookResult.Replace("instead"), new() { Tools = "replace" });
            await hooks.InvokeToolAsync(new() { ToolName = "Write", Arguments = new() { ["file_path"] = "/a", ["content"] = "x" } }, Call);
            await hooks.InvokeToolAsync(new() { ToolName = "Edit", Arguments = new() { ["file_path"] = "/a", ["old_string"] = "x", ["new_string"] = "y" } }, Call);
            foreach (var (tool, arguments) in new[] { ("Read", "/a"), ("ask", ""), ("broken", ""), ("replace", "") })
                await hooks.InvokeToolAsync(new() { ToolName = tool, Arguments = new() { ["file_path"] = arguments } }, Call);
            await hooks.InvokeToolAsync(new() { ToolName = "apply_patch", Arguments = new() { ["input"] = "*** Delete File: a" } }, Call);
        }),
        (nameof(HookDispatcher.RunWorkflowAsync), async hooks =>
        {
            hooks.Register<WorkflowContext>(HookPoint.WorkflowError, workflow => workflow.WorkflowName == "replaced" ? HookResult.Replace("instead") : HookResult.Continue);
            await hooks.RunWorkflowAsync(new() { WorkflowName = "w" }, (_, _) => default);
            await hooks.RunWorkflowAsync(new() { WorkflowName = "w" }, (_, _) => throw Broken);
            await hooks.RunWorkflowAsync(new() { WorkflowName = "replaced" }, (_, _) => throw Broken);
        }),
        (nameof(HookDispatcher.RunStageAsync), async hooks =>
        {
            hooks.Register<WorkflowContext>(HookPoint.WorkflowError, workflow => workflow.Stage == "replaced" ? HookResult.Replace("instead") : HookResult.Continue);
            await hooks.RunStageAsync(new() { WorkflowName = "w", Stage = "two", PreviousStage = "one" }, (_, _) => default);
            await hooks.RunStageAsync(new() { WorkflowName = "w", Stage = "two" }, (_, _) => throw Broken);
            await hooks.RunStageAsync(new() { WorkflowName = "w", Stage = "replaced" }, (_, _) => throw Broken);
        }),
        (nameof(HookDispatcher.CheckpointWorkflowAsync), hooks => hooks.CheckpointWorkflowAsync(new() { WorkflowName = "w" }, Nothing).AsTask()),
        (nameof(HookDispatcher.RollBackWorkflowAsync), hooks => hooks.RollBackWorkflowAsync(new() { WorkflowName = "w" }, Nothing).AsTask()),
        (nameof(HookDispatcher.ReadStateAsync), async hooks =>
        {
            hooks.Register<StateContext>(HookPoint.BeforeStateRead, _ => HookResult.Retry(maxAttempts: 1));
            var calls = 0;
            await hooks.ReadStateAsync(new() { Key = "k" }, (_, _) => calls++ < 1 ? throw Broken : new("value"));
            await hooks.ReadStateAsync(new() { Key = "k" }, (_, _) => throw Broken);
        }),
        (nameof(HookDispatcher.WriteStateAsync), async hooks =>
        {
            hooks.Register<StateContext>(HookPoint.StateConflict, access => access.Key == "replaced" ? HookResult.Replace("instead") : HookResult.Continue);
            await hooks.WriteStateAsync(new() { Key = "k" }, (_, _) => default);
            await hooks.WriteStateAsync(new() { Key = "k" }, (_, _) => throw new StateConflictException());
            await hooks.WriteStateAsync(new() { Key = "replaced" }, (_, _) => throw new StateConflictException());
        }),
        (nameof(HookDispatcher.MigrateStateAsync), hooks => hooks.MigrateStateAsync(new() { Key = "k" }, Nothing).AsTask()),
    ];

    private static ValueTask<object?> Call(ToolCallContext call, CancellationToken cancellationToken) =>
        call.ToolName is "broken" or "replace" ? throw Broken : new("result");

    private static ValueTask Nothing(CancellationToken cancellationToken) => default;

    private static void GuardModels(HookDispatcher hooks)
    {
        hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, call => call.Model switch
        {
            "large" => HookResult.Redirect("small"),
            "retried" => HookResult.Retry(),
            _ => HookResult.Continue,
        });
        hooks.Register<ModelSwitchContext>(HookPoint.ModelSwitch, change =>
        {
            change.ToProvider = "other";
            return HookResult.Modified;
        });
    }

    private static async Task RunAsync(HookDispatcher hooks, Func<AgentContext, Func<AgentContext, CancellationToken, ValueTask<object?>>, CancellationToken, ValueTask<AgentContext>> runAgent)
    {
        hooks.Register<AgentContext>(HookPoint.AgentError, run => run.Task == "replaced" ? HookResult.Replace("instead") : HookResult.Continue);
        await runAgent(new(), (_, _) => new("done"), default);
        await runAgent(new(), (_, _) => throw Broken, default);
        await runAgent(new() { Task = "replaced" }, (_, _) => throw Broken, default);
    }

    /// <summary>A call that fails the first time.</summary>
    private static Func<ModelCallContext, CancellationToken, ValueTask<object?>> Once()
    {
        var calls = 0;
        return (_, _) => calls++ == 0 ? throw Broken : new("hi");
    }

    private static async IAsyncEnumerable<string> Words(Func<ValueTask<object?>>? before = null)
    {
        if (before is not null)
            await before();
        await Task.Yield();
        yield return "hi";
    }

    private sealed class WordFormat : ModelStreamFormat<string>
    {
        public override string TextOf(string chunk) => chunk;

        public override string WithText(string chunk, string text) => text;

        public override void Collect(ModelCallContext context, IReadOnlyList<string> chunks) => context.Response = chunks;

        public override IEnumerable<string> Unstreamed(ModelCallContext context) => [context.ResponseText ?? ""];
    }
}
