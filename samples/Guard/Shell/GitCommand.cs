namespace Guard.Shell;

/// <summary>A git command behind git's own options.</summary>
/// <param name="Name">The command: <c>push</c>.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">The folder in which git works, if it is told one with <c>-C</c>.</param>
/// <param name="Unclear">What of git's own options leaves open what it does; null if nothing.</param>
internal sealed record GitCommand(string Name, IReadOnlyList<ShellWord> Arguments, ShellWord? Folder, string? Unclear)
{
    // Settings that change what is shown, and no more.
    private static readonly string[] HarmlessSettings =
        ["user.", "color.", "advice.", "init.", "log.", "format.", "column.", "core.quotepath=", "core.autocrlf=", "core.longpaths=", "core.ignorecase=", "commit.gpgsign=", "tag.gpgsign=", "safe.directory="];

    /// <summary>Reads a command; null if it is not git.</summary>
    public static GitCommand? Of(ShellCommand command)
    {
        if (command.Name is not { } program || program != "git" && !program.StartsWith("git-", StringComparison.Ordinal))
            return null;
        var words = program == "git" ? command.Words : [command.Words[0], ShellWord.Of(program[4..]), .. command.Words.Skip(1)];
        ShellWord? folder = null;
        string? unclear = null;
        var at = 1;
        for (; at < words.Count && words[at] is { IsKnown: true, Text: ['-', ..] and var option }; at++)
        {
            switch (option)
            {
                case "-C":
                    unclear ??= folder is null ? null : "git is told more than one folder";
                    folder = at + 1 < words.Count ? words[at + 1] : null;
                    at++;
                    break;
                case "-c":
                    unclear ??= at + 1 < words.Count && IsHarmless(words[at + 1]) ? null : "git is given a setting that may change what it does";
                    at++;
                    break;
                case "-p" or "-P" or "--paginate" or "--no-pager" or "--no-optional-locks" or "--literal-pathspecs" or "--no-replace-objects" or "--version" or "--help" or "-v" or "-h":
                    break;
                default:
                    unclear ??= "git has an option before its command that is not known";
                    at += option is "--git-dir" or "--work-tree" or "--namespace" or "--exec-path" or "--config-env" or "--super-prefix" ? 1 : 0;
                    break;
            }
        }

        if (at >= words.Count)
            return new("", [], folder, unclear);
        return new(words[at].Text, [.. words.Skip(at + 1)], folder, words[at].IsLiteral ? unclear : "only the shell knows what git is to do");
    }

    private static bool IsHarmless(ShellWord setting) =>
        setting.IsLiteral && Array.Exists(HarmlessSettings, harmless => setting.Text.StartsWith(harmless, StringComparison.OrdinalIgnoreCase));
}
