using System.Runtime.CompilerServices;

namespace Hooks.Benchmarks.Hooked;

/// <summary>Ten hooks whose value tasks are complete when they return.</summary>
internal static class ValueTaskHooks
{
    [Hook(HookPoint.BeforeModelCall), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook0(ModelCallContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeModelCall), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook1(ModelCallContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeModelCall), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook2(ModelCallContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeModelCall), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook3(ModelCallContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeModelCall), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook4(ModelCallContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeModelCall), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook5(ModelCallContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeModelCall), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook6(ModelCallContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeModelCall), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook7(ModelCallContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeModelCall), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook8(ModelCallContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeModelCall), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook9(ModelCallContext context) => Calls.Completed();
}
