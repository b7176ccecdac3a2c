namespace Hooks;

/// <summary>Changes parts of files, or makes, moves and deletes files.</summary>
/// <param name="Changes">What is done to each file, at least one, in the order of the call.</param>
public sealed record EditAct(IReadOnlyList<FileChange> Changes) : FileChangeAct
{
    /// <inheritdoc/>
    public override ToolActKind Kind => ToolActKind.Edit;

    /// <inheritdoc/>
    public override IReadOnlyList<FileChange> Changes { get; } = Changes;

    /// <summary>Whether the other does the same to the same files in the same order.</summary>
    public bool Equals(EditAct? other) => base.Equals(other) && SameItems(Changes, other.Changes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Changes.Count, Changes.FirstOrDefault());
}
