namespace Hooks;

/// <summary>Reads files.</summary>
/// <param name="Paths">The files, at least one; of a tool that reads many, they may be directories or patterns of names.</param>
public sealed record ReadAct(IReadOnlyList<string> Paths) : ToolAct
{
    /// <inheritdoc/>
    public override ToolActKind Kind => ToolActKind.Read;

    /// <summary>The line with which it begins, as the agent counts; null for the first.</summary>
    public long? Offset { get; init; }

    /// <summary>How many lines; null for as many as the agent gives.</summary>
    public long? Limit { get; init; }

    /// <summary>Whether the other reads the same files in the same order.</summary>
    public bool Equals(ReadAct? other) => base.Equals(other) && Offset == other.Offset && Limit == other.Limit && SameItems(Paths, other.Paths);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Paths.Count, Paths.FirstOrDefault(), Offset, Limit);
}
