using Guard.Shell;

namespace Guard.Files;

/// <summary>Where a file is, seen from the folder in which the agent may work.</summary>
internal enum Place
{
    /// <summary>In the workspace, or in a folder that is open beside it.</summary>
    Inside,

    /// <summary>The workspace itself, or one of those folders.</summary>
    Whole,

    Outside,

    /// <summary>Only the shell knows.</summary>
    Unknown,
}

/// <summary>The folder in which the agent may work, and those that are open beside it.</summary>
internal sealed class Workspace
{
    private static readonly StringComparison PathComparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private readonly List<string> _roots = [];

    /// <param name="folders">The workspace, and other folders that are open; relative ones start at the directory.</param>
    /// <param name="directory">Where the agent is now, and relative paths start.</param>
    /// <param name="home">The user's own folder.</param>
    public Workspace(IEnumerable<string> folders, string directory, string home)
    {
        (Directory, Home) = (Path.GetFullPath(directory), home);
        foreach (var folder in folders)
        {
            if (RealPath.Of(Path.GetFullPath(folder, Directory)) is { } root)
                _roots.Add(Path.TrimEndingDirectorySeparator(root));
        }
    }

    public string Directory { get; }

    public string Home { get; }

    /// <summary>Where a path leads.</summary>
    /// <param name="path">The path, as a tool is given it.</param>
    /// <param name="from">Where a relative path starts.</param>
    /// <param name="isEntry">Whether a link at its end is meant itself.</param>
    public Place Find(string path, string? from = null, bool isEntry = false)
    {
        if (path.Length == 0 || path.Contains('\0'))
            return Place.Unknown;

        // What a program on another system would take it for.
        if (Path.DirectorySeparatorChar == '/' && (path is [_, ':', '\\' or '/', ..] && char.IsAsciiLetter(path[0]) || path.StartsWith(@"\\", StringComparison.Ordinal)))
            return Place.Outside;
        if (Path.DirectorySeparatorChar == '/' && path.Contains('\\') && Find(path.Replace('\\', '/'), from, isEntry) is not Place.Inside and var other)
            return other;

        // Some tools take it for the user's own folder, and others for a name.
        if ((path == "~" || path.StartsWith("~/", StringComparison.Ordinal)) && Find(Home + path[1..], from, isEntry) is not Place.Inside and var atHome)
            return atHome;
        return RealPath.Of(Path.Combine(from ?? Directory, path), isEntry) is { } real ? FindReal(Path.TrimEndingDirectorySeparator(real)) : Place.Unknown;
    }

    /// <summary>The worst of the places where a word of a command leads.</summary>
    /// <param name="word">The word.</param>
    /// <param name="directories">Where relative paths may start; none if nobody knows.</param>
    /// <param name="isEntry">Whether a link at its end is meant itself.</param>
    public Place Find(ShellWord word, IReadOnlyCollection<string> directories, bool isEntry = false)
    {
        if (!word.IsKnown)
            return Place.Unknown;
        var path = word.IsHome ? Home + word.Text[1..] : word.Text;
        if (Path.IsPathRooted(path))
            directories = [Directory];
        var worst = directories.Count == 0 ? Place.Unknown : Place.Inside;
        foreach (var directory in directories)
        {
            foreach (var one in word.IsPattern ? FilePattern.Expand(path, directory) : [path])
            {
                var place = one is null ? Place.Unknown : Find(one, directory, isEntry);
                worst = worst == Place.Outside || place == Place.Inside ? worst : place;
            }
        }

        return worst;
    }

    /// <summary>
    /// The path behind the workspace, if that is one of the working copies that agents keep in a folder of their own, such as
    /// <c>.codex/worktrees</c>: what stands in the name of all of its files tells nothing of one of them.
    /// </summary>
    public string InWorkingCopy(string path) => _roots.Find(root => IsWorkingCopy(root) && (IsBelow(path, root) || path == root)) is { } copy ? path[copy.Length..] : path;

    private static bool IsWorkingCopy(string root) => root.Replace('\\', '/') is var name && name.Contains("/worktrees/", StringComparison.Ordinal) && !name.Contains("/.git/", StringComparison.Ordinal);

    private Place FindReal(string path)
    {
        foreach (var root in _roots)
        {
            if (IsBelow(path, root))
                return Place.Inside;
        }

        return _roots.Exists(root => string.Equals(root, path, PathComparison)) ? Place.Whole : Place.Outside;
    }

    private static bool IsBelow(string path, string root) =>
        path.Length > root.Length && path.StartsWith(root, PathComparison) && (Path.EndsInDirectorySeparator(root) || path[root.Length] == Path.DirectorySeparatorChar || path[root.Length] == Path.AltDirectorySeparatorChar);
}
