namespace Hooks;

/// <summary>Results by key, at most so many: when there is no room, the one goes that has not been used for longest. Not for several threads at once.</summary>
internal sealed class CachedResults(int capacity, TimeProvider time)
{
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();

    public int Count => _entries.Count;

    /// <summary>Finds a result that is as fresh as both who kept it and who asks want it.</summary>
    public bool TryGet(string key, TimeSpan timeToLive, out object? value)
    {
        value = null;
        if (!_entries.TryGetValue(key, out var node))
            return false;
        var age = time.GetElapsedTime(node.Value.KeptAt);
        if (age >= node.Value.TimeToLive)
        {
            Remove(node);
            return false;
        }

        if (age >= timeToLive)
            return false;
        _byUse.Remove(node);
        _byUse.AddLast(node);
        value = node.Value.Value;
        return true;
    }

    public void Keep(string key, object? value, TimeSpan timeToLive)
    {
        if (_entries.TryGetValue(key, out var old))
            Remove(old);
        else if (_entries.Count >= capacity)
            Remove(_byUse.First!);
        _entries.Add(key, _byUse.AddLast(new Entry(key, value, time.GetTimestamp(), timeToLive)));
    }

    public void Remove(string key)
    {
        if (_entries.TryGetValue(key, out var node))
            Remove(node);
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _entries.Remove(node.Value.Key);
    }

    private readonly record struct Entry(string Key, object? Value, long KeptAt, TimeSpan TimeToLive);
}
