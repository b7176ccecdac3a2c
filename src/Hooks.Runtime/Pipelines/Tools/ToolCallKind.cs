namespace Hooks;

/// <summary>Calls of tools.</summary>
internal sealed class ToolCallKind : CallKind<ToolCallContext>
{
    private ToolCallKind()
    {
    }

    public static ToolCallKind Instance { get; } = new();

    public override string Noun => "tool";

    public override string Origin => "tool_call";

    public override HookPoint? Validation => HookPoint.ToolValidation;

    public override HookPoint Before => HookPoint.BeforeToolCall;

    public override HookPoint? ResultReady => HookPoint.ToolResultReady;

    public override HookPoint? Failed => HookPoint.ToolError;

    public override HookPoint? After => HookPoint.AfterToolCall;

    public override TimeSpan? TimeLimit(HookPipelineOptions options) => options.ToolTimeout;

    public override bool MayRepeat(ToolCallContext context) => context.IsIdempotent || context.IsReadOnly;

    public override bool NeedsApproval(ToolCallContext context, HookPipelineOptions options) => context.NeedsApproval || options.NeedsApproval?.Invoke(context) == true;

    public override string TargetOf(ToolCallContext context) => context.ToolName;

    public override object? ResultOf(ToolCallContext context) => context.Result;

    public override Exception? ErrorOf(ToolCallContext context) => context.Error;

    public override string? ErrorMessageOf(ToolCallContext context) => context.ErrorMessage;

    public override void Write(ToolCallContext context, in CallEnd end)
    {
        context.Outcome = end.Outcome;
        context.Result = end.Result;
        context.Error = end.Error;
        context.ErrorMessage = end.Message;
    }

    public override void WriteAttempt(ToolCallContext context, int attempt) => context.Attempt = attempt;

    public override void WriteDuration(ToolCallContext context, TimeSpan duration) => context.Duration = duration;

    public override ToolCallContext Instead(ToolCallContext judged, ToolCallContext parent, string target, HookArguments? arguments, int number)
    {
        // What the host knows of one tool it has not said of another.
        var isSame = target == judged.ToolName;
        var call = new ToolCallContext
        {
            Parent = parent,
            ToolName = target,
            Arguments = (arguments ?? judged.Arguments).Clone(),
            CallId = judged.CallId is { } id ? $"{id}/{number}" : null,
            ServerName = isSame ? judged.ServerName : null,
            IsIdempotent = isSame && judged.IsIdempotent,
            IsReadOnly = isSame && judged.IsReadOnly,
            NeedsApproval = isSame && judged.NeedsApproval,
            WorkingDirectory = judged.WorkingDirectory,
            PermissionMode = judged.PermissionMode,
        };
        foreach (var (key, value) in judged.Items)
            call.Items[key] = value;
        return call;
    }

    public override bool IsFollowed(HookDispatcher dispatcher, ToolCallContext judged) => dispatcher.IsFileHooked && FileAccesses.IsOfFileTool(judged);

    public override ValueTask ReachedAsync(HookDispatcher dispatcher, ToolCallContext context, ToolCallContext judged) => dispatcher.TellOfFilesAsync(context, judged);

    public override string? CacheKeyOf(ToolCallContext judged, HookCache policy) => CallKey.Of(judged, policy);

    public override PermissionContext PermissionOf(ToolCallContext judged, ToolCallContext parent, string? reason, string? deniedBy = null) => new()
    {
        Parent = parent,
        ToolName = judged.ToolName,
        Arguments = judged.Arguments.Clone(),
        CallId = judged.CallId,
        ServerName = judged.ServerName,
        Reason = reason,
        DeniedBy = deniedBy,
        PermissionMode = judged.PermissionMode,
        WorkingDirectory = judged.WorkingDirectory,
    };

    public override bool TakeOver(ToolCallContext context, ToolCallContext judged, PermissionContext permission)
    {
        if (permission.Arguments.DeepEquals(judged.Arguments))
            return false;
        context.Arguments = permission.Arguments.Clone();
        return true;
    }
}
