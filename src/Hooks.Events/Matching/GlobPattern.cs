namespace Hooks.Events;

/// <summary>A pattern without braces: its segments.</summary>
internal sealed class GlobPattern(PatternSegment[] segments)
{
    public PatternSegment[] Segments { get; } = segments;

    public bool IsLiteral => Array.TrueForAll(Segments, segment => segment.Kind == SegmentKind.Literal);

    /// <summary>Whether the pattern matches a type: follows all ways through it at once, so that '**' costs no more than its segments.</summary>
    public bool IsMatch(ReadOnlySpan<char> type)
    {
        Span<bool> reached = stackalloc bool[EventType.MaxSegments + 1];
        reached.Clear();
        reached[0] = true;
        SkipDoubleStars(reached);
        while (true)
        {
            var dot = type.IndexOf('.');
            Step(reached, dot < 0 ? type : type[..dot]);
            if (dot < 0)
                return reached[Segments.Length];
            type = type[(dot + 1)..];
        }
    }

    private void Step(Span<bool> reached, ReadOnlySpan<char> segment)
    {
        // From the end, so that no way takes two steps at once.
        for (var i = Segments.Length; i >= 0; i--)
        {
            var stays = i < Segments.Length && Segments[i].Kind == SegmentKind.DoubleStar && reached[i];
            reached[i] = stays || (i > 0 && reached[i - 1] && Segments[i - 1].Kind != SegmentKind.DoubleStar && Segments[i - 1].IsMatch(segment));
        }

        SkipDoubleStars(reached);
    }

    private void SkipDoubleStars(Span<bool> reached)
    {
        for (var i = 0; i < Segments.Length; i++)
            reached[i + 1] |= reached[i] && Segments[i].Kind == SegmentKind.DoubleStar;
    }
}
