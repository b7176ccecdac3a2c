namespace Hooks;

/// <summary>What the branches of a fork have come to so far, and what that makes of the fork.</summary>
internal abstract class ForkMerge(int count)
{
    /// <summary>The branches that have ended, in the order of preference.</summary>
    protected List<ForkEnd> Ended { get; } = [];

    /// <summary>How many branches there are.</summary>
    protected int Count { get; } = count;

    /// <summary>Whether the branches that still run cannot change the outcome.</summary>
    public abstract bool IsSettled { get; }

    public static ForkMerge Of(HookFork fork) => fork.Merge switch
    {
        HookForkMerge.FirstSuccess => new FirstSuccessMerge(fork.Branches.Count),
        HookForkMerge.All => new AllMerge(fork.Branches.Count),
        _ => new VoteMerge(fork.Branches.Count),
    };

    public void Add(ForkEnd end)
    {
        Ended.Add(end);
        Ended.Sort(static (left, right) => left.Index.CompareTo(right.Index));
    }

    /// <summary>The outcome of the fork.</summary>
    /// <param name="contributing">The branches whose added context goes with it.</param>
    public abstract CallEnd End(out IReadOnlyList<ForkEnd> contributing);

    /// <summary>The failure of the fork.</summary>
    protected CallEnd Failure()
    {
        var failed = Ended.FindAll(end => !end.HasSucceeded);
        var errors = failed.Select(end => end.Error).OfType<Exception>().ToList();
        return new(
            ToolCallOutcome.Failed,
            Error: errors.Count == 1 ? errors[0] : errors.Count > 0 ? new AggregateException("Branches of a fork failed.", errors) : null,
            Message: failed[0].Message ?? "branches of a fork failed");
    }
}
