using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>A file that was read, written, edited, deleted or found changed.</summary>
public sealed class FileContext : HookContext
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>What was done to it.</summary>
    public FileOperation Operation { get; init; }

    /// <summary>Where it was before it was renamed.</summary>
    public string? PreviousPath { get; init; }

    /// <summary>What was read or written, where the host hands it over.</summary>
    public string? Content { get; init; }

    /// <summary>The parts that were changed, at <see cref="HookPoint.FileEdit"/>.</summary>
    public IReadOnlyList<FileReplacement>? Replacements { get; init; }

    /// <summary>The file's length in bytes.</summary>
    public long? Length { get; init; }

    /// <summary>The tool call that did it.</summary>
    public string? CallId { get; init; }

    /// <summary>The directory in which the agent works.</summary>
    public string? WorkingDirectory { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override FileContext Final => (FileContext)base.Final;
}

/// <summary>A part of a file that was changed.</summary>
/// <param name="OldText">The text before.</param>
/// <param name="NewText">The text after.</param>
public sealed record FileReplacement(string OldText, string NewText);

/// <summary>What was done to a file.</summary>
public enum FileOperation
{
    /// <summary>Nobody said.</summary>
    Unknown = 0,

    /// <summary>It was read.</summary>
    Read = 1,

    /// <summary>It was made.</summary>
    Create = 2,

    /// <summary>It was written as a whole.</summary>
    Write = 3,

    /// <summary>Parts of it were changed.</summary>
    Edit = 4,

    /// <summary>It was deleted.</summary>
    Delete = 5,

    /// <summary>It was renamed or moved.</summary>
    Rename = 6,
}
