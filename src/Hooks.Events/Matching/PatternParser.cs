using System.Buffers;
using System.Text;

namespace Hooks.Events;

/// <summary>Reads the text of a pattern: braces first, then segments, then what is in a segment.</summary>
internal static class PatternParser
{
    public static GlobPattern[] Parse(string text)
    {
        if (text.Length is 0 or > EventType.MaxLength)
            throw new EventPatternException(text, text.Length == 0 ? 0 : EventType.MaxLength, $"has {text.Length} characters; a pattern has from 1 to {EventType.MaxLength}");
        return [.. BraceExpansion.Expand(text).Select(expanded => ParseExpanded(text, expanded))];
    }

    /// <summary>Checks the beginning or end of a type, which has no wildcards.</summary>
    public static string RequirePart(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (part.Length is 0 or > EventType.MaxLength)
            throw new EventPatternException(part, 0, $"has {part.Length} characters; it has from 1 to {EventType.MaxLength}");
        for (var i = 0; i < part.Length;)
        {
            var length = CheckCharacter(part, i, i);
            if (EventType.Wildcards.Contains(part[i]))
                throw new EventPatternException(part, i, $"has a wildcard, '{part[i]}', which no type has, and which means nothing in a prefix or suffix");
            i += length;
        }

        return part;
    }

    private static GlobPattern ParseExpanded(string pattern, ExpandedText expanded)
    {
        var (text, positions) = expanded;
        var segments = new List<PatternSegment>();
        var doubleStars = 0;
        for (var start = 0; ;)
        {
            var end = text.IndexOf('.', start);
            end = end < 0 ? text.Length : end;
            if (end == start)
                throw new EventPatternException(pattern, PositionOf(positions, start, pattern), "has an empty segment");
            if (segments.Count == EventType.MaxSegments)
                throw new EventPatternException(pattern, positions[start], $"has more than {EventType.MaxSegments} segments");
            var segment = ParseSegment(pattern, text, start, end, positions);
            if (segment.Kind == SegmentKind.DoubleStar && ++doubleStars > EventPattern.MaxDoubleStars)
                throw new EventPatternException(pattern, positions[start], $"has more than {EventPattern.MaxDoubleStars} '**'");
            segments.Add(segment);
            if (end == text.Length)
                return new([.. segments]);
            start = end + 1;
        }
    }

    private static PatternSegment ParseSegment(string pattern, string text, int start, int end, int[] positions)
    {
        var segment = text[start..end];
        if (segment == "*")
            return PatternSegment.Star;

        // Not of two alternatives that come to stand beside each other: each of them stays within a segment.
        if (segment == "**" && positions[start + 1] == positions[start] + 1)
            return PatternSegment.DoubleStar;
        if (segment.AsSpan().IndexOfAny(EventType.Wildcards) < 0)
        {
            for (var i = start; i < end;)
                i += CheckCharacter(pattern, text, i, positions[i]);
            return PatternSegment.Literal(segment);
        }

        var tokens = new List<GlobToken>();
        for (var i = start; i < end;)
        {
            switch (text[i])
            {
                case '*' when i + 1 < end && text[i + 1] == '*':
                    throw new EventPatternException(pattern, positions[i], "has '**' within a segment; it stands for whole segments, between dots");
                case '*':
                    tokens.Add(GlobToken.Any);
                    i++;
                    break;
                case '?':
                    tokens.Add(GlobToken.One);
                    i++;
                    break;
                case '[':
                    tokens.Add(CharacterSet.Parse(pattern, text, ref i, end, positions));
                    break;
                case ']':
                    throw new EventPatternException(pattern, positions[i], "has a ']' without a '['");
                default:
                    var length = CheckCharacter(pattern, text, i, positions[i]);
                    tokens.Add(GlobToken.Of(Rune.GetRuneAt(text, i)));
                    i += length;
                    break;
            }
        }

        return PatternSegment.Glob(segment, [.. tokens]);
    }

    internal static int CheckCharacter(string pattern, string text, int at, int position)
    {
        if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) != OperationStatus.Done)
            throw new EventPatternException(pattern, position, "has half a surrogate pair");
        if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
            throw new EventPatternException(pattern, position, "has a control character or white space, which no type has");
        return length;
    }

    private static int CheckCharacter(string text, int at, int position) => CheckCharacter(text, text, at, position);

    private static int PositionOf(int[] positions, int at, string pattern) =>
        at < positions.Length ? positions[at] : positions.Length > 0 ? Math.Min(positions[^1] + 1, pattern.Length - 1) : 0;
}
