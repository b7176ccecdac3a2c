[assembly: Hooks.ToolGroup("@database", "sql_*")]
[assembly: Hooks.ToolGroup("@shell", "execute_command")]

namespace Hooks.Policies.Tests;

[HookTable]
internal sealed partial class PolicyHooks;

/// <summary>Hooks that do what a test tells them, one declaration of settings at each point.</summary>
internal sealed class Scripted
{
    public const string Timed = "timed", Plain = "plain", Retried = "retried", Broken = "broken", SyncBroken = "sync-broken",
        Background = "background", AfterTimed = "after-timed", Observer = "observer", RetriedSync = "retried-sync",
        Audit = "audit", Shared = "shared";

    public Func<ToolCallContext, CancellationToken, ValueTask<HookResult>> OnTimed { get; set; } = static (_, _) => default;

    public Func<ToolCallContext, ValueTask<HookResult>> OnPlain { get; set; } = static _ => default;

    public Func<ToolCallContext, HookResult> OnAfterTimed { get; set; } = static _ => default;

    public Func<ModelCallContext, ValueTask<HookResult>> OnRetried { get; set; } = static _ => default;

    public Func<ModelCallContext, CancellationToken, ValueTask<HookResult>> OnBroken { get; set; } = static (_, _) => default;

    public Func<AgentContext, HookResult> OnSyncBroken { get; set; } = static _ => default;

    public Func<ToolCallContext, CancellationToken, Task> OnBackground { get; set; } = static (_, _) => Task.CompletedTask;

    public Action<ToolCallContext> OnObserver { get; set; } = static _ => { };

    public Func<StateContext, HookResult> OnRetriedSync { get; set; } = static _ => default;

    public Func<WorkflowContext, Task> OnAudit { get; set; } = static _ => Task.CompletedTask;

    public Func<WorkflowContext, HookResult> OnShared { get; set; } = static _ => default;

    [Hook(HookPoint.BeforeToolCall, Name = Timed, Priority = 1, TimeoutMilliseconds = 2000)]
    public ValueTask<HookResult> WithTimeout(ToolCallContext call, CancellationToken token) => OnTimed(call, token);

    [Hook(HookPoint.BeforeToolCall, Name = Plain, Priority = 2)]
    public ValueTask<HookResult> WithoutSettings(ToolCallContext call) => OnPlain(call);

    [Hook(HookPoint.BeforeToolCall, Name = AfterTimed, Priority = 3)]
    public HookResult Behind(ToolCallContext call) => OnAfterTimed(call);

    [Hook(HookPoint.BeforeModelCall, Name = Retried, Retries = 2)]
    public ValueTask<HookResult> WithRetries(ModelCallContext call) => OnRetried(call);

    [Hook(HookPoint.AfterModelCall, Name = Broken, CircuitBreaker = true, TimeoutMilliseconds = 1000)]
    public ValueTask<HookResult> WithBreaker(ModelCallContext call, CancellationToken token) => OnBroken(call, token);

    [Hook(HookPoint.BeforeAgentExecution, Name = SyncBroken, CircuitBreaker = true)]
    public HookResult WithBreakerAtOnce(AgentContext run) => OnSyncBroken(run);

    [Hook(HookPoint.AfterToolCall, Name = Background, Background = true)]
    public Task InBackground(ToolCallContext call, CancellationToken token) => OnBackground(call, token);

    [Hook(HookPoint.AfterToolCall, Name = Observer, Priority = 1)]
    public void Observing(ToolCallContext call) => OnObserver(call);

    [Hook(HookPoint.BeforeStateRead, Name = RetriedSync, Retries = 1)]
    public HookResult WithRetriesAtOnce(StateContext read) => OnRetriedSync(read);

    [Hook(HookPoint.WorkflowCheckpoint, Name = Audit, Background = true)]
    [Hook(HookPoint.AfterWorkflowComplete, Name = Audit, Background = true)]
    public Task AtTwoPoints(WorkflowContext workflow) => OnAudit(workflow);

    [Hook(HookPoint.BeforeWorkflowStart, Name = Shared, CircuitBreaker = true)]
    [Hook(HookPoint.BeforeWorkflowStage, Name = Shared, CircuitBreaker = true)]
    public HookResult WithBreakerAtTwoPoints(WorkflowContext workflow) => OnShared(workflow);
}

/// <summary>A point whose hooks are compiled.</summary>
[HookPoint("ship.before", Blocking = true)]
public sealed class ShipContext : CustomHookContext;

/// <summary>A hook of it.</summary>
internal static class Shipping
{
    [Hook<ShipContext>(Name = "ship")]
    public static void Watch(ShipContext ship) => _ = ship;
}
