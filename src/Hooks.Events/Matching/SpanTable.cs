using System.Diagnostics.CodeAnalysis;

namespace Hooks.Events;

/// <summary>A table by text that can be asked with a part of a text, which makes no string of it. Not safe from several threads.</summary>
/// <typeparam name="TValue">What the table holds.</typeparam>
internal sealed class SpanTable<TValue>
    where TValue : class
{
    private Entry?[] _buckets = new Entry?[4];

    public int Count { get; private set; }

    public bool TryGet(ReadOnlySpan<char> key, [NotNullWhen(true)] out TValue? value)
    {
        var hash = string.GetHashCode(key);
        for (var entry = _buckets[hash & (_buckets.Length - 1)]; entry is not null; entry = entry.Next)
        {
            if (entry.Hash == hash && key.SequenceEqual(entry.Key))
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>What the table holds for a key, made if there is nothing yet.</summary>
    public TValue GetOrAdd(string key, Func<TValue> make)
    {
        if (TryGet(key, out var value))
            return value;
        if (Count == _buckets.Length)
            Resize(_buckets.Length * 2);
        var hash = string.GetHashCode(key.AsSpan());
        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        bucket = new(key, hash, make(), bucket);
        Count++;
        return bucket.Value;
    }

    public void Remove(ReadOnlySpan<char> key)
    {
        var hash = string.GetHashCode(key);
        ref var link = ref _buckets[hash & (_buckets.Length - 1)];
        while (link is not null && !(link.Hash == hash && key.SequenceEqual(link.Key)))
            link = ref link.Next;
        if (link is null)
            return;
        link = link.Next;
        Count--;
        if (_buckets.Length > 4 && Count < _buckets.Length / 4)
            Resize(_buckets.Length / 2);
    }

    private void Resize(int size)
    {
        var buckets = new Entry?[size];
        foreach (var bucket in _buckets)
        {
            for (var entry = bucket; entry is not null;)
            {
                var next = entry.Next;
                ref var place = ref buckets[entry.Hash & (size - 1)];
                (entry.Next, place) = (place, entry);
                entry = next;
            }
        }

        _buckets = buckets;
    }

    private sealed class Entry(string key, int hash, TValue value, Entry? next)
    {
        public readonly string Key = key;
        public readonly int Hash = hash;
        public readonly TValue Value = value;
        public Entry? Next = next;
    }
}
