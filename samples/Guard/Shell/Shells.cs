namespace Guard.Shell;

/// <summary>Finds the script that a shell is given: as an argument, or on its input.</summary>
internal static class Shells
{
    public static bool IsShell(string name) => name is "sh" or "bash" or "dash" or "zsh" or "ksh" or "mksh" or "ash" or "rbash" or "fish" or "pwsh" or "powershell";

    public static void AddScript(ScriptBuilder found, ShellCommand shell)
    {
        if (shell.Name is "pwsh" or "powershell")
            AddPowerShell(found, shell);
        else if (IndexOfOperand(shell.Words, out var isScript, out var isInput) is var at && at < 0)
            found.Fail($"an option of '{shell.Name}' is not known");
        else if (isScript)
            AddScript(found, shell, at < shell.Words.Count ? shell.Words[at] : ShellWord.Unknown);
        else if (at < shell.Words.Count && !isInput && !IsStream(shell.Words[at]))
            CheckFile(found, shell.Words[at]);
        else if (shell.Input is { } input)
            AddScript(found, shell, input);
        else if (shell.Source is not null)
            found.Fail("a shell runs what comes through a pipe");
        else if (shell.Words is not [_, { Text: "--version" or "--help" }])
            found.Fail("a shell runs what it reads");
    }

    /// <summary>Whether it is no file, but what stands ready to be read.</summary>
    public static bool IsStream(ShellWord file) => file.Text is "-" || file.Text.EndsWith("dev/stdin", StringComparison.Ordinal) || file.Text.Contains("/fd/", StringComparison.Ordinal);

    private static void AddScript(ScriptBuilder found, ShellCommand shell, ShellWord script)
    {
        if (!script.IsLiteral)
            found.Fail("a shell runs text that only another shell knows");
        else
            ShellReader.ReadAll(script.Text, new(shell.Scope), found);
    }

    private static void CheckFile(ScriptBuilder found, ShellWord file)
    {
        if (!file.IsKnown)
            found.Fail("a shell runs a script of which only the shell knows the name");
    }

    private static void AddPowerShell(ScriptBuilder found, ShellCommand shell)
    {
        if (shell.Words is [_, { Text: "-c" or "-Command" or "-command" }, { IsLiteral: true } script])
            PowerShellReader.ReadInto(found, script.Text, new(shell.Scope));
        else if (shell.Words is not ([_, { Text: "-File" or "-file", IsLiteral: true }, { IsLiteral: true }, ..] or [_, { Text: "-Version" or "--version" }]))
            found.Fail("PowerShell is started in a way that cannot be read");
    }

    // The first word that is no option, or the number of words; -1 if an option is not known.
    private static int IndexOfOperand(IReadOnlyList<ShellWord> words, out bool isScript, out bool isInput)
    {
        isScript = isInput = false;
        var at = 1;
        for (; at < words.Count && words[at] is { Text: ['-' or '+', _, ..] } word; at++)
        {
            if (!word.IsLiteral)
                return -1;
            if (word.Text is "--")
                return at + 1;
            if (word.Text.StartsWith("--", StringComparison.Ordinal))
            {
                if (word.Text is not ("--login" or "--norc" or "--noprofile" or "--posix" or "--version" or "--help"))
                    return -1;
                continue;
            }

            isScript |= word.Text[0] == '-' && word.Text.Contains('c');
            isInput |= word.Text[0] == '-' && word.Text.Contains('s');
            at += word.Text.AsSpan(1).IndexOfAny('o', 'O') >= 0 ? 1 : 0;
        }

        return Math.Min(at, words.Count);
    }
}
