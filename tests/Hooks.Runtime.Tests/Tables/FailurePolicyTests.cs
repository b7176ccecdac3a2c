namespace Hooks.Runtime.Tests.Tables;

/// <summary>
/// Policies that are no members. The compiler's rules refuse them in attributes, so they can only come from tables that were written by
/// hand or by a later version; they must never open a guard.
/// </summary>
public class FailurePolicyTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(-1)]
    public void AnUndefinedPolicyBlocksWhereSomethingCanBeBlocked(int policy)
    {
        foreach (var givesVerdict in new[] { true, false })
        {
            Assert.Equal(HookFailurePolicy.Block, Describe(HookPoint.BeforeToolCall, policy, givesVerdict).FailurePolicy);
            Assert.Equal(HookFailurePolicy.Block, Describe(HookPoint.ToolError, policy, givesVerdict).FailurePolicy);
        }

        Assert.Equal(HookFailurePolicy.Continue, Describe(HookPoint.AfterToolCall, policy, givesVerdict: false).FailurePolicy);
    }

    private static HookDescriptor Describe(HookPoint point, int policy, bool givesVerdict) => new()
    {
        Point = HookPoints.Get(point),
        Name = "check",
        DeclaringType = "Acme.Guards",
        Method = "Check",
        Assembly = "Acme",
        OnFailure = (HookFailurePolicy)policy,
        GivesVerdict = givesVerdict,
    };
}
