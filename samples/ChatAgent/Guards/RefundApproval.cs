using System.Globalization;
using Hooks;

namespace ChatAgent.Guards;

/// <summary>Large refunds need a person.</summary>
internal static class RefundApproval
{
    private const decimal SmallSum = 50m;

    [Hook(HookPoint.BeforeToolCall, Name = "approve-refunds", Tools = "refund", Description = "Asks before more than 50 EUR are paid back.")]
    public static HookResult Check(ToolCallContext call)
    {
        if (!call.Arguments.TryGetDecimal("amount", out var amount) || amount <= 0)
            return HookResult.Cancel("the amount of a refund has to be a number above 0");
        return amount <= SmallSum ? HookResult.Continue
            : HookResult.Ask(string.Create(CultureInfo.InvariantCulture, $"pay back {amount:0.00} EUR?"));
    }
}
