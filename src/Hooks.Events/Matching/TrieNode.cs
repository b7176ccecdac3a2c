namespace Hooks.Events;

/// <summary>A place in the trie of patterns: what may follow, and which patterns end here.</summary>
/// <typeparam name="TItem">What is found.</typeparam>
internal sealed class TrieNode<TItem>(bool isDoubleStar)
    where TItem : class
{
    private static readonly List<GlobChild> None = [];

    private SpanTable<TrieNode<TItem>>? _literals;
    private TrieNode<TItem>? _star;
    private Dictionary<char, List<GlobChild>>? _globs;
    private List<GlobChild> _openGlobs = None;

    /// <summary>Whether the node stays when a segment passes: it is behind '**'.</summary>
    public bool IsDoubleStar { get; } = isDoubleStar;

    public TrieNode<TItem>? DoubleStar { get; private set; }

    /// <summary>The patterns that end here.</summary>
    public List<TItem> Items { get; } = [];

    /// <summary>The step in which the node was reached last, so that a step reaches it once.</summary>
    public long Step { get; set; }

    public bool IsEmpty => Items.Count == 0 && _literals is null && _star is null && DoubleStar is null && _globs is null && _openGlobs.Count == 0;

    public TrieNode<TItem> GetOrAdd(PatternSegment segment) => segment.Kind switch
    {
        SegmentKind.Literal => (_literals ??= new()).GetOrAdd(segment.Text, static () => new(isDoubleStar: false)),
        SegmentKind.Star => _star ??= new(isDoubleStar: false),
        SegmentKind.DoubleStar => DoubleStar ??= new(isDoubleStar: true),
        _ => GetOrAddGlob(segment),
    };

    public TrieNode<TItem>? Find(PatternSegment segment) => segment.Kind switch
    {
        SegmentKind.Literal => _literals is not null && _literals.TryGet(segment.Text, out var node) ? node : null,
        SegmentKind.Star => _star,
        SegmentKind.DoubleStar => DoubleStar,
        _ => GlobsOf(segment).Find(glob => glob.Segment.Text == segment.Text).Node,
    };

    /// <summary>Takes out a child that has become empty.</summary>
    public void Remove(PatternSegment segment)
    {
        switch (segment.Kind)
        {
            case SegmentKind.Literal:
                _literals!.Remove(segment.Text);
                if (_literals.Count == 0)
                    _literals = null;
                break;
            case SegmentKind.Star:
                _star = null;
                break;
            case SegmentKind.DoubleStar:
                DoubleStar = null;
                break;
            default:
                RemoveGlob(segment);
                break;
        }
    }

    /// <summary>Adds the children that a segment leads to.</summary>
    public void Follow(ReadOnlySpan<char> segment, TrieWalk<TItem> walk)
    {
        if (_literals is not null && _literals.TryGet(segment, out var literal))
            walk.Reach(literal);
        if (_star is not null)
            walk.Reach(_star);
        if (_globs is not null && _globs.TryGetValue(segment[0], out var globs))
            Follow(globs, segment, walk);
        Follow(_openGlobs, segment, walk);
    }

    private static void Follow(List<GlobChild> globs, ReadOnlySpan<char> segment, TrieWalk<TItem> walk)
    {
        foreach (var (pattern, node) in globs)
        {
            if (pattern.IsMatch(segment))
                walk.Reach(node);
        }
    }

    private List<GlobChild> GlobsOf(PatternSegment segment) =>
        segment.FirstCharacter is not { } first ? _openGlobs
        : _globs?.GetValueOrDefault(first) ?? None;

    private TrieNode<TItem> GetOrAddGlob(PatternSegment segment)
    {
        if (Find(segment) is { } found)
            return found;
        var node = new TrieNode<TItem>(isDoubleStar: false);
        if (segment.FirstCharacter is not { } first)
        {
            if (ReferenceEquals(_openGlobs, None))
                _openGlobs = [];
            _openGlobs.Add(new(segment, node));
            return node;
        }

        if (!(_globs ??= []).TryGetValue(first, out var globs))
            _globs[first] = globs = [];
        globs.Add(new(segment, node));
        return node;
    }

    private void RemoveGlob(PatternSegment segment)
    {
        var globs = GlobsOf(segment);
        globs.RemoveAll(glob => glob.Segment.Text == segment.Text);
        if (globs.Count > 0)
            return;
        if (segment.FirstCharacter is not { } first)
            _openGlobs = None;
        else if (_globs!.Remove(first) && _globs.Count == 0)
            _globs = null;
    }

    private readonly record struct GlobChild(PatternSegment Segment, TrieNode<TItem> Node);
}
