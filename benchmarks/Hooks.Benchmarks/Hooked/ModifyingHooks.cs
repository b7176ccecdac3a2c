using System.Runtime.CompilerServices;

namespace Hooks.Benchmarks.Hooked;

/// <summary>Ten hooks that all answer Modified.</summary>
internal static class ModifyingHooks
{
    [Hook(HookPoint.BeforeTurn), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook0(TurnContext context) => Calls.Modified();

    [Hook(HookPoint.BeforeTurn), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook1(TurnContext context) => Calls.Modified();

    [Hook(HookPoint.BeforeTurn), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook2(TurnContext context) => Calls.Modified();

    [Hook(HookPoint.BeforeTurn), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook3(TurnContext context) => Calls.Modified();

    [Hook(HookPoint.BeforeTurn), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook4(TurnContext context) => Calls.Modified();

    [Hook(HookPoint.BeforeTurn), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook5(TurnContext context) => Calls.Modified();

    [Hook(HookPoint.BeforeTurn), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook6(TurnContext context) => Calls.Modified();

    [Hook(HookPoint.BeforeTurn), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook7(TurnContext context) => Calls.Modified();

    [Hook(HookPoint.BeforeTurn), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook8(TurnContext context) => Calls.Modified();

    [Hook(HookPoint.BeforeTurn), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook9(TurnContext context) => Calls.Modified();
}
