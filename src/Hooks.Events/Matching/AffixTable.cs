namespace Hooks.Events;

/// <summary>Beginnings or ends of types: one table for each length, so that a type is looked up once for each length in use.</summary>
/// <typeparam name="TItem">What is found.</typeparam>
internal sealed class AffixTable<TItem>(bool isSuffix)
    where TItem : class
{
    private readonly SortedList<int, SpanTable<List<TItem>>> _byLength = [];

    public bool IsEmpty => _byLength.Count == 0;

    public void Add(string affix, TItem item)
    {
        if (!_byLength.TryGetValue(affix.Length, out var table))
            _byLength[affix.Length] = table = new();
        table.GetOrAdd(affix, () => []).Add(item);
    }

    public void Remove(string affix, TItem item)
    {
        if (!_byLength.TryGetValue(affix.Length, out var table) || !table.TryGet(affix, out var items))
            return;
        items.Remove(item);
        if (items.Count > 0)
            return;
        table.Remove(affix);
        if (table.Count == 0)
            _byLength.Remove(affix.Length);
    }

    public void Collect(ReadOnlySpan<char> type, List<TItem> found)
    {
        for (var i = 0; i < _byLength.Count; i++)
        {
            var length = _byLength.GetKeyAtIndex(i);
            if (length > type.Length)
                break;
            if (_byLength.GetValueAtIndex(i).TryGet(isSuffix ? type[^length..] : type[..length], out var items))
                found.AddRange(items);
        }
    }
}
