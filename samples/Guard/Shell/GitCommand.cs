namespace Guard.Shell;

/// <summary>A git command behind git's own options.</summary>
/// <param name="Name">The command: <c>push</c>.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">The folder in which git works, if it is told one with <c>-C</c>.</param>
/// <param name="Unclear">What of git's own options leaves open what it does; null if nothing.</param>
internal sealed record GitCommand(string Name, IReadOnlyList<ShellWord> Arguments, ShellWord? Folder, string? Unclear)
{
    // Settings that change what is shown or how branches are joined, and start nothing.
    private static readonly string[] HarmlessSettings =
    [
        "user.", "color.", "advice.", "log.", "format.", "column.", "pull.", "rebase.", "branch.", "rerere.", "fetch.", "status.", "push.default", "push.followtags", "push.autosetupremote", "init.defaultbranch",
        "core.quotepath", "core.autocrlf", "core.safecrlf", "core.eol", "core.longpaths", "core.ignorecase", "core.filemode", "core.symlinks", "core.whitespace", "core.abbrev", "core.precomposeunicode",
        "commit.gpgsign", "commit.verbose", "tag.gpgsign", "tag.sort", "safe.directory", "diff.algorithm", "diff.renames", "diff.colormoved", "merge.conflictstyle", "merge.ff", "pack.", "gc.auto", "http.postbuffer", "feature.", "index.", "extensions.worktreeconfig",
    ];

    /// <summary>Reads a command; null if it is not git.</summary>
    public static GitCommand? Of(ShellCommand command)
    {
        if (command.Name is not { } program || program is not ("git" or "hub") && !program.StartsWith("git-", StringComparison.Ordinal))
            return null;
        var words = program is "git" or "hub" ? command.Words : [command.Words[0], ShellWord.Of(program[4..]), .. command.Words.Skip(1)];
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

    /// <summary>Whether a setting, with or without a value behind an equals sign, starts nothing and pushes nothing.</summary>
    public static bool IsHarmless(ShellWord setting) => setting.IsLiteral && setting.Text.Split('=')[0] is var name
        && Array.Exists(HarmlessSettings, harmless => harmless[^1] == '.' ? name.StartsWith(harmless, StringComparison.OrdinalIgnoreCase) : string.Equals(name, harmless, StringComparison.OrdinalIgnoreCase));
}
