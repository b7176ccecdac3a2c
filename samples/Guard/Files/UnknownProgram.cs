using Guard.Shell;

namespace Guard.Files;

/// <summary>Finds the files of which a program is told that the guard does not know: it may change each of them.</summary>
internal static class UnknownProgram
{
    public static IEnumerable<FileTarget> Mentions(ShellCommand command, string name)
    {
        yield return FileTarget.Here;
        var isRun = Shells.IsShell(name) || InlineCode.IsInterpreter(name);
        foreach (var word in isRun ? OptionValues.Operands(command.Arguments).Skip(1) : command.Arguments)
        {
            if (Path(word) is { } path)
                yield return new(FileUse.Mention, path);
        }
    }

    /// <summary>The folder in a word such as <c>/:/host</c> or <c>type=bind,source=/,target=/host</c>.</summary>
    public static ShellWord Source(ShellWord word)
    {
        foreach (var name in new[] { "source=", "src=" })
        {
            if (word.Text.IndexOf(name, StringComparison.Ordinal) is var at and >= 0)
                return Before(word.From(at + name.Length), ',');
        }

        return word.Text.Contains(":/", StringComparison.Ordinal) || word.Text.Contains(":\\", StringComparison.Ordinal) ? Before(word, ':') : word;
    }

    // The colon of C:\ ends nothing.
    private static ShellWord Before(ShellWord word, char end)
    {
        var at = word.Text.IndexOf(end);
        if (at == 1 && char.IsAsciiLetter(word.Text[0]))
            at = word.Text.IndexOf(end, 2);
        return at < 0 ? word : word with { Text = word.Text[..at], Shape = word.Shape[..Math.Min(word.Shape.Length, at)] };
    }

    // --out=x, out=x, -ox and x; what is only known to the shell, and what is prose, is not taken for a path.
    private static ShellWord? Path(ShellWord word)
    {
        if (word.Text.IndexOf('=') is var equals and > 0 && word.Text.IndexOf(' ') is var space && (space < 0 || space > equals))
            word = word.From(equals + 1);
        else if (word.Text is ['-', not ('-' or 'I' or 'L'), '/' or '.' or '~', ..])
            word = word.From(2);
        return word.IsOption || !word.IsKnown || word.Text.Length == 0 || word.Text.Contains("://", StringComparison.Ordinal) ? null
            : word.IsHome || word.Text[0] is '.' or '~' || IsRooted(word.Text) || !word.Text.Contains(' ') && word.Text[0] != '/' ? word
            : null;
    }

    // /api/users is no path where there is no /api, and //app:all is none where there is no /app:all.
    private static bool IsRooted(string text)
    {
        if (!System.IO.Path.IsPathRooted(text))
            return false;
        var start = text.Length - text.TrimStart('/').Length;
        var end = text.IndexOfAny(['/', '\\'], Math.Max(start, 1));
        return System.IO.Path.Exists("/" + (end < 0 ? text[start..] : text[start..end]));
    }
}
