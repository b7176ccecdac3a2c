using System.IO.Enumeration;

namespace Guard.Files;

/// <summary>Finds the folders that a pattern of a shell would go through, so that a link among them is seen.</summary>
internal static class FilePattern
{
    private const int MostFolders = 1_000;

    /// <summary>
    /// Paths that stand for all that fit: the folders that fit are looked up, and the last part is a name that need not exist. Null
    /// stands for what cannot be told.
    /// </summary>
    public static IReadOnlyList<string?> Expand(string pattern, string directory)
    {
        var parts = pattern.Split('/');
        List<string> paths = [pattern.StartsWith('/') ? "/" : "."];
        for (var at = 0; at < parts.Length; at++)
        {
            var part = parts[at];
            if (part.Length == 0)
                continue;
            if (!IsPattern(part))
                paths = [.. paths.Select(path => path + "/" + part)];
            else if (at == parts.Length - 1)
                return [.. paths.Select(path => path + "/" + AnyName(part))];
            else if (Folders(paths, part, directory) is { } folders)
                paths = folders;
            else
                return [null];
        }

        return [.. paths];
    }

    /// <summary>Whether the pattern is for everything in a folder.</summary>
    public static bool IsEverything(string pattern) => pattern[(pattern.LastIndexOf('/') + 1)..] is "*" or ".*" or "?*" or "**" or "[!.]*" or ".[!.]*";

    private static bool IsPattern(string part) => part.AsSpan().IndexOfAny('*', '?', '[') >= 0;

    // A name that the pattern may stand for and that is no link.
    private static string AnyName(string part) => part.Replace('/', '_').Replace("..", "_", StringComparison.Ordinal);

    private static List<string>? Folders(List<string> paths, string part, string directory)
    {
        var simple = part.Contains('[') ? "*" : part;
        var found = new List<string>();
        foreach (var path in paths)
        {
            try
            {
                foreach (var folder in new DirectoryInfo(Path.Combine(directory, path)).EnumerateDirectories())
                {
                    if (FileSystemName.MatchesSimpleExpression(simple, folder.Name, ignoreCase: true))
                        found.Add(path + "/" + folder.Name);
                    if (found.Count > MostFolders)
                        return null;
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // What cannot be read is not gone through by a shell either.
            }
        }

        // A folder that is made before the pattern is used.
        found.Add(paths[0] + "/" + AnyName(part));
        return found;
    }
}
