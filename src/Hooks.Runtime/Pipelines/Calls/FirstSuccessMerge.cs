namespace Hooks;

/// <summary>The branch that succeeds first.</summary>
internal sealed class FirstSuccessMerge(int count) : ForkMerge(count)
{
    public override bool IsSettled => Ended.Exists(end => end.HasSucceeded);

    public override CallEnd End(out IReadOnlyList<ForkEnd> contributing)
    {
        contributing = Ended.FindAll(end => end.HasSucceeded);
        return contributing is [var first, ..] ? new(ToolCallOutcome.Succeeded, first.Result) : Failure();
    }
}
