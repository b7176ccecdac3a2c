namespace Hooks;

/// <summary>All branches, in the order of preference; one failure fails the fork.</summary>
internal sealed class AllMerge(int count) : ForkMerge(count)
{
    public override bool IsSettled => Ended.Exists(end => !end.HasSucceeded);

    public override CallEnd End(out IReadOnlyList<ForkEnd> contributing)
    {
        contributing = Ended.FindAll(end => end.HasSucceeded);
        return IsSettled ? Failure() : new(ToolCallOutcome.Succeeded, Ended.Select(end => end.Result).ToArray());
    }
}
