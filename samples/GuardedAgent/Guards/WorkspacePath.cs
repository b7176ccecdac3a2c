namespace GuardedAgent.Guards;

/// <summary>Decides whether a path leads into the agent's working directory.</summary>
internal static class WorkspacePath
{
    private const int MaxLinks = 40;

    /// <summary>Whether the path, relative to a directory, is the working directory or lies in it.</summary>
    /// <param name="workspace">The working directory; null means that nothing is inside.</param>
    /// <param name="path">Any path; it need not exist.</param>
    /// <param name="from">Where a relative path starts. Default: the working directory.</param>
    public static bool IsInside(string? workspace, string path, string? from = null)
    {
        if (workspace is null || path.Contains('\0'))
            return false;
        var root = Resolve(Path.GetFullPath(workspace));
        var target = Resolve(Path.GetFullPath(path, from ?? workspace));
        return root is not null && target is not null && (target == root || IsBelow(target, root));
    }

    /// <summary>Whether the path is the working directory itself or holds it, so that deleting it deletes everything.</summary>
    public static bool IsRoot(string workspace, string path, string? from = null) =>
        Resolve(Path.GetFullPath(path, from ?? workspace)) == Resolve(Path.GetFullPath(workspace));

    private static bool IsBelow(string path, string root) =>
        path.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // A link within the workspace may point out of it, so every existing part of the path is followed; null: a loop.
    private static string? Resolve(string path)
    {
        for (var links = 0; links < MaxLinks; links++)
        {
            if (FollowFirstLink(path) is not { } followed)
                return Path.TrimEndingDirectorySeparator(path);
            path = followed;
        }

        return null;
    }

    private static string? FollowFirstLink(string path)
    {
        var at = Path.GetPathRoot(path) ?? "";
        foreach (var part in path[at.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var parent = at;
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is { } target)
                return Path.GetFullPath(Path.Combine(target, path[at.Length..].TrimStart(Path.DirectorySeparatorChar)), parent);
        }

        return null;
    }
}
