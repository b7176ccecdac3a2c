namespace Hooks;

/// <summary>The branches that run instead of one call.</summary>
public sealed class HookFork : IEquatable<HookFork>
{
    /// <summary>A set of branches.</summary>
    /// <param name="branches">The branches, at least one.</param>
    /// <param name="merge">How their outcomes become one.</param>
    /// <exception cref="ArgumentException"><paramref name="branches"/> is empty, or one of them has no target.</exception>
    public HookFork(IReadOnlyList<HookBranch> branches, HookForkMerge merge)
    {
        ArgumentNullException.ThrowIfNull(branches);
        if (branches.Count == 0)
            throw new ArgumentException("A fork needs at least one branch; to let the call through, answer Continue.", nameof(branches));
        if (branches.Any(branch => branch is null || string.IsNullOrWhiteSpace(branch.Target)))
            throw new ArgumentException("Every branch of a fork names the target to call.", nameof(branches));
        Branches = [.. branches];
        Merge = merge;
    }

    /// <summary>The branches, in the order of preference.</summary>
    public IReadOnlyList<HookBranch> Branches { get; }

    /// <summary>How their outcomes become one.</summary>
    public HookForkMerge Merge { get; }

    /// <inheritdoc/>
    public bool Equals(HookFork? other) => other is not null && Merge == other.Merge && Branches.SequenceEqual(other.Branches);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HookFork);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Merge, Branches.Count, Branches[0]);
}

/// <summary>One branch of a fork.</summary>
/// <param name="Target">The tool, model, agent or stage to call.</param>
/// <param name="Arguments">Its arguments, or null for those of the original call.</param>
public sealed record HookBranch(string Target, HookArguments? Arguments = null)
{
    /// <inheritdoc/>
    public bool Equals(HookBranch? other) =>
        other is not null && Target == other.Target
        && (Arguments is null ? other.Arguments is null : other.Arguments is not null && Arguments.DeepEquals(other.Arguments));

    /// <inheritdoc/>
    public override int GetHashCode() => Target.GetHashCode(StringComparison.Ordinal);
}

/// <summary>How the outcomes of a fork's branches become one.</summary>
public enum HookForkMerge
{
    /// <summary>The first branch that succeeds; the others are cancelled.</summary>
    FirstSuccess = 0,

    /// <summary>All of them, in their order; one failure fails the fork.</summary>
    All = 1,

    /// <summary>The outcome that most branches agree on.</summary>
    Vote = 2,
}
