using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Hooks.Events;

/// <summary>
/// Keeps answers for the types asked for most recently: in two halves, of which the older one is thrown away whole when the
/// younger one is full. So it is bounded whatever types are published, and types in use stay.
/// </summary>
/// <typeparam name="TAnswer">What is kept.</typeparam>
internal sealed class SubjectCache<TAnswer>(int capacity)
    where TAnswer : class
{
    private ConcurrentDictionary<string, Entry> _young = new(StringComparer.Ordinal), _old = new(StringComparer.Ordinal);

    // Counted here: the dictionary takes all its locks to count.
    private int _count;

    public int Count => _young.Count + _old.Count;

    public bool TryGet(string type, long generation, [NotNullWhen(true)] out TAnswer? answer)
    {
        if (Volatile.Read(ref _young).TryGetValue(type, out var entry) || TryPromote(type, generation, out entry))
        {
            answer = entry.Answer;
            return entry.Generation == generation;
        }

        answer = null;
        return false;
    }

    public void Add(string type, TAnswer answer, long generation) => Add(type, new Entry(answer, generation));

    /// <summary>Lets go of all answers.</summary>
    public void Clear()
    {
        if (Volatile.Read(ref _young).IsEmpty && Volatile.Read(ref _old).IsEmpty)
            return;
        Volatile.Write(ref _old, new(StringComparer.Ordinal));
        Volatile.Write(ref _young, new(StringComparer.Ordinal));
        Volatile.Write(ref _count, 0);
    }

    private bool TryPromote(string type, long generation, [NotNullWhen(true)] out Entry? entry)
    {
        if (!Volatile.Read(ref _old).TryGetValue(type, out entry))
            return false;
        if (entry.Generation == generation)
            Add(type, entry);
        return true;
    }

    private void Add(string type, Entry entry)
    {
        var young = Volatile.Read(ref _young);
        if (Volatile.Read(ref _count) >= capacity)
        {
            var fresh = new ConcurrentDictionary<string, Entry>(Environment.ProcessorCount, capacity, StringComparer.Ordinal);
            if (Interlocked.CompareExchange(ref _young, fresh, young) == young)
            {
                Volatile.Write(ref _old, young);
                Volatile.Write(ref _count, 0);
            }

            young = Volatile.Read(ref _young);
        }

        if (young.TryAdd(type, entry))
            Interlocked.Increment(ref _count);
        else
            young[type] = entry;
    }

    private sealed class Entry(TAnswer answer, long generation)
    {
        public readonly TAnswer Answer = answer;
        public readonly long Generation = generation;
    }
}
