using Guard.Shell;

namespace Guard.Files;

/// <summary>Tells which files a command changes: those to which the shell sends output, and those that well-known programs are told to change.</summary>
/// <remarks>Of other programs nobody can tell; what they may change is for the sandbox of the agent to say.</remarks>
internal static class FileTargets
{
    public static IEnumerable<FileTarget> Of(ShellCommand command)
    {
        foreach (var redirection in command.Redirections)
        {
            if (redirection.IsWritten && !IsDevice(redirection.File))
                yield return new(FileUse.Write, redirection.File);
        }

        if (command.Name is not { } name)
            yield break;
        foreach (var target in OfProgram(command, name))
        {
            if (!IsDevice(target.File))
                yield return target;
        }
    }

    private static IEnumerable<FileTarget> OfProgram(ShellCommand command, string name)
    {
        var operands = Operands(command.Words);
        switch (name)
        {
            case "rm" or "rmdir" or "unlink" or "shred" or "srm" or "trash" or "del" or "erase" or "rd" or "ri" or "remove-item":
                return All(FileUse.Delete, operands is [] && command.Source is not null ? [ShellWord.Unknown] : operands);
            case "find" when !FindSearch.IsDeletion(command):
                return Valued(command, "", "-fprint", "-fprint0", "-fprintf", "-fls");
            case "find":
                return Valued(command, "", "-fprint", "-fprint0", "-fprintf", "-fls").Concat(All(FileUse.Delete, FindSearch.FollowsLinks(command) ? [ShellWord.Unknown] : FindSearch.IsSelective(command) ? FindSearch.Results(command) : FindSearch.Roots(command)));
            case "tee" or "touch" or "mkdir" or "truncate" or "mkfifo" or "mknod" or "sponge" or "link" or "md"
                or "set-content" or "sc" or "add-content" or "ac" or "out-file" or "new-item" or "ni" or "tee-object" or "clear-content":
                return All(FileUse.Write, operands);
            case "chmod" or "chown" or "chgrp" or "chattr" or "setfacl":
                return All(FileUse.Write, operands.Skip(1));
            case "mv" or "move" or "mi" or "move-item" or "ren" or "rename-item":
                return Moved(command, operands, FileUse.Delete);
            case "install" when HasOption(command, "-d", "--d"):
                return All(FileUse.Write, operands);
            case "cp" or "copy" or "cpi" or "copy-item" or "install" or "rsync":
                return Moved(command, operands, null);
            case "ln":
                return Moved(command, operands, FileUse.Link);
            case "dd":
                return Prefixed(command, "of=");
            case "sed" when command.Arguments.Any(word => IsInPlace(word.Text)):
                return All(FileUse.Write, operands.Skip(HasOption(command, "-e", "--expression", "-f") ? 0 : 1));
            case "curl":
                return Valued(command, "AbcCdeEFhHKmPQrTtuUwxXyYz", "-o", "--output", "--output-dir", "-D", "--dump-header");
            case "wget":
                return Valued(command, "AbBDeEGIilQRStTUw", "-O", "--output-document", "-P", "--directory-prefix", "-o", "-a");
            case "tar" or "bsdtar":
                return Valued(command, "bFgHIKLNTVX", "-C", "--directory").Concat(IsUnpacking(command) ? [] : Archive(command));
            case "patch" or "wipefs" or "mke2fs":
                return All(FileUse.Write, operands.Take(1));
            case var device when device.StartsWith("mkfs", StringComparison.Ordinal):
                return All(FileUse.Write, operands);
            case "unzip":
                return Valued(command, "xP", "-d");
            case "sort":
                return Valued(command, "kStT", "-o", "--output");
            case "iwr" or "invoke-webrequest":
                return Valued(command, "", "-OutFile");
            case "git" when GitCommand.Of(command) is { } git:
                return OfGit(git);
            default:
                return [];
        }
    }

    private static IEnumerable<FileTarget> OfGit(GitCommand git) => git.Name switch
    {
        "clone" => All(FileUse.Write, git.Arguments.Where(word => !word.IsOption).Skip(1)),
        "init" => All(FileUse.Write, git.Arguments.Where(word => !word.IsOption)),
        "archive" or "format-patch" => Valued(git.Arguments, "", "-o", "--output", "--output-directory"),
        "diff" or "log" or "show" => Valued(git.Arguments, "", "--output"),
        "mv" => Entries(git.Arguments, git.Arguments.Count(word => !word.IsOption) - 1),
        "rm" when !git.Arguments.Any(word => word.Text is "--cached" or "-n" or "--dry-run") => Entries(git.Arguments, int.MaxValue),
        "worktree" when git.Arguments is [{ Text: "add" }, ..] => All(FileUse.Write, git.Arguments.Skip(1).Where((word, at) => !word.IsOption && git.Arguments[at].Text is not ("-b" or "-B" or "--reason")).Take(1)),
        _ => [],
    };

    // So many of them go, and what is left is where they go to.
    private static IEnumerable<FileTarget> Entries(IReadOnlyList<ShellWord> arguments, int sources) =>
        arguments.Where(word => !word.IsOption).Select((word, at) => new FileTarget(at < sources ? FileUse.Delete : FileUse.Write, word));

    private static IEnumerable<FileTarget> All(FileUse use, IEnumerable<ShellWord> files) => files.Select(file => new FileTarget(use, file));

    // An unknown word may be the option that names the target; and cmdlets take files from a pipe.
    private static IEnumerable<FileTarget> Moved(ShellCommand command, IReadOnlyList<ShellWord> operands, FileUse? sources)
    {
        if (command.Arguments.Any(word => !word.IsKnown) || command.Source is not null && command.Name is not ("cp" or "mv" or "ln" or "install" or "rsync"))
            return [new(FileUse.Write, ShellWord.Unknown)];
        FileTarget[] folders = [.. command.Name switch
        {
            "cp" or "mv" or "ln" or "install" => Valued(command, "Sgmo", "-t", "--target-directory"),
            "rsync" => [],
            _ => Valued(command, "", "-Destination"),
        }];
        var last = folders is [] && operands.Count > 1 ? 1 : 0;
        var targets = last == 1 ? [new(FileUse.Write, operands[^1])] : folders;
        ShellWord[] moved = [.. operands.Take(operands.Count - last).Where(word => !Array.Exists(folders, folder => folder.File == word))];
        return targets.Concat(targets.SelectMany(target => moved.Select(word => target with { File = Below(target.File, word), IsTree = true })))
            .Concat(sources is { } use ? All(use, moved) : []);
    }

    // Where a file comes to be that is put into a folder. What is in a folder has many names.
    private static ShellWord Below(ShellWord folder, ShellWord file)
    {
        var name = file.Text[(file.Text.TrimEnd('/').LastIndexOf('/') + 1)..].TrimEnd('/');
        if (name is "" or "." or "..")
            return folder with { Text = folder.Text + "/any", Shape = folder.Shape + "/" + ShellWord.Anything };
        return folder with { Text = folder.Text + "/" + name, Shape = folder.Shape + "/" + file.Shape[(file.Shape.TrimEnd('/').LastIndexOf('/') + 1)..], IsPattern = folder.IsPattern || file.IsPattern };
    }

    private static IEnumerable<FileTarget> Prefixed(ShellCommand command, string prefix) =>
        command.Arguments
            .Where(word => word.Text.StartsWith(prefix, StringComparison.Ordinal) || !word.IsKnown)
            .Select(word => new FileTarget(FileUse.Write, word.IsKnown ? word.From(prefix.Length) : ShellWord.Unknown));

    // As the next word, behind an equals sign or a colon, or right behind a single letter, which may have other letters before it, but
    // none that takes the rest for its own value. Long options may be cut short.
    private static IEnumerable<FileTarget> Valued(ShellCommand command, string otherValued, params string[] options) => Valued([.. command.Arguments], otherValued, options);

    private static IEnumerable<FileTarget> Valued(IReadOnlyList<ShellWord> words, string otherValued, params string[] options)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            foreach (var option in options)
            {
                if (IndexOfValue(word.Text, option, otherValued) is var value && value == word.Text.Length)
                    yield return new(FileUse.Write, at + 1 < words.Count ? words[at + 1] : ShellWord.Unknown);
                else if (value > 0)
                    yield return new(FileUse.Write, word.From(value));
            }
        }
    }

    // The length of the word if the value is the next one; -1 if it is not the option.
    private static int IndexOfValue(string word, string option, string otherValued)
    {
        if (option.Length == 2)
        {
            var at = word is ['-', not '-', ..] ? word.IndexOf(option[1], 1) : -1;
            return at < 0 || word.AsSpan(1, at - 1).IndexOfAny(otherValued) >= 0 ? -1 : at + 1;
        }

        var isLong = option.StartsWith("--", StringComparison.Ordinal);
        var end = word.IndexOf(isLong ? '=' : ':') is var sign and > 0 ? sign : word.Length;
        return end >= (isLong ? 5 : 2) && option.StartsWith(word[..end], isLong ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase) ? Math.Min(end + 1, word.Length) : -1;
    }

    private static ShellWord[] Operands(IReadOnlyList<ShellWord> words)
    {
        var operands = new List<ShellWord>();
        var isEnd = false;
        foreach (var word in words.Skip(1))
        {
            if (!isEnd && word.Text == "--")
                isEnd = true;
            else if (isEnd || !word.IsOption)
                operands.Add(word);
            else if (word.Text.IndexOf(':') is var colon and > 1)
                operands.Add(word.From(colon + 1));
        }

        return [.. operands];
    }

    private static bool HasOption(ShellCommand command, params string[] options) => command.Arguments.Any(word => Array.Exists(options, option => word.Text.StartsWith(option, StringComparison.Ordinal)));

    private static bool IsInPlace(string option) => option.StartsWith("--i", StringComparison.Ordinal) || option is ['-', not '-', ..] && option.AsSpan(1).IndexOf('i') is var at and >= 0 && option.AsSpan(1, at).IndexOfAnyExcept("nEzrsu") < 0;

    private static bool IsUnpacking(ShellCommand command)
    {
        var letters = string.Concat(command.Arguments.Where((word, at) => at == 0 && !word.IsOption || word.Text is ['-', not '-', ..]).Select(word => word.Text));
        return letters.AsSpan().IndexOfAny("xt") >= 0 && letters.AsSpan().IndexOfAny("cru") < 0 || HasOption(command, "--extract", "--list");
    }

    // tar cf x.tar, tar -czf x.tar, tar --file=x.tar
    private static IEnumerable<FileTarget> Archive(ShellCommand command) =>
        command.Words is [_, { IsLiteral: true } mode, var archive, ..] && mode.Text.EndsWith('f') && !mode.Text.StartsWith("--", StringComparison.Ordinal)
            ? [new(FileUse.Write, archive)]
            : Valued(command, "bCFgHIKLNTVX", "-f", "--file");

    private static bool IsDevice(ShellWord file) => file.IsLiteral && (file.Text is "/dev/null" or "/dev/stdout" or "/dev/stderr" or "/dev/tty" or "/dev/zero"
        || file.Text.StartsWith("/dev/fd/", StringComparison.Ordinal) && file.Text.AsSpan(8).IndexOfAnyExceptInRange('0', '9') < 0 || string.Equals(file.Text, "nul", StringComparison.OrdinalIgnoreCase));
}
