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
    private readonly object _lock = new();

    /// <summary>Types that found no room.</summary>
    public TypeCount Others { get; } = new();

    public IEnumerable<KeyValuePair<string, TypeCount>> ByType => _counts;

    /// <summary>How many events were published in all.</summary>
    public long Sum => Others.Value + _counts.Sum(count => count.Value.Value);

    /// <summary>The count of a type that is published for the first time since it was routed: who may only ask uses up no place.</summary>
    public TypeCount Of(string type)
    {
        lock (_lock)
        {
            if (_counts.TryGetValue(type, out var count))
                return count;
            return _counts.Count == capacity ? Others : _counts[type] = new();
        }
    }
}
