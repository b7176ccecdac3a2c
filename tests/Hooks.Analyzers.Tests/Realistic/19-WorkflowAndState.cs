using System.Collections.Immutable;
using Hooks;

namespace Relecloud.Pipelines;

/// <summary>What a pipeline's stages may do, and how its shared state is kept consistent.</summary>
internal sealed class PipelineHooks
{
    private ImmutableDictionary<string, long> _checkpoints = ImmutableDictionary<string, long>.Empty;

    [Hook(HookPoint.BeforeWorkflowStart)]
    internal HookResult OneAtATime(WorkflowContext workflow)
    {
        var key = workflow.RunId ?? workflow.WorkflowName;
        return ImmutableInterlocked.TryAdd(ref _checkpoints, key, 0)
            ? HookResult.Continue
            : HookResult.Cancel($"{workflow.WorkflowName} is running already");
    }

    [Hook(HookPoint.BeforeWorkflowStage, Priority = -10)]
    internal HookResult TrimInput(WorkflowContext stage)
    {
        if (stage.Input is not string { Length: > 50_000 } input)
            return HookResult.Continue;
        stage.Input = input[^50_000..];
        return HookResult.Modified;
    }

    [Hook(HookPoint.BeforeWorkflowStage)]
    internal async ValueTask<HookResult> SkipKnownStages(WorkflowContext stage, CancellationToken cancellationToken)
    {
        if (stage.CheckpointId is null)
            return HookResult.Continue;
        var file = Path.Combine(Path.GetTempPath(), $"{stage.CheckpointId}.{stage.Stage}.txt");
        if (!File.Exists(file))
            return HookResult.Continue;
        var output = await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false);
        return output.Length == 0 ? HookResult.Continue : HookResult.Replace(output);
    }

    [Hook(HookPoint.WorkflowCheckpoint)]
    [Hook(HookPoint.AfterWorkflowStage)]
    internal void Count(WorkflowContext stage) =>
        ImmutableInterlocked.AddOrUpdate(ref _checkpoints, stage.RunId ?? stage.WorkflowName, 1, static (_, count) => count + 1);

    [Hook(HookPoint.AfterWorkflowComplete)]
    [Hook(HookPoint.WorkflowRollback)]
    internal void Forget(WorkflowContext workflow)
    {
        ImmutableInterlocked.TryRemove(ref _checkpoints, workflow.RunId ?? workflow.WorkflowName, out _);
    }

    [Hook(HookPoint.WorkflowError)]
    internal HookResult Recover(WorkflowContext workflow)
    {
        return workflow switch
        {
            { Error: OperationCanceledException } => HookResult.Cancel("cancelled by the user"),
            { Stage: "summary" } => HookResult.Replace("(no summary)", workflow.ErrorMessage),
            { Attempt: < 3 } => HookResult.Retry(workflow.ErrorMessage, TimeSpan.FromSeconds(workflow.Attempt)),
            _ => HookResult.Continue,
        };
    }

    [Hook(HookPoint.BeforeStateWrite, OnFailure = HookFailurePolicy.Block)]
    internal static HookResult CheckWrite(StateContext state)
    {
        if (state.Key.Length is 0 or > 200)
            return HookResult.Cancel("a key has 1 to 200 characters");
        if (state.ExpectedVersion is { } expected && state.StoredVersion is { } stored && expected != stored)
            return HookResult.Cancel($"'{state.Key}' is at version {stored}, not {expected}");
        if (state.Value is string text && text != text.Trim())
        {
            state.Value = text.Trim();
            return HookResult.Modified;
        }

        return HookResult.Continue;
    }

    [Hook(HookPoint.StateConflict)]
    internal static HookResult Merge(StateContext state) => (state.Value, state.ConflictingValue) switch
    {
        (IReadOnlySet<string> ours, IReadOnlySet<string> theirs) => HookResult.Replace(ours.Union(theirs).ToImmutableHashSet()),
        (long ours, long theirs) => HookResult.Replace(Math.Max(ours, theirs)),
        (null, { } theirs) => HookResult.Replace(theirs),
        _ => HookResult.Continue,
    };
}
