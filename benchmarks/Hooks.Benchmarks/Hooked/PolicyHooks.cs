using System.Runtime.CompilerServices;

namespace Hooks.Benchmarks.Hooked;

/// <summary>The same hook at one point after another, each time with other settings. It takes a token and completes at once.</summary>
internal static class PolicyHooks
{
    [Hook(HookPoint.AgentError), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Plain(AgentContext context, CancellationToken cancellationToken) => Calls.Completed();

    [Hook(HookPoint.BeforeAgentStop, TimeoutMilliseconds = 5000), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> WithTimeout(AgentContext context, CancellationToken cancellationToken) => Calls.Completed();

    [Hook(HookPoint.SubagentStop, CircuitBreaker = true), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> WithBreaker(AgentContext context, CancellationToken cancellationToken) => Calls.Completed();

    [Hook(HookPoint.BeforeWorkflowStart, TimeoutMilliseconds = 5000, CircuitBreaker = true), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> WithBoth(WorkflowContext context, CancellationToken cancellationToken) => Calls.Completed();

    [Hook(HookPoint.BeforeWorkflowStage, Retries = 2), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> WithRetries(WorkflowContext context, CancellationToken cancellationToken) => Calls.Completed();
}
