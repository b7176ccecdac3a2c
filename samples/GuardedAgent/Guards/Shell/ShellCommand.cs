namespace GuardedAgent.Guards.Shell;

/// <summary>One command of a shell script: a program and its arguments.</summary>
internal sealed class ShellCommand
{
    private ShellCommand(ShellWord program, IReadOnlyList<ShellWord> arguments)
    {
        // /usr/bin/git and "git" are the same program to a guard.
        Name = program.IsLiteral ? Path.GetFileName(program.Text) : null;
        Arguments = arguments;
    }

    /// <summary>The program's file name; null if only the shell knows it.</summary>
    public string? Name { get; }

    public IReadOnlyList<ShellWord> Arguments { get; }

    /// <summary>The script that this command hands to another shell, for example with <c>sh -c</c>.</summary>
    public string? InnerScript => Name switch
    {
        "sh" or "bash" or "dash" or "zsh" or "ksh" when IndexOfCommandFlag() is var at and >= 0 && at + 1 < Arguments.Count => Arguments[at + 1].Text,
        "eval" => string.Join(' ', Arguments.Select(word => word.Text)),
        _ => null,
    };

    /// <summary>The command behind assignments and programs such as <c>sudo</c>; null if there are no words.</summary>
    public static ShellCommand? Create(IReadOnlyList<ShellWord> words)
    {
        var at = 0;
        var behindWrapper = false;
        while (at < words.Count && (IsWrapper(words[at].Text) || IsAssignment(words[at].Text) || (behindWrapper && words[at].Text.StartsWith('-'))))
        {
            behindWrapper |= IsWrapper(words[at].Text);
            at++;
        }

        return at < words.Count ? new(words[at], [.. words.Skip(at + 1)]) : null;
    }

    // Grouped flags count, so that `sh -ec` is seen.
    private int IndexOfCommandFlag() =>
        Arguments.ToList().FindIndex(word => word.Text.StartsWith('-') && !word.Text.StartsWith("--", StringComparison.Ordinal) && word.Text.Contains('c'));

    private static bool IsWrapper(string word) => Path.GetFileName(word) is
        "sudo" or "env" or "command" or "exec" or "nohup" or "time" or "nice" or "xargs" or
        "if" or "then" or "else" or "elif" or "while" or "until" or "do" or "{" or "!";

    private static bool IsAssignment(string word) => word.IndexOf('=') is var at and > 0 && word.Take(at).All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
