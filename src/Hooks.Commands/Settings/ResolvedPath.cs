namespace Hooks.Commands;

/// <summary>The file behind a path, with links followed as the system follows them.</summary>
internal static class ResolvedPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MostLinks = 40;

    /// <summary>
    /// Goes through a path from its beginning, so that what a link says, and <c>..</c>, is read from where the link really is: that is not
    /// the folder by whose name one came there if that is a link itself. What does not exist leads on as it is written.
    /// </summary>
    /// <exception cref="IOException">The links lead round in a circle.</exception>
    public static string Of(string path)
    {
        if (OperatingSystem.IsWindows())
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);

        var at = "/";
        var links = 0;
        var steps = new Stack<string>();
        Push(steps, Path.IsPathRooted(path) ? path : Path.Join(Environment.CurrentDirectory, path));
        while (steps.TryPop(out var step))
        {
            if (step is "" or ".")
                continue;
            if (step == "..")
            {
                at = Path.GetDirectoryName(at) ?? at;
                continue;
            }

            var next = Path.Join(at, step);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                at = next;
                continue;
            }

            if (++links > MostLinks)
                throw new IOException("links lead round in a circle");
            at = Path.IsPathRooted(target) ? "/" : at;
            Push(steps, target);
        }

        return at;
    }

    private static void Push(Stack<string> steps, string path)
    {
        var written = path.Split('/');
        for (var i = written.Length - 1; i >= 0; i--)
            steps.Push(written[i]);
    }
}
