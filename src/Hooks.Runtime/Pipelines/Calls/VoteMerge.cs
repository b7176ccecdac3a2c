namespace Hooks;

/// <summary>
/// The result that most branches have given, compared as JSON. Branches that have failed count as one result, which loses
/// a tie; of other results the one that is preferred wins it.
/// </summary>
internal sealed class VoteMerge(int count) : ForkMerge(count)
{
    public override bool IsSettled => Groups() is [var first, ..] && first.Count * 2 > Count;

    public override CallEnd End(out IReadOnlyList<ForkEnd> contributing)
    {
        var winner = Groups()[0];
        contributing = winner;
        return winner[0].HasSucceeded ? new(ToolCallOutcome.Succeeded, winner[0].Result) : Failure();
    }

    // The largest first; sorting is stable, so that of equally large ones the preferred comes first.
    private List<List<ForkEnd>> Groups()
    {
        List<List<ForkEnd>> groups = [];
        foreach (var end in Ended)
        {
            if (groups.Find(group => Agree(group[0], end)) is { } group)
                group.Add(end);
            else
                groups.Add([end]);
        }

        return [.. groups.OrderByDescending(group => group.Count).ThenByDescending(group => group[0].HasSucceeded)];
    }

    private static bool Agree(ForkEnd left, ForkEnd right) =>
        left.HasSucceeded == right.HasSucceeded && (!left.HasSucceeded || Equals(left.Result, right.Result) || AreSameJson(left.Result, right.Result));

    private static bool AreSameJson(object? left, object? right)
    {
        try
        {
            return new HookArguments { ["value"] = left }.DeepEquals(new() { ["value"] = right });
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
