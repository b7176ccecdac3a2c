namespace Hooks;

/// <summary>Workflows, and their stages: they differ in their points and in what a hook redirects to.</summary>
internal sealed class WorkflowKind : CallKind<WorkflowContext>
{
    private readonly bool _isStage;

    private WorkflowKind(bool isStage) => _isStage = isStage;

    public static WorkflowKind Whole { get; } = new(isStage: false);

    public static WorkflowKind Stage { get; } = new(isStage: true);

    public override string Noun => _isStage ? "stage" : "workflow";

    public override string Origin => _isStage ? "workflow_stage" : "workflow";

    public override HookPoint Before => _isStage ? HookPoint.BeforeWorkflowStage : HookPoint.BeforeWorkflowStart;

    public override HookPoint? Failed => HookPoint.WorkflowError;

    public override HookPoint? Succeeded => _isStage ? HookPoint.AfterWorkflowStage : HookPoint.AfterWorkflowComplete;

    public override string? TargetOf(WorkflowContext context) => _isStage ? context.Stage : context.WorkflowName;

    public override object? ResultOf(WorkflowContext context) => context.Output;

    public override Exception? ErrorOf(WorkflowContext context) => context.Error;

    public override string? ErrorMessageOf(WorkflowContext context) => context.ErrorMessage;

    public override void Write(WorkflowContext context, in CallEnd end)
    {
        context.Outcome = end.Outcome;
        context.Output = end.Result;
        context.Error = end.Error;
        context.ErrorMessage = end.Message;
    }

    public override void WriteAttempt(WorkflowContext context, int attempt) => context.Attempt = attempt;

    public override void WriteDuration(WorkflowContext context, TimeSpan duration) => context.Duration = duration;

    public override WorkflowContext Instead(WorkflowContext judged, WorkflowContext parent, string target, HookArguments? arguments, int number)
    {
        var call = new WorkflowContext
        {
            Parent = parent,
            WorkflowName = _isStage ? judged.WorkflowName : target,
            Stage = _isStage ? target : judged.Stage,
            RunId = _isStage || judged.RunId is null ? judged.RunId : $"{judged.RunId}/{number}",
            Pattern = judged.Pattern,
            PreviousStage = judged.PreviousStage,
            Input = arguments is null ? judged.Input : arguments.Clone(),
        };
        foreach (var (key, value) in judged.Items)
            call.Items[key] = value;
        return call;
    }

    public override string? CacheKeyOf(WorkflowContext judged, HookCache policy) => CallKey.Of(Noun, judged, policy);
}
