namespace Guard.Shell;

/// <summary>Finds commands among the arguments of programs that start what an option of theirs says, and of those that may start anything.</summary>
internal static class Starter
{
    // The options whose value is a command, and the letters of others that have a value.
    private static readonly (string Names, string Options, string Valued)[] Known =
    [
        ("split", "--filter", "abClnt"),
        ("sort", "--compress-program", "kStTo"),
        ("tar bsdtar", "-I --use-compress-program --to-command --checkpoint-action -F --info-script --new-volume-script --rsh-command --rmt-command", "bCfgHKLNTVX"),
        ("rsync", "-e --rsh", "fMBT"),
        ("ssh scp sftp", "-o", "bcDEeFIiJLlmpQRSWw"),
        ("rg", "--pre", ""),
        ("man", "-P --pager", ""),
        ("zip", "-TT --unzip-command", OptionValues.Alone),
        ("npx npm pnpm yarn bunx", "-c --call", OptionValues.Alone),
        ("nodemon", "-x --exec", OptionValues.Alone),
        ("nix nix-shell", "--run --command", OptionValues.Alone),
    ];

    private const string Editors = "vi vim nvim ex ed emacs";

    // What is said to these in a language of their own may be a command of the shell.
    private const string Consoles = "gdb lldb sqlite3 psql mysql mariadb";
    private static readonly string[] Escapes = ["\\!", "\\o", ".shell", ".system", ".output", ".once", ".import", "program", "system ", "|"];

    private const string Texts = "concurrently hyperfine tmux screen";

    // What these are given happens on another machine, or in a container.
    private const string Elsewhere = "ssh docker podman nerdctl kubectl oc helm heroku flyctl vagrant ansible git hub";

    public static void AddTo(ScriptBuilder found, ShellCommand command, string name)
    {
        ShellWord[] arguments = [.. command.Arguments];
        foreach (var (_, options, valued) in Known.Where(known => Has(known.Names, name)))
        {
            foreach (var text in OptionValues.Of(arguments, valued, options))
                AddText(found, command, text);
        }

        if (name is "cmake" && arguments is [{ Text: "-E" }, _, ..])
            found.Add(command.With(arguments[1..]));
        else if (name is "fd" or "fdfind" && Array.FindIndex(arguments, word => word.Text is "-x" or "-X" or "--exec" or "--exec-batch") is var at and >= 0)
            found.Add(command.With([.. arguments[(at + 1)..], ShellWord.Unknown]));
        else if (Has(Editors, name) && (command.Source is not null || command.Input is not null || Array.Exists(arguments, IsScript))
            || Has(Consoles, name) && arguments.Append(command.Input).Any(word => word is not null && IsEscape(word.Text)))
            found.Fail($"it tells '{name}' in its own language what to do");
        else if (Has(Texts, name))
            Array.ForEach([.. arguments.Where(word => !word.IsKnown || word.Text.Contains(' '))], text => AddText(found, command, text));
        else if (!Has(Elsewhere, name) && !Shells.IsShell(name) && Wrapper.Find(name) is null && !ReadingPrograms.Has(command) && Array.FindIndex(arguments, IsProgram) is var inner and >= 0 && inner + 1 < arguments.Length)
            found.Add(command.With(arguments[inner..]));
    }

    private static bool Has(string names, string name) => Array.IndexOf(names.Split(' '), name) >= 0;

    // --checkpoint-action=exec=command, -o ProxyCommand=command
    private static void AddText(ScriptBuilder found, ShellCommand command, ShellWord text)
    {
        var equals = text.Text.IndexOf('=');
        if (equals > 0 && text.Text[..equals] is var name && name.EndsWith("Command", StringComparison.OrdinalIgnoreCase) || equals == 4 && text.Text.StartsWith("exec", StringComparison.Ordinal))
            text = text.From(equals + 1);
        else if (equals > 0 && !text.Text[..equals].Contains(' '))
            return;
        InnerCommands.RunText(found, command, text);
    }

    // vim -c command, ex -s, vim +command, but not vim +10
    private static bool IsScript(ShellWord word) => word.Text is ['-', 'c' or 's' or 'S' or 'l' or 'f', ..] or ['+', not (>= '0' and <= '9'), ..] or "-es" or "-Es"
        || word.Text.StartsWith("--", StringComparison.Ordinal) && word.Text.AsSpan(2) is ['c', ..] or ['e', ..] or ['l', ..] or ['s', ..] or ['f', ..];

    private static bool IsEscape(string text) => text.StartsWith('!') || text.StartsWith("shell", StringComparison.Ordinal) || text.StartsWith("pipe", StringComparison.Ordinal)
        || Array.Exists(Escapes, escape => text.Contains(escape, StringComparison.OrdinalIgnoreCase));

    private static bool IsProgram(ShellWord word) => word.IsLiteral && new ShellCommand([word], new(null)) is { Name: { } name }
        && (name is "git" or "rm" or "rmdir" or "mv" or "cp" or "dd" or "shred" or "unlink" or "find" or "tee" or "truncate" or "chmod" or "chown" or "sed" or "xargs" || Shells.IsShell(name) || InlineCode.IsInterpreter(name));
}
