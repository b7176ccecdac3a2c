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
    private Halves _halves = new([], []);

    public int Count => _halves.Young.Count + _halves.Old.Count;

    public bool TryGet(string type, [NotNullWhen(true)] out TAnswer? answer)
    {
        var halves = Volatile.Read(ref _halves);
        if (halves.Young.TryGetValue(type, out answer))
            return true;
        if (!halves.Old.TryGetValue(type, out answer))
            return false;
        Add(halves, type, answer);
        return true;
    }

    public void Add(string type, TAnswer answer) => Add(Volatile.Read(ref _halves), type, answer);

    /// <summary>Begins anew. Who holds an answer of the time before keeps it only where nobody looks any more.</summary>
    public void Clear()
    {
        if (!_halves.Young.IsEmpty || !_halves.Old.IsEmpty)
            Volatile.Write(ref _halves, new([], []));
    }

    private void Add(Halves halves, string type, TAnswer answer)
    {
        if (Volatile.Read(ref halves.Count) >= capacity)
        {
            // Room for twice as many: a table that is nearly full grows, and makes all its nodes again.
            var next = new Halves(new(Environment.ProcessorCount, 2 * capacity), halves.Young);
            if (Interlocked.CompareExchange(ref _halves, next, halves) != halves)
                return;
            halves = next;
        }

        if (halves.Young.TryAdd(type, answer))
            Interlocked.Increment(ref halves.Count);
    }

    private sealed class Halves(ConcurrentDictionary<string, TAnswer> young, ConcurrentDictionary<string, TAnswer> old)
    {
        public readonly ConcurrentDictionary<string, TAnswer> Young = young, Old = old;

        /// <summary>How many the younger half has; the dictionary takes all its locks to count.</summary>
        public int Count;
    }
}
