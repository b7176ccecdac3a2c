using System.Text;

namespace Hooks.Commands;

/// <summary>
/// A command line for a POSIX shell, for agents that take no list of arguments. Shells on Windows read a word that needs no
/// quotes in the same way, and others not.
/// </summary>
internal static class ShellLine
{
    /// <summary>Folders that agents name in variables, so that settings can be shared by people with different folders.</summary>
    private static readonly string[] Folders = ["CLAUDE_PROJECT_DIR", "GEMINI_PROJECT_DIR", "COPILOT_PROJECT_DIR", "CURSOR_PROJECT_DIR"];

    /// <summary>Puts words together.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>A word as a shell has to be given it: nothing in it is expanded, but for the folder of the project at its beginning.</summary>
    public static string Quote(string word)
    {
        foreach (var folder in Folders)
        {
            foreach (var variable in (string[])[$"${{{folder}}}", $"${folder}"])
            {
                if (word.StartsWith(variable, StringComparison.Ordinal) && (word.Length == variable.Length || word[variable.Length] is '/' or '\\'))
                    return $"\"{variable}\"{(word.Length == variable.Length ? string.Empty : Quote(word[variable.Length..]))}";
            }
        }

        return word.Length > 0 && word.All(IsPlain) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    /// <summary>The words of a line, as far as it is one plain command; variables stay as they are written.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isPlain">Whether that is all: no second command, no redirection, nothing that is run to make a word.</param>
    public static IReadOnlyList<string> Split(string line, out bool isPlain)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        isPlain = true;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case ' ' or '\t':
                    End();
                    break;
                case '\'':
                    var end = line.IndexOf('\'', i + 1);
                    isPlain &= end >= 0;
                    end = end < 0 ? line.Length : end;
                    (word ??= new()).Append(line, i + 1, end - i - 1);
                    i = end;
                    break;
                case '"':
                    word ??= new();
                    while (++i < line.Length && line[i] != '"')
                    {
                        isPlain &= line[i] != '`' && !line.AsSpan(i).StartsWith("$(");
                        if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] is '"' or '\\' or '$' or '`')
                            i++;
                        word.Append(line[i]);
                    }

                    isPlain &= i < line.Length;
                    break;
                case '\\' when i + 1 < line.Length && !OperatingSystem.IsWindows():
                    (word ??= new()).Append(line[++i]);
                    break;
                case '|' or '&' or ';' or '<' or '>' or '(' or ')' or '`' or '\n' or '\r':
                    isPlain = false;
                    End();
                    return words;
                default:
                    (word ??= new()).Append(line[i]);
                    break;
            }
        }

        End();
        return words;

        void End()
        {
            if (word is not null)
                words.Add(word.ToString());
            word = null;
        }
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || "_@%+=:,./-".Contains(c, StringComparison.Ordinal) || (c == '\\' && OperatingSystem.IsWindows());
}
