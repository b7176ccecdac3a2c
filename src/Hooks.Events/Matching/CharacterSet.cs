using System.Text;

namespace Hooks.Events;

/// <summary>Reads <c>[abc]</c> and <c>[a-c]</c>.</summary>
internal static class CharacterSet
{
    public static GlobToken Parse(string pattern, string text, ref int at, int end, int[] positions)
    {
        var open = at;
        var ranges = new List<(Rune First, Rune Last)>();
        for (at++; at < end && text[at] != ']';)
        {
            var position = positions[at];
            var first = Next(pattern, text, ref at, positions);
            if (ranges.Count == 0 && at - open > 1 && first.Value is '!' or '^')
                throw new EventPatternException(pattern, position, "has a set that excludes characters; name those that match");
            if (at + 1 < end && text[at] == '-' && text[at + 1] != ']')
            {
                at++;
                var last = Next(pattern, text, ref at, positions);
                if (last < first)
                    throw new EventPatternException(pattern, position, "has a range of characters that ends before it begins");
                ranges.Add((first, last));
            }
            else
            {
                ranges.Add((first, first));
            }
        }

        if (at >= end)
            throw new EventPatternException(pattern, positions[open], "has a '[' without a ']' in the same segment");
        if (ranges.Count == 0)
            throw new EventPatternException(pattern, positions[open], "has a set without characters");
        at++;
        return GlobToken.OneOf([.. ranges]);
    }

    private static Rune Next(string pattern, string text, ref int at, int[] positions)
    {
        var length = PatternParser.CheckCharacter(pattern, text, at, positions[at]);
        if (EventType.Wildcards.Contains(text[at]))
            throw new EventPatternException(pattern, positions[at], $"has '{text[at]}' in a set, which no type has");
        var rune = Rune.GetRuneAt(text, at);
        at += length;
        return rune;
    }
}
