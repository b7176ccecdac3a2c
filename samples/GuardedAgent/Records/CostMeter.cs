using Hooks;

namespace GuardedAgent.Records;

/// <summary>Counts what the calls cost, at made-up prices.</summary>
internal sealed class CostMeter(Budget budget)
{
    [Hook(HookPoint.AfterToolCall, Name = "count-cost", Description = "Charges every call that was made to the budget.")]
    public void Count(ToolCallContext call)
    {
        if (call.Outcome != ToolCallOutcome.Denied)
            budget.Spend(Price(call));
    }

    private static decimal Price(ToolCallContext call) => call.ToolName == "run_shell" ? 0.004m : call.IsReadOnly ? 0.001m : 0.002m;
}
