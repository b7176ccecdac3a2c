namespace Hooks;

/// <summary>What a tool call has done to one file.</summary>
/// <param name="Operation">What was done.</param>
/// <param name="Path">The file.</param>
/// <param name="PreviousPath">Where it was before.</param>
/// <param name="Content">What was written, as far as the call says.</param>
/// <param name="Replacements">What was changed, as far as the call says.</param>
internal sealed record FileAccess(FileOperation Operation, string Path, string? PreviousPath = null, string? Content = null, IReadOnlyList<FileReplacement>? Replacements = null)
{
    /// <summary>The point that is about it.</summary>
    public HookPoint Point => Operation switch
    {
        FileOperation.Read => HookPoint.FileRead,
        FileOperation.Create or FileOperation.Write => HookPoint.FileWrite,
        FileOperation.Delete => HookPoint.FileDelete,
        _ => HookPoint.FileEdit,
    };
}
