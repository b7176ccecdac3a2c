namespace Guard.Files;

/// <summary>Finds where a path leads now, as the system would: part by part, links followed, and <c>..</c> from where a link has led.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    // PATH_MAX of Linux; longer than those of other systems.
    private const int LongestPath = 4_096;

    /// <param name="path">An absolute path; it need not exist.</param>
    /// <param name="isEntry">Whether the entry itself is meant, not what it leads to if it is a link: that is what deleting and moving do.</param>
    /// <returns>The path without links and dots; null if it cannot be told.</returns>
    public static string? Of(string path, bool isEntry = false)
    {
        try
        {
            return path.Length > LongestPath ? null : Walk(path, isEntry);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Walk(string path, bool isEntry)
    {
        var at = Path.GetPathRoot(path)!;
        var rest = new Stack<string>(Parts(path[at.Length..]).Reverse());
        isEntry &= !Path.EndsInDirectorySeparator(path) && Path.GetFileName(path) is not ("." or "..");
        for (var links = 0; rest.TryPop(out var part);)
        {
            if (part == "..")
            {
                at = Path.GetDirectoryName(at) ?? at;
                continue;
            }

            var entry = Path.Combine(at, part);
            if (isEntry && rest.Count == 0 || new FileInfo(entry).LinkTarget is not { } target)
            {
                at = entry;
                continue;
            }

            if (++links > MostLinks)
                return null;
            if (Path.IsPathRooted(target))
                at = Path.GetPathRoot(Path.GetFullPath(target))!;
            foreach (var next in Parts(Path.IsPathRooted(target) ? target[Path.GetPathRoot(target)!.Length..] : target).Reverse())
                rest.Push(next);
        }

        return at;
    }

    private static IEnumerable<string> Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".");
}
