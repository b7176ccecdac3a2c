namespace Guard.Shell;

/// <summary>Recognises programs in other languages that stand in the command itself, so that reading the command does not tell what it does.</summary>
internal static class InlineCode
{
    public static bool IsIn(ShellCommand command)
    {
        return command.Name is { } name && Family(name) switch
        {
            "python" or "pypy" => HasFlag(command, 'c') || ReadsCode(command),
            "perl" or "ruby" or "lua" or "rscript" or "osascript" => HasFlag(command, 'e', 'E') || ReadsCode(command),
            "node" or "nodejs" or "bun" or "tsx" => HasFlag(command, 'e', 'p') || HasWord(command, "--eval", "--print") || ReadsCode(command),
            "deno" => HasWord(command, "eval"),
            "php" => HasWord(command, "-r") || ReadsCode(command),
            "awk" or "gawk" or "mawk" or "nawk" => command.Arguments.Any(word => !word.IsKnown || StartsPrograms(word.Text)),
            "sed" => command.Arguments.Any(word => IsRunBySed(word.Text)),
            _ => false,
        };
    }

    // The commands e, w and W of sed run and write, and so do the letters e and w behind s/x/y/.
    private static bool IsRunBySed(string script)
    {
        for (var at = script.AsSpan().IndexOfAny("ewW"); at >= 0; at = script.AsSpan(at + 1).IndexOfAny("ewW") is var next and >= 0 ? at + 1 + next : -1)
        {
            var before = script.AsSpan(0, at).TrimEnd(" gpIiMm");
            if ((before is [] or [.., ';' or '{' or '}' or '\n' or '/' or '|' or '#' or '$' or '!' or (>= '0' and <= '9')]) && (at + 1 == script.Length ? before is not [] : script[at + 1] is ' ' or ';' or '}' or '\n'))
                return true;
        }

        return false;
    }

    /// <summary>Whether the first operand of a program of that name is a program, which it runs.</summary>
    public static bool IsInterpreter(string name) =>
        Family(name) is "python" or "pypy" or "perl" or "ruby" or "lua" or "rscript" or "osascript" or "node" or "nodejs" or "bun" or "tsx" or "php" or "deno" or "ts-node" or "java";

    /// <summary>Whether it is an interpreter that runs what it reads.</summary>
    public static bool ReadsCode(ShellCommand command) =>
        command.Name is { } name && IsInterpreter(name) && Family(name) is not ("deno" or "ts-node" or "java")
        && (command.Source is not null || command.Input is not null) && IsReader(command.Words);

    // The first word that is no option is the program, and - is what it reads.
    private static bool IsReader(IReadOnlyList<ShellWord> words)
    {
        for (var at = 1; at < words.Count; at++)
        {
            if (!words[at].IsOption || words[at].Text is "--")
                return Shells.IsStream(words[at]);
            if (words[at].Text.StartsWith("-m", StringComparison.Ordinal))
                return false;
            at += words[at].Text is "-W" or "-X" or "-I" or "-M" or "-r" ? 1 : 0;
        }

        return true;
    }

    // python3.12 is python.
    private static string Family(string name) => name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.');

    // Options end with the first word that is none; what follows belongs to the program.
    private static bool HasFlag(ShellCommand command, params ReadOnlySpan<char> flags)
    {
        var isValue = false;
        foreach (var word in command.Arguments)
        {
            if (isValue)
            {
                isValue = false;
                continue;
            }

            if (!word.IsKnown)
                return true;
            if (word.Text is not ['-', _, ..])
                return false;

            // -Itest is the option I with a value, which may also be the next word; behind -m name everything is for that module.
            var letters = word.Text.AsSpan(1);
            if (letters.IndexOfAny(flags.Contains('c') ? "mWXQ-" : "IMmrC-") is var value and >= 0 && letters[..value].IndexOfAny(flags) < 0)
            {
                if (letters[value] == 'm' && flags.Contains('c'))
                    return false;
                isValue = value == letters.Length - 1;
                letters = letters[..value];
            }

            if (letters.IndexOfAny(flags) >= 0)
                return true;
        }

        return false;
    }

    private static bool HasWord(ShellCommand command, params string[] words) => command.Arguments.Any(word => Array.Exists(words, one => word.Text == one || word.Text.StartsWith(one + "=", StringComparison.Ordinal)));

    private static bool StartsPrograms(string code) =>
        code.Contains("system", StringComparison.Ordinal) || code.Contains("getline", StringComparison.Ordinal) || code.Contains('|') && code.Contains('"')
        || code.Contains("> \"", StringComparison.Ordinal) || code.Contains(">\"", StringComparison.Ordinal)
        || code.Split(';', '}', '\n').Any(statement => statement.IndexOf("print", StringComparison.Ordinal) is var print and >= 0 && statement.IndexOf('>', print) > 0);
}
