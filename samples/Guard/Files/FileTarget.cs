using Guard.Shell;

namespace Guard.Files;

/// <summary>What a command does to a file.</summary>
internal enum FileUse
{
    Write,

    /// <summary>It takes it away, and from a folder all that is in it.</summary>
    Delete,

    /// <summary>It makes a link that leads there.</summary>
    Link,

    /// <summary>It brings back what git keeps of it.</summary>
    Restore,

    /// <summary>It is told of it, or is there, and what it does to it is not known.</summary>
    Mention,
}

/// <summary>A file that a command changes.</summary>
internal sealed record FileTarget(FileUse Use, ShellWord File)
{
    /// <summary>The folder in which a command runs, which it may change.</summary>
    public static FileTarget Here { get; } = new(FileUse.Mention, ShellWord.Of("."));

    /// <summary>Whether a link at the end of the path is meant itself.</summary>
    public bool IsEntry => Use == FileUse.Delete;

    /// <summary>Whether all that is in it, if it is a folder, is meant too.</summary>
    public bool IsTree { get; init; } = Use == FileUse.Delete;
}
