namespace Hooks.Sequences;

/// <summary>
/// The queries of System.Linq that the runtime and its packages use, of the same names and meaning. Those of System.Linq have a class
/// for each shape of source, and each comes with 10 KB of machine code for each element type: 1.5 MB of a native guard. Projects that import
/// this namespace import System.Linq no more.
/// </summary>
internal static class Sequence
{
    public static IEnumerable<TResult> Select<T, TResult>(this IEnumerable<T> source, Func<T, TResult> selector)
    {
        foreach (var item in source)
            yield return selector(item);
    }

    public static IEnumerable<TResult> Select<T, TResult>(this IEnumerable<T> source, Func<T, int, TResult> selector)
    {
        var index = 0;
        foreach (var item in source)
            yield return selector(item, index++);
    }

    public static IEnumerable<TResult> SelectMany<T, TResult>(this IEnumerable<T> source, Func<T, IEnumerable<TResult>> selector)
    {
        foreach (var item in source)
        {
            foreach (var result in selector(item))
                yield return result;
        }
    }

    public static IEnumerable<T> Where<T>(this IEnumerable<T> source, Func<T, bool> predicate)
    {
        foreach (var item in source)
        {
            if (predicate(item))
                yield return item;
        }
    }

    public static IEnumerable<T> Where<T>(this IEnumerable<T> source, Func<T, int, bool> predicate)
    {
        var index = 0;
        foreach (var item in source)
        {
            if (predicate(item, index++))
                yield return item;
        }
    }

    public static IEnumerable<T> OfType<T>(this IEnumerable<object?> source)
    {
        foreach (var item in source)
        {
            if (item is T itsOwn)
                yield return itsOwn;
        }
    }

    public static IEnumerable<T> Concat<T>(this IEnumerable<T> source, IEnumerable<T> others)
    {
        foreach (var item in source)
            yield return item;
        foreach (var item in others)
            yield return item;
    }

    public static IEnumerable<T> Distinct<T>(this IEnumerable<T> source, IEqualityComparer<T>? comparer = null)
    {
        var seen = new HashSet<T>(comparer);
        foreach (var item in source)
        {
            if (seen.Add(item))
                yield return item;
        }
    }

    public static IEnumerable<T> Skip<T>(this IEnumerable<T> source, int count)
    {
        foreach (var item in source)
        {
            if (count-- <= 0)
                yield return item;
        }
    }

    public static IEnumerable<T> Take<T>(this IEnumerable<T> source, int count)
    {
        if (count <= 0)
            yield break;
        foreach (var item in source)
        {
            yield return item;
            if (--count == 0)
                yield break;
        }
    }

    public static IEnumerable<(TFirst First, TSecond Second)> Zip<TFirst, TSecond>(this IEnumerable<TFirst> source, IEnumerable<TSecond> others)
    {
        using var other = others.GetEnumerator();
        foreach (var item in source)
        {
            if (!other.MoveNext())
                yield break;
            yield return (item, other.Current);
        }
    }

    /// <summary>In the order of a key; equal ones stay in their order.</summary>
    public static IEnumerable<T> OrderBy<T, TKey>(this IEnumerable<T> source, Func<T, TKey> key, IComparer<TKey>? comparer = null)
    {
        var items = source.ToArray();
        var keys = Array.ConvertAll(items, item => key(item));
        var order = new int[items.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        comparer ??= Comparer<TKey>.Default;
        Array.Sort(order, (left, right) => comparer.Compare(keys[left], keys[right]) is not 0 and var difference ? difference : left - right);
        foreach (var index in order)
            yield return items[index];
    }

    public static IEnumerable<T> Order<T>(this IEnumerable<T> source, IComparer<T>? comparer = null) => source.OrderBy(item => item, comparer);

    /// <summary>What has the same key together, in the order in which keys first appear.</summary>
    public static IReadOnlyList<SequenceGroup<TKey, T>> GroupBy<T, TKey>(this IEnumerable<T> source, Func<T, TKey> key)
        where TKey : notnull
    {
        var groups = new List<SequenceGroup<TKey, T>>();
        var known = new Dictionary<TKey, SequenceGroup<TKey, T>>();
        foreach (var item in source)
        {
            var itsKey = key(item);
            if (!known.TryGetValue(itsKey, out var group))
                groups.Add(known[itsKey] = group = new(itsKey));
            group.Add(item);
        }

        return groups;
    }

    public static bool Any<T>(this IEnumerable<T> source)
    {
        foreach (var item in source)
            return true;
        return false;
    }

    public static bool Any<T>(this IEnumerable<T> source, Func<T, bool> predicate)
    {
        foreach (var item in source)
        {
            if (predicate(item))
                return true;
        }

        return false;
    }

    public static bool All<T>(this IEnumerable<T> source, Func<T, bool> predicate) => !source.Any(item => !predicate(item));

    public static bool Contains<T>(this IEnumerable<T> source, T value) => source.Contains(value, null);

    public static bool Contains<T>(this IEnumerable<T> source, T value, IEqualityComparer<T>? comparer)
    {
        comparer ??= EqualityComparer<T>.Default;
        return source.Any(item => comparer.Equals(item, value));
    }

    public static bool SequenceEqual<T>(this IEnumerable<T> source, IEnumerable<T> others)
    {
        using var other = others.GetEnumerator();
        foreach (var item in source)
        {
            if (!other.MoveNext() || !EqualityComparer<T>.Default.Equals(item, other.Current))
                return false;
        }

        return !other.MoveNext();
    }

    public static TResult Aggregate<T, TResult>(this IEnumerable<T> source, TResult seed, Func<TResult, T, TResult> next)
    {
        foreach (var item in source)
            seed = next(seed, item);
        return seed;
    }

    public static int Count<T>(this IEnumerable<T> source, Func<T, bool> predicate)
    {
        var count = 0;
        foreach (var item in source)
            count += predicate(item) ? 1 : 0;
        return count;
    }

    public static long Sum<T>(this IEnumerable<T> source, Func<T, long> selector)
    {
        var sum = 0L;
        foreach (var item in source)
            sum = checked(sum + selector(item));
        return sum;
    }

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static int Max<T>(this IEnumerable<T> source, Func<T, int> selector)
    {
        int? most = null;
        foreach (var item in source)
            most = selector(item) is var value && most >= value ? most : value;
        return most ?? throw new InvalidOperationException("The sequence has no elements.");
    }

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static T First<T>(this IEnumerable<T> source)
    {
        foreach (var item in source)
            return item;
        throw new InvalidOperationException("The sequence has no elements.");
    }

    public static T? FirstOrDefault<T>(this IEnumerable<T> source)
    {
        foreach (var item in source)
            return item;
        return default;
    }

    public static T? FirstOrDefault<T>(this IEnumerable<T> source, Func<T, bool> predicate) => source.Where(predicate).FirstOrDefault();

    // A collection expression would call System.Linq.
    public static T[] ToArray<T>(this IEnumerable<T> source) => source.ToList().ToArray();

    public static List<T> ToList<T>(this IEnumerable<T> source) => new(source);
}
