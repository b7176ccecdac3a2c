using System.Text;

namespace Hooks.Analyzers.Finding.Tools;

/// <summary>Regular expressions where a pattern is expected: how they give themselves away, and which pattern means the same.</summary>
internal static class RegularExpression
{
    private const string IgnoringCase = "(?i)";
    private const string Server = "mcp__";
    private const int MostAlternatives = 16;

    /// <summary>Whether a text has signs that no tool's name has. A dot and a star may be a pattern for names with dots.</summary>
    public static bool Is(string text, Func<string, bool> isTool)
    {
        if (text[0] == '^' || text[text.Length - 1] == '$' || text.Contains('\\') || text.Contains(".+") || WithinSlashes(text) is not null)
            return true;
        if (text[text.Length - 1] == '+' && isTool(text.Substring(0, text.Length - 1)))
            return true;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '[' or '{' && (i == 0 || text[i - 1] != ' '))
                return true;
            if (text[i] == '.' && i + 1 < text.Length && text[i + 1] == '*' && CannotPrecedeDot(text.Substring(0, i), isTool))
                return true;
        }

        return false;
    }

    /// <summary>Patterns that match the same names; null if there are none, or if what was meant is not clear.</summary>
    public static string? ToPatterns(string text)
    {
        text = WithinSlashes(text) ?? text;
        if (text.StartsWith(IgnoringCase, StringComparison.Ordinal))
            text = text.Substring(IgnoringCase.Length);
        var isAnchoredAtStart = text.StartsWith("^", StringComparison.Ordinal);
        var isAnchoredAtEnd = text.EndsWith("$", StringComparison.Ordinal) && !text.EndsWith("\\$", StringComparison.Ordinal);
        text = text.Substring(isAnchoredAtStart ? 1 : 0, Math.Max(0, text.Length - (isAnchoredAtStart ? 1 : 0) - (isAnchoredAtEnd ? 1 : 0)));
        if (Expand(text, isInGroup: false) is not { Count: > 0 } patterns)
            return null;

        // With one anchor the other end is open, and whether that was meant shows only where it says so.
        if (isAnchoredAtStart != isAnchoredAtEnd && !patterns.TrueForAll(pattern => pattern[isAnchoredAtStart ? pattern.Length - 1 : 0] == '*'))
        {
            if (!isAnchoredAtStart || !patterns.TrueForAll(pattern => pattern[pattern.Length - 1] == '_'))
                return null;
            patterns = [.. patterns.Select(pattern => pattern + "*")];
        }

        return string.Join("|", patterns.Distinct(StringComparer.OrdinalIgnoreCase));
    }

    // As JavaScript writes an expression. Other letters at the end may be the last part of a path.
    private static string? WithinSlashes(string text) =>
        text[0] == '/' && text.LastIndexOf('/') is > 1 and var end && text.Substring(end) is "/" or "/i" or "/g" or "/gi" or "/ig"
            ? text.Substring(1, end - 1)
            : null;

    private static bool CannotPrecedeDot(string name, Func<string, bool> isTool) =>
        name.Length == 0
        || name[name.Length - 1] == '_'
        || isTool(name)
        || (name.StartsWith(Server, StringComparison.OrdinalIgnoreCase) && name.IndexOf("__", Server.Length, StringComparison.Ordinal) < 0);

    /// <summary>All texts that an expression stands for, with stars and question marks; null if it has something that patterns cannot say.</summary>
    private static List<string>? Expand(string text, bool isInGroup)
    {
        var results = new List<StringBuilder> { new() };
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            switch (text[i])
            {
                case '\\' when next is 'w' or 'S':
                    i++;
                    Append(Repetition(text, ref i));
                    break;
                case '\\' when next is '.' or '-' or '_' or '/':
                    i++;
                    Append(text[i]);
                    break;
                case '.':
                    Append(Repetition(text, ref i));
                    break;
                case '(' or '{' when !isInGroup:
                    if (Group(text, ref i) is not { } alternatives || results.Count * alternatives.Count > MostAlternatives)
                        return null;
                    results = [.. results.SelectMany(_ => alternatives, (prefix, alternative) => new StringBuilder(prefix.ToString()).Append(alternative))];
                    break;
                case '*' or '-' or '_' or '/' or ':' or '@':
                case var character when char.IsLetterOrDigit(character):
                    Append(text[i]);
                    break;
                default:
                    return null;
            }
        }

        var patterns = results.ConvertAll(result => result.ToString());
        return patterns.Exists(pattern => pattern.Length == 0) ? null : patterns;

        void Append(char character)
        {
            foreach (var result in results)
            {
                if (character != '*' || result.Length == 0 || result[result.Length - 1] != '*')
                    result.Append(character);
            }
        }
    }

    /// <summary>What any one character becomes, with what says how often.</summary>
    private static char Repetition(string text, ref int i)
    {
        if (i + 1 >= text.Length || text[i + 1] is not ('*' or '+'))
            return '?';
        i++;
        if (i + 1 < text.Length && text[i + 1] == '?')
            i++;
        return '*';
    }

    private static List<string>? Group(string text, ref int i)
    {
        var isList = text[i] == '{';
        var end = text.IndexOf(isList ? '}' : ')', i);
        if (end < 0)
            return null;
        var inner = text.Substring(i + 1, end - i - 1);
        if (inner.StartsWith("?:", StringComparison.Ordinal) && !isList)
            inner = inner.Substring(2);
        i = end;
        if ((isList && (!inner.Contains(',') || inner.All(character => character is ',' or (>= '0' and <= '9')))) || (end + 1 < text.Length && text[end + 1] is '*' or '+' or '?' or '{'))
            return null;

        var alternatives = new List<string>();
        foreach (var part in inner.Split(isList ? ',' : '|'))
        {
            if (Expand(part.Trim(), isInGroup: true) is not [var alternative])
                return null;
            alternatives.Add(alternative);
        }

        return alternatives;
    }
}
