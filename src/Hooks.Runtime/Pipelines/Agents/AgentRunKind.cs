namespace Hooks;

/// <summary>Runs of agents.</summary>
internal sealed class AgentRunKind : CallKind<AgentContext>
{
    private AgentRunKind()
    {
    }

    public static AgentRunKind Instance { get; } = new();

    public override string Noun => "agent";

    public override string Origin => "agent_run";

    public override HookPoint Before => HookPoint.BeforeAgentExecution;

    public override HookPoint? Failed => HookPoint.AgentError;

    public override HookPoint? Succeeded => HookPoint.AfterAgentExecution;

    public override HookPoint? After => HookPoint.AgentLoopEnd;

    // A run that has come to its end has, whoever has stopped waiting for it.
    public override bool KeepsLateResult => true;

    public override TimeSpan? TimeLimit(HookPipelineOptions options) => options.AgentTimeout;

    // What hooks do when the agent wants to stop is no part of its run.
    public override bool LimitsItself => true;

    public override string? TargetOf(AgentContext context) => context.AgentName;

    public override object? ResultOf(AgentContext context) => AgentAnswer.Read(context) is var answer && answer.IsEmpty ? null : answer;

    public override object? Unspent(object? result) => result is AgentAnswer answer ? answer with { Usage = null, Cost = null } : result;

    public override Exception? ErrorOf(AgentContext context) => context.Error;

    public override string? ErrorMessageOf(AgentContext context) => context.ErrorMessage;

    public override void Write(AgentContext context, in CallEnd end)
    {
        var answer = AgentAnswer.Of(end.Result);
        var isAborted = end.Outcome == ToolCallOutcome.Cancelled;
        context.Outcome = OutcomeOf(end);
        context.Response = answer?.Response;
        context.Result = answer?.Result;
        context.StopReason = answer?.StopReason;
        context.Iterations = answer?.Iterations;
        context.Usage = answer?.Usage;
        context.Cost = answer?.Cost;

        // Whatever an aborted run threw came of its being aborted.
        context.Error = isAborted ? null : end.Error;
        context.ErrorMessage = isAborted ? null : end.Message;
    }

    public override void WriteDuration(AgentContext context, TimeSpan duration) => context.Duration = duration;

    public override AgentContext Instead(AgentContext judged, AgentContext parent, string target, HookArguments? arguments, int number)
    {
        var run = Like(judged, parent, target, judged.AgentId is { } id ? $"{id}/{number}" : null, continuationCount: 0);
        run.Progress = new();
        run.Task = arguments?.GetString("task") ?? judged.Task;
        foreach (var (key, value) in judged.Items)
            run.Items[key] = value;
        return run;
    }

    public override string? CacheKeyOf(AgentContext judged, HookCache policy) => CallKey.Of(judged, policy);

    /// <summary>A context for another moment of a run, or for another run in its place.</summary>
    public static AgentContext Like(AgentContext run, AgentContext parent, string? name, string? id, int continuationCount) => new()
    {
        Parent = parent,
        AgentName = name,
        AgentId = id,
        AgentType = run.AgentType,
        ParentAgentId = run.ParentAgentId,
        Model = run.Model,
        PermissionMode = run.PermissionMode,
        WorkingDirectory = run.WorkingDirectory,
        TranscriptPath = run.TranscriptPath,
        Instructions = run.Instructions,
        Task = run.Task,
        ContinuationCount = continuationCount,
    };

    private static AgentRunOutcome OutcomeOf(in CallEnd end) => end.Outcome switch
    {
        ToolCallOutcome.Redirected when end.Of is { } of => OutcomeOf(end with { Outcome = of, Of = null }),
        ToolCallOutcome.Pending => AgentRunOutcome.Pending,
        ToolCallOutcome.Denied or ToolCallOutcome.Withheld => AgentRunOutcome.Denied,
        ToolCallOutcome.TimedOut => AgentRunOutcome.LimitReached,
        ToolCallOutcome.Cancelled => AgentRunOutcome.Cancelled,
        ToolCallOutcome.Failed => AgentRunOutcome.Failed,
        _ when end.Error is not null => AgentRunOutcome.Failed,
        _ when end.Message is not null => AgentRunOutcome.Denied,
        _ => AgentRunOutcome.Succeeded,
    };
}
