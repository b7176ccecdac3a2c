using System.Collections.Concurrent;

namespace Hooks.Events;

/// <summary>How many events of a type were published.</summary>
internal sealed class TypeCount
{
    private long _count;

    public long Value => Volatile.Read(ref _count);

    public void Increment() => Interlocked.Increment(ref _count);
}

/// <summary>Counts events by type, for a bounded number of types; whatever an agent publishes, the table does not grow on.</summary>
internal sealed class TypeCounts(int capacity)
{
    private readonly ConcurrentDictionary<string, TypeCount> _counts = new(StringComparer.Ordinal);
    private int _types;

    /// <summary>Types that found no room.</summary>
    public TypeCount Others { get; } = new();

    public IEnumerable<KeyValuePair<string, TypeCount>> ByType => _counts;

    /// <summary>How many events were published in all.</summary>
    public long Sum => Others.Value + _counts.Sum(count => count.Value.Value);

    // Called under the lock of the pattern index, so that the count is not overrun.
    public TypeCount Of(string type)
    {
        if (_counts.TryGetValue(type, out var count))
            return count;
        if (_types == capacity)
            return Others;
        _types++;
        return _counts[type] = new();
    }
}
