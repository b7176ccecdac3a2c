using System.Runtime.CompilerServices;

namespace Hooks.Benchmarks.Hooked;

/// <summary>Ten asynchronous hooks, of which the fifth suspends.</summary>
internal static class SuspendingHooks
{
    [Hook(HookPoint.BeforeAgentExecution), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook0(AgentContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeAgentExecution), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook1(AgentContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeAgentExecution), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook2(AgentContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeAgentExecution), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook3(AgentContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeAgentExecution), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook4(AgentContext context) => Calls.Suspended();

    [Hook(HookPoint.BeforeAgentExecution), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook5(AgentContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeAgentExecution), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook6(AgentContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeAgentExecution), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook7(AgentContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeAgentExecution), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook8(AgentContext context) => Calls.Completed();

    [Hook(HookPoint.BeforeAgentExecution), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Hook9(AgentContext context) => Calls.Completed();
}
