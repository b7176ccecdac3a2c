using System.Runtime.CompilerServices;

namespace Hooks.Benchmarks.Hooked;

/// <summary>Ten hooks for a group of tools each; the context has one of them.</summary>
internal static class GroupMatchedHooks
{
    [Hook(HookPoint.ToolValidation, Tools = "@shell"), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook0(ToolCallContext context) => Calls.Continue();

    [Hook(HookPoint.ToolValidation, Tools = "@shell"), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook1(ToolCallContext context) => Calls.Continue();

    [Hook(HookPoint.ToolValidation, Tools = "@shell"), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook2(ToolCallContext context) => Calls.Continue();

    [Hook(HookPoint.ToolValidation, Tools = "@shell"), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook3(ToolCallContext context) => Calls.Continue();

    [Hook(HookPoint.ToolValidation, Tools = "@shell"), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook4(ToolCallContext context) => Calls.Continue();

    [Hook(HookPoint.ToolValidation, Tools = "@shell"), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook5(ToolCallContext context) => Calls.Continue();

    [Hook(HookPoint.ToolValidation, Tools = "@shell"), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook6(ToolCallContext context) => Calls.Continue();

    [Hook(HookPoint.ToolValidation, Tools = "@shell"), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook7(ToolCallContext context) => Calls.Continue();

    [Hook(HookPoint.ToolValidation, Tools = "@shell"), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook8(ToolCallContext context) => Calls.Continue();

    [Hook(HookPoint.ToolValidation, Tools = "@shell"), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook9(ToolCallContext context) => Calls.Continue();
}
