namespace Hooks.Policies.Tests.Isolation;

/// <summary>One hook for each thing that a failure can become, synchronous and asynchronous. They do what the test says within whose flow they run.</summary>
internal static class FailingHooks
{
    private static readonly AsyncLocal<Func<ValueTask<HookResult>>?> Script = new();

    /// <summary>What all of them do.</summary>
    public static Func<ValueTask<HookResult>>? Does
    {
        set => Script.Value = value;
    }

    private static ValueTask<HookResult> Now() => Script.Value?.Invoke() ?? default;

    [Hook(HookPoint.BeforeWorkflowStart)]
    public static HookResult Denying(WorkflowContext workflow) => Now().Result;

    [Hook(HookPoint.BeforeStateWrite, OnFailure = HookFailurePolicy.Continue)]
    public static HookResult GoingOn(StateContext write) => Now().Result;

    [Hook(HookPoint.BeforeTurn, OnFailure = HookFailurePolicy.Throw)]
    public static HookResult Throwing(TurnContext turn) => Now().Result;

    [Hook(HookPoint.WorkflowError)]
    public static HookResult Recovering(WorkflowContext workflow) => Now().Result;

    [Hook(HookPoint.SessionUpdated)]
    public static void Observing(SessionContext session) => _ = Now().Result;

    [Hook(HookPoint.ConfigurationChange)]
    public static ValueTask<HookResult> DenyingLater(SystemContext change) => Now();

    [Hook(HookPoint.ModelSwitch, OnFailure = HookFailurePolicy.Continue)]
    public static ValueTask<HookResult> GoingOnLater(ModelSwitchContext change) => Now();

    [Hook(HookPoint.BeforeEventEmit, OnFailure = HookFailurePolicy.Throw)]
    public static ValueTask<HookResult> ThrowingLater(EventContext emit) => Now();

    [Hook(HookPoint.StateConflict)]
    public static Task<HookResult> RecoveringLater(StateContext conflict) => Now().AsTask();

    [Hook(HookPoint.SessionSave)]
    public static async Task ObservingLater(SessionContext session) => await Now();
}
