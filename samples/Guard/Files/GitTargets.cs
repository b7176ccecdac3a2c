using Guard.Shell;

namespace Guard.Files;

/// <summary>Tells which files of those in its folders git changes, and which it is told to write elsewhere.</summary>
internal static class GitTargets
{
    public static IEnumerable<FileTarget> Of(GitCommand git)
    {
        var folder = git.Folder;
        foreach (var target in OfCommand(git))
            yield return folder is null || !target.File.IsKnown || target.File.IsHome || Path.IsPathRooted(target.File.Text) ? target : target with { File = Below(folder, target.File) };
        if (!IsReading(git))
            yield return folder is null ? FileTarget.Here : new(FileUse.Mention, folder);
    }

    private static ShellWord Below(ShellWord folder, ShellWord file) => folder with
    {
        Text = folder.Text + "/" + file.Text, Shape = folder.Shape + "/" + file.Shape, IsKnown = folder.IsKnown && file.IsKnown, IsPattern = folder.IsPattern || file.IsPattern,
    };

    private static IEnumerable<FileTarget> OfCommand(GitCommand git)
    {
        ShellWord[] operands = [.. git.Arguments.Where(word => !word.IsOption)];
        return git.Name switch
        {
            "clone" => All(FileUse.Write, operands.Skip(1)).Concat(Valued(git, "--separate-git-dir")),
            "init" => All(FileUse.Write, operands).Concat(Valued(git, "--separate-git-dir")),
            "submodule" when operands is [{ Text: "add" }, _, var folder, ..] => [new(FileUse.Write, folder)],
            "archive" or "format-patch" => Valued(git, "-o --output --output-directory"),
            "diff" or "log" or "show" => Valued(git, "--output"),
            "bundle" when operands is [{ Text: "create" }, var file, ..] => [new(FileUse.Write, file)],
            "config" => Valued(git, "-f --file"),
            "checkout-index" => Valued(git, "--prefix"),
            "apply" => Valued(git, "--directory"),
            "mv" => Entries(operands, operands.Length - 1),
            "rm" when !git.Arguments.Any(word => word.Text is "--cached" or "-n" or "--dry-run") => Entries(operands, int.MaxValue),
            "worktree" when operands is [{ Text: "add" }, ..] => All(FileUse.Write, git.Arguments.Skip(1).Where((word, at) => !word.IsOption && git.Arguments[at].Text is not ("-b" or "-B" or "--reason")).Take(1)),
            "worktree" when operands is [{ Text: "remove" }, var folder, ..] => [new(FileUse.Delete, folder)],
            "worktree" when operands is [{ Text: "move" }, var from, var to, ..] => [new(FileUse.Delete, from), new(FileUse.Write, to)],
            "checkout" or "restore" or "reset" => Restored(git.Arguments),
            _ => [],
        };
    }

    // Before -- they may be branches, too.
    private static IEnumerable<FileTarget> Restored(IReadOnlyList<ShellWord> arguments)
    {
        var isFile = false;
        foreach (var word in arguments)
        {
            isFile |= word.Text == "--";
            if (word.Text != "--" && (isFile || word.IsKnown && !word.IsOption))
                yield return new(FileUse.Restore, word) { IsTree = word.Text is ['.', not ('.' or '/'), ..] };
        }
    }

    // So many of them go, and what is left is where they go to.
    private static IEnumerable<FileTarget> Entries(ShellWord[] operands, int sources) => operands.Select((word, at) => new FileTarget(at < sources ? FileUse.Delete : FileUse.Write, word));

    private static IEnumerable<FileTarget> Valued(GitCommand git, string options) => All(FileUse.Write, OptionValues.Of(git.Arguments, "", options));

    private static IEnumerable<FileTarget> All(FileUse use, IEnumerable<ShellWord> files) => files.Select(file => new FileTarget(use, file));

    // Some of these only show what there is where they are told nothing more.
    private static bool IsReading(GitCommand git) => git.Name switch
    {
        "" or "status" or "log" or "diff" or "show" or "blame" or "annotate" or "grep" or "ls-files" or "ls-tree" or "ls-remote" or "rev-parse" or "rev-list" or "describe" or "shortlog"
            or "cat-file" or "name-rev" or "merge-base" or "for-each-ref" or "show-ref" or "show-branch" or "check-ignore" or "check-attr" or "count-objects" or "var" or "version" or "help"
            or "whatchanged" or "range-diff" or "cherry" or "fetch" or "push" or "clone" or "init" or "diff-tree" or "diff-index" or "diff-files" or "verify-commit" or "clean" => true,
        "branch" or "tag" or "remote" or "config" or "stash" or "worktree" or "submodule" or "reflog" or "notes" or "bisect" or "lfs" =>
            git.Arguments.FirstOrDefault(word => !word.IsOption)?.Text is null or "list" or "show" or "get-url" or "status" or "log" or "ls-files" && git is not { Name: "stash", Arguments: [] }
            || git.Arguments is [{ Text: "--get" or "--get-all" or "--get-regexp" }, ..],
        _ => false,
    };
}
