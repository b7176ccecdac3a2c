namespace Hooks;

/// <summary>Writes a file as a whole.</summary>
/// <param name="Path">The file.</param>
/// <param name="Content">All that is in it afterwards.</param>
public sealed record WriteAct(string Path, string Content) : FileChangeAct
{
    /// <inheritdoc/>
    public override ToolActKind Kind => ToolActKind.Write;

    /// <summary>Whether the tool only makes files that are not there.</summary>
    public bool IsNew { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<FileChange> Changes => [new(IsNew ? FileOperation.Create : FileOperation.Write, Path) { Content = Content }];
}
