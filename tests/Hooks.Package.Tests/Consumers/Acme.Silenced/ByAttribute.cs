using System.Diagnostics.CodeAnalysis;
using Hooks;

namespace Acme.Silenced;

public static class ByAttribute
{
    [Hook(HookPoint.BeforeToolCall, OnFailure = HookFailurePolicy.Continue)]
    [SuppressMessage("Hooks", "HOOK107", Justification = "Meant so.")]
    public static HookResult Opens(ToolCallContext call) => call.ToolName == "rm" ? HookResult.Cancel("no") : HookResult.Continue;

    [Hook(HookPoint.BeforeToolCall)]
    [SuppressMessage("Hooks", "HOOK116", Justification = "Meant so.")]
    public static HookResult Defaults(ToolCallContext call)
    {
        if (call.ToolName == "rm")
            return HookResult.Cancel("no");
        return default;
    }

    [Hook(HookPoint.BeforeToolCall)]
    [SuppressMessage("Hooks", "HOOK203", Justification = "Meant so.")]
    public static HookResult Constant(ToolCallContext call)
    {
        Console.WriteLine(call.ToolName);
        return HookResult.Continue;
    }
}
