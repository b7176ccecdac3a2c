namespace Hooks.Events;

/// <summary>
/// Walks a type through the trie on all ways at once: after each segment there is a set of nodes, each in it once. So the
/// time is bounded by the segments times the nodes that they can reach, whatever the patterns.
/// </summary>
/// <typeparam name="TItem">What is found.</typeparam>
internal sealed class TrieWalk<TItem>
    where TItem : class
{
    private List<TrieNode<TItem>> _now = [], _next = [];
    private long _step;

    public void Collect(TrieNode<TItem> root, ReadOnlySpan<char> type, List<TItem> found)
    {
        _next.Clear();
        _step++;
        Reach(root);
        while (_next.Count > 0)
        {
            (_now, _next) = (_next, _now);
            _next.Clear();
            _step++;
            var dot = type.IndexOf('.');
            var segment = dot < 0 ? type : type[..dot];
            foreach (var node in _now)
            {
                if (node.IsDoubleStar)
                    Reach(node);
                node.Follow(segment, this);
            }

            if (dot < 0)
                break;
            type = type[(dot + 1)..];
        }

        foreach (var node in _next)
            found.AddRange(node.Items);
    }

    /// <summary>Adds a node to those that the segment leads to, and with it what '**' reaches without another segment.</summary>
    public void Reach(TrieNode<TItem> node)
    {
        for (var reached = node; reached is not null && reached.Step != _step; reached = reached.DoubleStar)
        {
            reached.Step = _step;
            _next.Add(reached);
        }
    }
}
