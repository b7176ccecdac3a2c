using Hooks;

namespace Acme.Guards;

internal static class ShellGuards
{
    [Hook(HookPoint.BeforeToolCall, Name = "no-force-push", Priority = 10, Tools = "@shell")]
    internal static HookResult NoForcePush(ToolCallContext call)
    {
        call.AddContext("Guards.NoForcePush");
        return call.Arguments.TryGetString("command", out var command) && command.Contains("--force", StringComparison.Ordinal)
            ? HookResult.Cancel("force-push is not allowed")
            : HookResult.Continue;
    }

    [Hook(HookPoint.BeforeToolCall, Priority = -5)]
    internal static ValueTask<HookResult> Early(HookContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        context.AddContext("Guards.Early");
        return new(HookResult.Continue);
    }
}
