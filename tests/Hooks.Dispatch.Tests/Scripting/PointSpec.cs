namespace Hooks.Dispatch.Tests.Scripting;

/// <summary>A point that test sources hook.</summary>
/// <param name="Point">The built-in point; null for a custom one.</param>
/// <param name="ContextType">The class of its contexts.</param>
/// <param name="Allowed">What DESIGN.md lets hooks answer there; None if they only observe.</param>
/// <param name="FailureGoesOn">Whether a failed verdict-giving hook counts as Continue there.</param>
public sealed record PointSpec(HookPoint? Point, Type ContextType, HookResultKinds Allowed, bool FailureGoesOn = false)
{
    public static PointSpec BeforeToolCall { get; } = new(HookPoint.BeforeToolCall, typeof(ToolCallContext), HookResultKinds.Flow);

    public static PointSpec ToolValidation { get; } = new(HookPoint.ToolValidation, typeof(ToolCallContext), HookResultKinds.Verdict);

    public static PointSpec ToolResultReady { get; } = new(HookPoint.ToolResultReady, typeof(ToolCallContext), HookResultKinds.Recovery);

    public static PointSpec ToolError { get; } = new(HookPoint.ToolError, typeof(ToolCallContext), HookResultKinds.Recovery, FailureGoesOn: true);

    public static PointSpec AfterToolCall { get; } = new(HookPoint.AfterToolCall, typeof(ToolCallContext), HookResultKinds.None);

    public static PointSpec PermissionRequest { get; } = new(HookPoint.PermissionRequest, typeof(PermissionContext), HookResultKinds.Permission);

    public static PointSpec BeforeTurn { get; } = new(HookPoint.BeforeTurn, typeof(TurnContext), HookResultKinds.Approval);

    public static PointSpec SessionStart { get; } = new(HookPoint.SessionStart, typeof(SessionContext), HookResultKinds.None);

    public static PointSpec Deploy { get; } = new(null, typeof(DeployContext), HookResultKinds.Flow);

    public static PointSpec Rollback { get; } = new(null, typeof(RollbackContext), HookResultKinds.Approval, FailureGoesOn: true);

    public static PointSpec Deployed { get; } = new(null, typeof(DeployedContext), HookResultKinds.None);

    public static IReadOnlyList<PointSpec> All { get; } =
        [BeforeToolCall, ToolValidation, ToolResultReady, ToolError, AfterToolCall, PermissionRequest, BeforeTurn, SessionStart, Deploy, Rollback, Deployed];

    public bool IsBlocking => Allowed != HookResultKinds.None;

    public bool HasToolName => ContextType.GetProperty("ToolName") is not null;

    public string Attribute => Point is { } point ? $"Hook(HookPoint.{point}" : $"Hook<{ContextType.FullName}>(";

    public HookContext NewContext(string toolName = "bash", HookContext? parent = null) =>
        ContextType == typeof(ToolCallContext) ? new ToolCallContext { ToolName = toolName, Parent = parent }
        : ContextType == typeof(PermissionContext) ? new PermissionContext { ToolName = toolName, Parent = parent }
        : ContextType == typeof(TurnContext) ? new TurnContext { Parent = parent }
        : ContextType == typeof(SessionContext) ? new SessionContext { Parent = parent }
        : ContextType == typeof(DeployContext) ? new DeployContext { Parent = parent }
        : ContextType == typeof(RollbackContext) ? new RollbackContext { Parent = parent }
        : new DeployedContext { ToolName = toolName, Parent = parent };

    public override string ToString() => Point?.ToString() ?? ContextType.Name;
}
