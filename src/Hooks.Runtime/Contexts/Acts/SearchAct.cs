namespace Hooks;

/// <summary>Looks for files or for text in them.</summary>
/// <param name="Target">What is looked for.</param>
/// <param name="Pattern">Which names, or which text; null where a directory is listed.</param>
public sealed record SearchAct(SearchTarget Target, string? Pattern) : ToolAct
{
    /// <inheritdoc/>
    public override ToolActKind Kind => ToolActKind.Search;

    /// <summary>Where: directories, or files; none for the directory in which the agent works. A pattern for names can lead elsewhere too.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Of which files the text is searched, as a pattern for their names.</summary>
    public string? FileFilter { get; init; }

    /// <summary>Whether the other looks for the same in the same places.</summary>
    public bool Equals(SearchAct? other) =>
        base.Equals(other) && Target == other.Target && Pattern == other.Pattern && FileFilter == other.FileFilter && SameItems(Paths, other.Paths);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Target, Pattern, FileFilter, Paths.Count);
}

/// <summary>What a <see cref="SearchAct"/> looks for.</summary>
public enum SearchTarget
{
    /// <summary>Files, by their names.</summary>
    Files = 1,

    /// <summary>Text in files.</summary>
    Text = 2,

    /// <summary>What is in a directory.</summary>
    Directory = 3,
}
