using System.IO.Enumeration;

namespace Guard.Files;

/// <summary>Finds the folders that a pattern of a shell would go through, so that a link among them is seen.</summary>
internal static class FilePattern
{
    private const int MostFolders = 1_000;
    private const int LongestPattern = 4_096;

    /// <summary>
    /// Paths that stand for all that fit: the folders that fit are looked up, and the last part is a name that need not exist. Null
    /// stands for what cannot be told.
    /// </summary>
    public static IReadOnlyList<string?> Expand(string pattern, string directory)
    {
        if (pattern.Length > LongestPattern)
            return [null];
        var parts = pattern.Split('/');
        List<string> paths = [pattern.StartsWith('/') ? "/" : "."];
        for (var at = 0; at < parts.Length; at++)
        {
            var part = parts[at];
            if (part.Length == 0)
            {
                // What stands behind the slash is not the link, but what it leads to.
                paths = at > 0 && at == parts.Length - 1 ? [.. paths.Select(path => path + "/")] : paths;
                continue;
            }

            if (!IsPattern(part))
                paths = [.. paths.Select(path => path + "/" + part)];
            else if (part == "**" && at + 2 < parts.Length)
                return [null];
            else if (Matches(paths, part, directory, isLast: at == parts.Length - 1) is { } found)
                paths = found;
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

    // Folders, and for the last part links; and names for what is made before the pattern is used.
    private static List<string>? Matches(List<string> paths, string part, string directory, bool isLast)
    {
        var simple = part.Contains('[') ? "*" : part;
        var found = new List<string>();
        foreach (var path in paths)
        {
            try
            {
                foreach (var entry in new DirectoryInfo(RealPath.Of(Path.Combine(directory, path)) ?? "").EnumerateFileSystemInfos())
                {
                    if ((isLast ? entry.LinkTarget is not null : entry.Attributes.HasFlag(FileAttributes.Directory)) && FileSystemName.MatchesSimpleExpression(simple, entry.Name, ignoreCase: true))
                        found.Add(path + "/" + entry.Name);
                    if (found.Count > MostFolders)
                        return null;
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // What cannot be read is not gone through by a shell either.
            }
        }

        // To some shells .. is a name as any other.
        if (part[0] == '.' && MayBeParent(part))
            found.AddRange(paths.Select(path => path + "/.."));
        found.AddRange(paths.Select(path => path + "/" + AnyName(part)));
        return found.Count > MostFolders ? null : found;
    }

    // .[!.]* is written to leave it out.
    private static bool MayBeParent(string part)
    {
        if (!part.Contains('['))
            return FileSystemName.MatchesSimpleExpression(part, "..");
        if (part[1] != '[' || part.IndexOf(']', 3) is var end && end < 0)
            return true;
        var isNegated = part[2] is '!' or '^';
        return part[2..end].Contains('.') != isNegated && part[(end + 1)..].Trim('*').Length == 0;
    }
}
