namespace Hooks.Events;

/// <summary>Finds what is registered for patterns that match a type, however many patterns there are. Safe to use from several threads.</summary>
/// <remarks>
/// A type that was asked for before is answered from a cache without a lock; with each change of the patterns another generation
/// of answers begins. A new type is walked through the tables under a lock.
/// </remarks>
/// <typeparam name="TItem">What is registered.</typeparam>
/// <typeparam name="TAnswer">What is made of all that a type finds, and kept.</typeparam>
/// <param name="answer">Makes the answer for a type; the list holds each item once, may be changed, and is not to be kept.</param>
/// <param name="cacheCapacity">How many answers are kept at least.</param>
internal sealed class PatternIndex<TItem, TAnswer>(Func<string, List<TItem>, TAnswer> answer, int cacheCapacity)
    where TItem : class
    where TAnswer : class
{
    private readonly object _lock = new();
    private readonly SpanTable<List<TItem>> _exact = new();
    private readonly AffixTable<TItem> _prefixes = new(isSuffix: false), _suffixes = new(isSuffix: true);
    private readonly TrieNode<TItem> _root = new(isDoubleStar: false);
    private readonly TrieWalk<TItem> _walk = new();
    private readonly List<(EventPattern Pattern, TItem Item)> _regexes = [];
    private readonly List<TItem> _found = [], _distinct = [];
    private readonly HashSet<TItem> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly SubjectCache<TAnswer> _cache = new(cacheCapacity);

    /// <summary>Whether nothing is left of any pattern.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
                return _exact.Count == 0 && _prefixes.IsEmpty && _suffixes.IsEmpty && _root.IsEmpty && _regexes.Count == 0;
        }
    }

    /// <summary>How many answers are kept.</summary>
    public int CachedAnswers => _cache.Count;

    public void Add(IEnumerable<EventPattern> patterns, TItem item)
    {
        lock (_lock)
        {
            foreach (var pattern in patterns)
                Add(pattern, item);
            _cache.Clear();
        }
    }

    public void Remove(IEnumerable<EventPattern> patterns, TItem item)
    {
        lock (_lock)
        {
            // They hold what was found last.
            _found.Clear();
            _distinct.Clear();
            _seen.Clear();
            foreach (var pattern in patterns)
                Remove(pattern, item);
            _cache.Clear();
        }
    }

    /// <summary>The answer for a type.</summary>
    public TAnswer Find(string type) => _cache.TryGet(type, out var kept) ? kept : FindNew(type);

    private TAnswer FindNew(string type)
    {
        lock (_lock)
        {
            _found.Clear();
            if (_exact.TryGet(type, out var items))
                _found.AddRange(items);
            _prefixes.Collect(type, _found);
            _suffixes.Collect(type, _found);
            _walk.Collect(_root, type, _found);
            foreach (var (pattern, item) in _regexes)
            {
                if (pattern.IsMatch(type))
                    _found.Add(item);
            }

            var made = answer(type, _found.Count < 2 ? _found : Distinct());
            _cache.Add(type, made);
            return made;
        }
    }

    private List<TItem> Distinct()
    {
        _distinct.Clear();
        _seen.Clear();
        foreach (var item in _found)
        {
            if (_seen.Add(item))
                _distinct.Add(item);
        }

        return _distinct;
    }

    private void Add(EventPattern pattern, TItem item)
    {
        switch (pattern.Kind)
        {
            case EventPatternKind.Exact:
                _exact.GetOrAdd(pattern.Text, static () => []).Add(item);
                break;
            case EventPatternKind.Prefix:
                _prefixes.Add(pattern.Text, item);
                break;
            case EventPatternKind.Suffix:
                _suffixes.Add(pattern.Text, item);
                break;
            case EventPatternKind.Regex:
                _regexes.Add((pattern, item));
                break;
            default:
                foreach (var glob in pattern.Globs)
                    glob.Segments.Aggregate(_root, (node, segment) => node.GetOrAdd(segment)).Items.Add(item);
                break;
        }
    }

    private void Remove(EventPattern pattern, TItem item)
    {
        switch (pattern.Kind)
        {
            case EventPatternKind.Exact:
                if (_exact.TryGet(pattern.Text, out var items) && items.Remove(item) && items.Count == 0)
                    _exact.Remove(pattern.Text);
                break;
            case EventPatternKind.Prefix:
                _prefixes.Remove(pattern.Text, item);
                break;
            case EventPatternKind.Suffix:
                _suffixes.Remove(pattern.Text, item);
                break;
            case EventPatternKind.Regex:
                _regexes.RemoveAll(regex => ReferenceEquals(regex.Pattern, pattern) && ReferenceEquals(regex.Item, item));
                break;
            default:
                foreach (var glob in pattern.Globs)
                    RemoveBelow(_root, glob.Segments, item);
                break;
        }
    }

    private static void RemoveBelow(TrieNode<TItem> node, ReadOnlySpan<PatternSegment> segments, TItem item)
    {
        if (segments.IsEmpty)
        {
            node.Items.Remove(item);
            return;
        }

        if (node.Find(segments[0]) is not { } child)
            return;
        RemoveBelow(child, segments[1..], item);
        if (child.IsEmpty)
            node.Remove(segments[0]);
    }
}
