using BareGuard;
using Hooks;
using Hooks.Commands;

return await CommandHost.RunAsync(args, GeneratedHooks.CreateDispatcher());

internal static class Guards
{
    [Hook(HookPoint.BeforeToolCall, Tools = "@shell")]
    public static HookResult NoForcePush(ToolCallContext call) =>
        call.TryGetAct<ShellAct>(out var shell) && !shell.Command.Contains("push --force", StringComparison.Ordinal)
            ? HookResult.Continue
            : HookResult.Cancel("force-push is not allowed");
}
