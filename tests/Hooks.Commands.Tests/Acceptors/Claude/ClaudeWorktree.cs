using System.Text.RegularExpressions;

namespace Hooks.Commands.Tests.Acceptors.Claude;

/// <summary>The one event whose output is a path, on its last line that is not empty: no JSON, and every exit code but 0 fails it.</summary>
internal static partial class ClaudeWorktree
{
    public static HostAction Judge(HostRun run, int exit)
    {
        if (exit != 0)
            return new HostAction(HostCourse.Denied) { Reason = run.Errors.Trim(), Reader = Reader.User };
        var path = Ansi.Replace(run.ReadText(), "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        if (path is null)
            return Refused("no path");
        if (!path.StartsWith('/'))
            return Refused("not a path");
        return path.Split('/').Any(segment => segment is "." or "..") ? Refused("a path with . or ..") : HostAction.Nothing with { Extra = $"worktree={path}" };
    }

    private static HostAction Refused(string why) => new(HostCourse.Denied) { Failure = why };

    [GeneratedRegex(@"\u001b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Ansi { get; }
}
