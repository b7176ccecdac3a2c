using System.Text;

namespace Hooks.Events;

/// <summary>Turns <c>{a,b}.c</c> into <c>a.c</c> and <c>b.c</c>, and remembers where each character stood.</summary>
internal static class BraceExpansion
{
    public static List<ExpandedText> Expand(string pattern)
    {
        List<(StringBuilder Text, List<int> Positions)> heads = [(new(), [])];
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '}':
                    throw new EventPatternException(pattern, i, "has a '}' without a '{'");
                case '{':
                    var alternatives = AlternativesOf(pattern, i, out var end);
                    if (heads.Count * alternatives.Count > EventPattern.MaxExpansions)
                        throw new EventPatternException(pattern, i, $"stands for more than {EventPattern.MaxExpansions} patterns");
                    heads = [.. heads.SelectMany(head => alternatives.Select(range => Append(head, pattern, range)))];
                    i = end;
                    break;
                case '[' when pattern.IndexOf(']', i) is >= 0 and var close:
                    // What is in a set is not looked at here.
                    Extend(heads, pattern, i..(close + 1));
                    i = close;
                    break;
                default:
                    Extend(heads, pattern, i..(i + 1));
                    break;
            }
        }

        return [.. heads.Select(head => new ExpandedText(head.Text.ToString(), [.. head.Positions]))];
    }

    private static List<Range> AlternativesOf(string pattern, int open, out int end)
    {
        var ranges = new List<Range>();
        var start = open + 1;
        for (var i = start; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '{':
                    throw new EventPatternException(pattern, i, "has braces within braces");
                case '[' when pattern.IndexOf(']', i) is >= 0 and var close:
                    i = close;
                    break;
                case ',' or '}':
                    if (i == start)
                        throw new EventPatternException(pattern, i, "has an empty alternative");
                    ranges.Add(start..i);
                    start = i + 1;
                    if (pattern[i] == ',')
                        break;
                    end = i;
                    return ranges;
            }
        }

        throw new EventPatternException(pattern, open, "has a '{' without a '}'");
    }

    private static (StringBuilder Text, List<int> Positions) Append((StringBuilder Text, List<int> Positions) head, string pattern, Range range)
    {
        var copy = (Text: new StringBuilder().Append(head.Text), Positions: new List<int>(head.Positions));
        Extend([copy], pattern, range);
        return copy;
    }

    private static void Extend(List<(StringBuilder Text, List<int> Positions)> heads, string pattern, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(pattern.Length);
        foreach (var (text, positions) in heads)
        {
            text.Append(pattern, start, length);
            positions.AddRange(Enumerable.Range(start, length));
        }
    }
}

/// <summary>One of the patterns for which a pattern with braces stands.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Positions">Where each character of it stands in the original.</param>
internal readonly record struct ExpandedText(string Text, int[] Positions);
