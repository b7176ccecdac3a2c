using Hooks;

namespace Acme.Silenced;

public static class ByPragma
{
#pragma warning disable HOOK107, HOOK116, HOOK203
    [Hook(HookPoint.BeforeToolCall, OnFailure = HookFailurePolicy.Continue)]
    public static HookResult Opens(ToolCallContext call) => call.ToolName == "rm" ? HookResult.Cancel("no") : HookResult.Continue;

    [Hook(HookPoint.BeforeToolCall)]
    public static HookResult Defaults(ToolCallContext call)
    {
        if (call.ToolName == "rm")
            return HookResult.Cancel("no");
        return default;
    }

    [Hook(HookPoint.BeforeToolCall)]
    public static HookResult Constant(ToolCallContext call)
    {
        Console.WriteLine(call.ToolName);
        return HookResult.Continue;
    }
#pragma warning restore HOOK107, HOOK116, HOOK203
}
