namespace Hooks.Dispatch.Tests.Scripting;

/// <summary>Fires a specified point through each of its public entries.</summary>
internal static class Firing
{
    public static ValueTask<HookResult> FireAsync(this HookDispatcher dispatcher, PointSpec point, HookContext context, CancellationToken token) => point.Point switch
    {
        HookPoint.BeforeToolCall => dispatcher.BeforeToolCallAsync((ToolCallContext)context, token),
        HookPoint.ToolValidation => dispatcher.ToolValidationAsync((ToolCallContext)context, token),
        HookPoint.ToolResultReady => dispatcher.ToolResultReadyAsync((ToolCallContext)context, token),
        HookPoint.ToolError => dispatcher.ToolErrorAsync((ToolCallContext)context, token),
        HookPoint.AfterToolCall => Observed(dispatcher.AfterToolCallAsync((ToolCallContext)context, token)),
        HookPoint.PermissionRequest => dispatcher.PermissionRequestAsync((PermissionContext)context, token),
        HookPoint.BeforeTurn => dispatcher.BeforeTurnAsync((TurnContext)context, token),
        HookPoint.SessionStart => Observed(dispatcher.SessionStartAsync((SessionContext)context, token)),
        null when context is DeployContext deploy => dispatcher.FireAsync(deploy, token),
        null when context is RollbackContext rollback => dispatcher.FireAsync(rollback, token),
        null => dispatcher.FireAsync((DeployedContext)context, token),
        _ => throw new ArgumentOutOfRangeException(nameof(point)),
    };

    /// <summary>Whether the point has a synchronous entry: custom ones have none.</summary>
    public static bool HasSyncEntry(this PointSpec point) => point.Point is not null;

    public static HookResult Fire(this HookDispatcher dispatcher, PointSpec point, HookContext context, CancellationToken token)
    {
        switch (point.Point)
        {
            case HookPoint.BeforeToolCall: return dispatcher.BeforeToolCall((ToolCallContext)context, token);
            case HookPoint.ToolValidation: return dispatcher.ToolValidation((ToolCallContext)context, token);
            case HookPoint.ToolResultReady: return dispatcher.ToolResultReady((ToolCallContext)context, token);
            case HookPoint.ToolError: return dispatcher.ToolError((ToolCallContext)context, token);
            case HookPoint.PermissionRequest: return dispatcher.PermissionRequest((PermissionContext)context, token);
            case HookPoint.BeforeTurn: return dispatcher.BeforeTurn((TurnContext)context, token);
            case HookPoint.AfterToolCall: dispatcher.AfterToolCall((ToolCallContext)context, token); return default;
            case HookPoint.SessionStart: dispatcher.SessionStart((SessionContext)context, token); return default;
            default: throw new ArgumentOutOfRangeException(nameof(point));
        }
    }

    /// <summary>Fires a point that is known only as data; a custom one by its context.</summary>
    public static ValueTask<HookResult> FireUntypedAsync(this HookDispatcher dispatcher, PointSpec point, HookContext context, CancellationToken token) =>
        point.Point is { } builtIn ? dispatcher.FireAsync(builtIn, context, token) : dispatcher.FireAsync((CustomHookContext)context, token);

    private static ValueTask<HookResult> Observed(ValueTask fire)
    {
        if (fire.IsCompletedSuccessfully)
            return default;
        return new(AwaitAsync(fire.AsTask()));

        // Task.ContinueWith would wrap what an await unwraps, and a cancelled task has to stay one.
        static async Task<HookResult> AwaitAsync(Task fire)
        {
            await fire.ConfigureAwait(false);
            return default;
        }
    }
}
