using Hooks;

namespace Acme.Silenced;

public static class Questionable
{
    [Hook(HookPoint.BeforeToolCall, OnFailure = HookFailurePolicy.Continue)] // HOOK107
    public static HookResult Opens(ToolCallContext call) => call.ToolName == "rm" ? HookResult.Cancel("no") : HookResult.Continue;

    [Hook(HookPoint.BeforeToolCall)]
    public static HookResult Defaults(ToolCallContext call)
    {
        if (call.ToolName == "rm")
            return HookResult.Cancel("no");
        return default; // HOOK116
    }

    [Hook(HookPoint.BeforeToolCall)]
    public static HookResult Constant(ToolCallContext call) // HOOK203
    {
        Console.WriteLine(call.ToolName);
        return HookResult.Continue;
    }
}
