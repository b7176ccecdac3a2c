namespace Hooks;

/// <summary>What a call asks to be done to one file.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Path">The file; of one that is moved, where it goes.</param>
public sealed record FileChange(FileOperation Operation, string Path)
{
    /// <summary>Where the file was before it was moved.</summary>
    public string? PreviousPath { get; init; }

    /// <summary>What is written, where the file is written as a whole.</summary>
    public string? Content { get; init; }

    /// <summary>The parts that are changed. The old text is empty where something is added, or where the call does not show it.</summary>
    public IReadOnlyList<FileReplacement>? Replacements { get; init; }

    /// <summary>Whether the other asks for the same, with the same replacements in the same order.</summary>
    public bool Equals(FileChange? other) =>
        other is not null && Operation == other.Operation && Path == other.Path && PreviousPath == other.PreviousPath && Content == other.Content
        && ToolAct.SameItems(Replacements, other.Replacements);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operation, Path);
}
