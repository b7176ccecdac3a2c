using System.Text;

namespace Hooks.Events;

/// <summary>What one segment of a pattern matches.</summary>
internal enum SegmentKind
{
    /// <summary>One text.</summary>
    Literal,

    /// <summary>Any one segment.</summary>
    Star,

    /// <summary>Any number of segments.</summary>
    DoubleStar,

    /// <summary>A segment with wildcards in it.</summary>
    Glob,
}

/// <summary>One segment of a pattern.</summary>
internal sealed class PatternSegment
{
    private readonly GlobToken[] _tokens;

    private PatternSegment(SegmentKind kind, string text, GlobToken[] tokens) => (Kind, Text, _tokens) = (kind, text, tokens);

    public static PatternSegment Star { get; } = new(SegmentKind.Star, "*", []);

    public static PatternSegment DoubleStar { get; } = new(SegmentKind.DoubleStar, "**", []);

    public SegmentKind Kind { get; }

    public string Text { get; }

    /// <summary>The character with which all that it matches begins; null if that is open.</summary>
    public char? FirstCharacter => _tokens is [{ Kind: GlobTokenKind.Rune, Rune: var rune }, ..] ? rune.ToString()[0] : null;

    public static PatternSegment Literal(string text) => new(SegmentKind.Literal, text, []);

    public static PatternSegment Glob(string text, GlobToken[] tokens) => new(SegmentKind.Glob, text, tokens);

    public bool IsMatch(ReadOnlySpan<char> segment) => Kind switch
    {
        SegmentKind.Literal => segment.SequenceEqual(Text),
        SegmentKind.Glob => IsGlobMatch(segment),
        _ => true,
    };

    // Goes back to the last star only, which is enough, so that the time is at most the product of both lengths.
    private bool IsGlobMatch(ReadOnlySpan<char> segment)
    {
        var (at, token, star, resume) = (0, 0, -1, 0);
        while (at < segment.Length)
        {
            Rune.DecodeFromUtf16(segment[at..], out var rune, out var length);
            if (token < _tokens.Length && _tokens[token].Kind == GlobTokenKind.Any)
            {
                star = token++;
                resume = at;
            }
            else if (token < _tokens.Length && _tokens[token].Matches(rune))
            {
                at += length;
                token++;
            }
            else if (star >= 0)
            {
                Rune.DecodeFromUtf16(segment[resume..], out _, out length);
                at = resume += length;
                token = star + 1;
            }
            else
            {
                return false;
            }
        }

        while (token < _tokens.Length && _tokens[token].Kind == GlobTokenKind.Any)
            token++;
        return token == _tokens.Length;
    }
}
