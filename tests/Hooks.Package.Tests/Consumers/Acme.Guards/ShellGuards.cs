using Hooks;

namespace Acme.Guards;

// Internal, so that a program which calls it must have got the way that the generator makes.
internal static class ShellGuards
{
    [Hook(HookPoint.BeforeToolCall, Name = "no-force-push", Tools = "@shell")]
    public static HookResult NoForcePush(ToolCallContext call) =>
        call.Arguments.TryGetString("command", out var command) && command.Contains("--force", StringComparison.Ordinal)
            ? HookResult.Cancel("force-push is not allowed")
            : HookResult.Continue;

    [Hook(HookPoint.AfterToolCall)]
    public static void Log(ToolCallContext call) => Console.WriteLine($"guards: {call.ToolName} is over");
}
