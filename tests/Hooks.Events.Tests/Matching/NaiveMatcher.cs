using System.Text;

namespace Hooks.Events.Tests.Matching;

/// <summary>What patterns mean, written down again as plainly as can be: tries every way, one after the other.</summary>
internal static class NaiveMatcher
{
    public static bool IsMatch(string pattern, string type) =>
        Expand(pattern).Any(expanded => Segments(expanded.Split('.'), type.Split('.')));

    private static IEnumerable<string> Expand(string pattern)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
            return [pattern];
        var close = pattern.IndexOf('}', StringComparison.Ordinal);
        return from alternative in pattern[(open + 1)..close].Split(',')
               from rest in Expand(pattern[(close + 1)..])
               select pattern[..open] + alternative + rest;
    }

    private static bool Segments(ReadOnlySpan<string> pattern, ReadOnlySpan<string> type)
    {
        if (pattern.IsEmpty)
            return type.IsEmpty;
        if (pattern[0] == "**")
            return Segments(pattern[1..], type) || (!type.IsEmpty && Segments(pattern, type[1..]));
        return !type.IsEmpty && Characters([.. pattern[0].EnumerateRunes()], [.. type[0].EnumerateRunes()]) && Segments(pattern[1..], type[1..]);
    }

    private static bool Characters(ReadOnlySpan<Rune> pattern, ReadOnlySpan<Rune> text)
    {
        if (pattern.IsEmpty)
            return text.IsEmpty;
        switch (pattern[0].Value)
        {
            case '*':
                return Characters(pattern[1..], text) || (!text.IsEmpty && Characters(pattern, text[1..]));
            case '?':
                return !text.IsEmpty && Characters(pattern[1..], text[1..]);
            case '[':
                var close = pattern.IndexOf(new Rune(']'));
                return !text.IsEmpty && pattern[1..close].Contains(text[0]) && Characters(pattern[(close + 1)..], text[1..]);
            default:
                return !text.IsEmpty && pattern[0] == text[0] && Characters(pattern[1..], text[1..]);
        }
    }
}
