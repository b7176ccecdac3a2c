using Guard.Shell;

namespace Guard.Files;

/// <summary>Tells which files a command changes: those to which the shell sends output, and those that well-known programs are told to change.</summary>
/// <remarks>Of other programs nobody can tell: see <see cref="UnknownProgram"/>.</remarks>
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
        var operands = OptionValues.Operands(command.Arguments);
        switch (name)
        {
            case "rm" or "rmdir" or "unlink" or "shred" or "srm" or "trash" or "del" or "erase" or "rd" or "ri" or "remove-item":
                return All(FileUse.Delete, operands is [] && command.Source is not null ? [ShellWord.Unknown] : operands);
            case "format-volume" or "clear-disk" or "remove-partition" or "initialize-disk":
                return [new(FileUse.Delete, ShellWord.Unknown)];
            case "find":
                return Valued(command, "", "-fprint -fprint0 -fprintf -fls").Concat(FindSearch.IsDeletion(command) ? All(FileUse.Delete, FindSearch.Results(command)) : []);
            case "mv" or "move" or "mi" or "move-item" or "ren" or "rename-item":
                return Moved(command, operands, FileUse.Delete);
            case "install" when OptionValues.Has(command, "-d", "--d"):
                return All(FileUse.Write, operands);
            case "cp" or "copy" or "cpi" or "copy-item" or "install":
                return Moved(command, operands, null);
            case "rsync":
                return Moved(command, operands, OptionValues.Has(command, "--remove-s") ? FileUse.Delete : null)
                    .Concat(Valued(command, "efMB", "-T --temp-dir --log-file --backup-dir --partial-dir --write-batch --only-write-batch"))
                    .Concat(OptionValues.Has(command, "--del") ? All(FileUse.Delete, operands.TakeLast(1)) : []);
            case "ln":
                return Moved(command, operands, FileUse.Link);
            case "dd":
                return Prefixed(command, "of=");
            case "sed" when command.Arguments.Any(word => IsInPlace(word.Text)):
                return All(FileUse.Write, operands.Skip(OptionValues.Has(command, "-e", "--expression", "-f") ? 0 : 1));
            case "gawk" or "awk" when command.Arguments.Any(word => word.Text.EndsWith("inplace", StringComparison.Ordinal)):
                return All(FileUse.Write, operands);
            case "tar" or "bsdtar":
                return Valued(command, "bFgHIKLNTVX", "-C --directory --one-top-level").Concat(IsUnpacking(command) ? Unpacked(command) : Archive(command));
            case "docker" or "podman" or "nerdctl" or "kubectl" or "oc" when operands is [{ Text: "cp" }, .., { IsKnown: true } to]:
                return to.Text.Contains(':') ? [] : [new(FileUse.Write, to)];
            case "gh" when operands is [{ Text: "repo" }, { Text: "clone" }, _, var folder, ..]:
                return [new(FileUse.Write, folder)];
            case "git" or "hub" when GitCommand.Of(command) is { } git:
                return GitTargets.Of(git);
            case var _ when WritingProgram.Find(name) is { } program:
                return OfProgram(command, program);
            case var _ when ReadingPrograms.Has(command) || Wrapper.Find(name) is not null:
                return [];
            default:
                return UnknownProgram.Mentions(command, name);
        }
    }

    private static IEnumerable<FileTarget> OfProgram(ShellCommand command, WritingProgram program)
    {
        var operands = OptionValues.Operands(command.Arguments, program.Valued);
        return Valued(command, program.Valued, program.Files)
            .Concat(OptionValues.Of([.. command.Arguments], program.Valued, program.Folders).Select(folder => new FileTarget(FileUse.Mention, UnknownProgram.Source(folder))))
            .Concat(program.IsFree ? [FileTarget.Here] : [])
            .Concat(All(FileUse.Write, program.Operands switch
            {
                Written.All => operands,
                Written.First => operands.Take(1),
                Written.ButFirst => operands.Skip(1),
                _ => [],
            }));
    }

    private static IEnumerable<FileTarget> All(FileUse use, IEnumerable<ShellWord> files) => files.Select(file => new FileTarget(use, file));

    // An unknown word may be the option that names the target; and cmdlets take files from a pipe.
    private static IEnumerable<FileTarget> Moved(ShellCommand command, IReadOnlyList<ShellWord> operands, FileUse? sources)
    {
        if (command.Arguments.Any(word => !word.IsKnown) || command.Source is not null && command.Name is not ("cp" or "mv" or "ln" or "install" or "rsync"))
            return [new(FileUse.Write, ShellWord.Unknown)];
        FileTarget[] folders = [.. command.Name switch
        {
            "cp" or "mv" or "ln" or "install" => Valued(command, "Sgmo", "-t --target-directory"),
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

    private static IEnumerable<FileTarget> Valued(ShellCommand command, string valued, string options) => All(FileUse.Write, OptionValues.Of([.. command.Arguments], valued, options));

    private static bool IsInPlace(string option) => option.StartsWith("--i", StringComparison.Ordinal) || option is ['-', not '-', ..] && option.AsSpan(1).IndexOf('i') is var at and >= 0 && option.AsSpan(1, at).IndexOfAnyExcept("nEzrsu") < 0;

    private static bool IsUnpacking(ShellCommand command)
    {
        var letters = string.Concat(command.Arguments.Where((word, at) => at == 0 && !word.IsOption || word.Text is ['-', not '-', ..]).Select(word => word.Text));
        return letters.AsSpan().IndexOfAny("xt") >= 0 && letters.AsSpan().IndexOfAny("cru") < 0 || OptionValues.Has(command, "--extract", "--list");
    }

    // With -P, or -: of some, the names in the archive lead where they will.
    private static IEnumerable<FileTarget> Unpacked(ShellCommand command) => OptionValues.Has(command, "-P", "--absolute-names", "--transform", "--xform") ? [new(FileUse.Write, ShellWord.Unknown)] : [FileTarget.Here];

    // tar cf x.tar, tar -czf x.tar, tar --file=x.tar
    private static IEnumerable<FileTarget> Archive(ShellCommand command) =>
        command.Words is [_, { IsLiteral: true } mode, var archive, ..] && mode.Text.EndsWith('f') && !mode.Text.StartsWith("--", StringComparison.Ordinal)
            ? [new(FileUse.Write, archive)]
            : Valued(command, "bCFgHIKLNTVX", "-f --file");

    private static bool IsDevice(ShellWord file) => file.IsLiteral && (file.Text is "/dev/null" or "/dev/stdout" or "/dev/stderr" or "/dev/tty" or "/dev/zero"
        || file.Text.StartsWith("/dev/fd/", StringComparison.Ordinal) && file.Text.AsSpan(8).IndexOfAnyExceptInRange('0', '9') < 0 || string.Equals(file.Text, "nul", StringComparison.OrdinalIgnoreCase));
}
