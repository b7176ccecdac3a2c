using System.Collections;
using System.Text.Json.Nodes;

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

        return [.. groups.OrderBy(group => group[0].HasSucceeded ? 0 : 1).OrderBy(group => -group.Count)];
    }

    private static bool Agree(ForkEnd left, ForkEnd right) =>
        left.HasSucceeded == right.HasSucceeded && (!left.HasSucceeded || AreSame(left.Result, right.Result));

    private static bool AreSame(object? left, object? right)
    {
        try
        {
            return Equals(left, right) || (IsData(left) && IsData(right) && new HookArguments { ["value"] = left }.DeepEquals(new() { ["value"] = right }));
        }
        catch (Exception)
        {
            // Results are whatever tools give: some are no JSON, and some throw when they are read.
            return false;
        }
    }

    // What is only read when it is asked for may be read only once, or never end.
    private static bool IsData(object? result) => result is
        string or not IEnumerable or ICollection or IReadOnlyCollection<object?> or IReadOnlyCollection<KeyValuePair<string, object?>> or JsonNode;
}
