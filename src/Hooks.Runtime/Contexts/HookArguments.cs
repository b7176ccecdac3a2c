using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>The arguments of a tool call: a JSON object that hooks read as typed values and may change.</summary>
/// <remarks>
/// <para>
/// Whatever route a value came by, it is held as one of these: null, <see cref="string"/>, <see cref="bool"/>,
/// <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="HookArguments"/> for an object and
/// <see cref="IReadOnlyList{T}"/> of <see cref="object"/> for an array. A number that none of the three can hold
/// exactly stays a <see cref="JsonElement"/>. A guard therefore reads the same from JSON as from a dictionary.
/// </para>
/// <para>
/// Names are case-sensitive and keep their order. Values can be changed while enumerating, names cannot be added or
/// removed. Not safe for several threads at once.
/// </para>
/// </remarks>
[JsonConverter(typeof(HookArgumentsJsonConverter))]
public sealed partial class HookArguments : IReadOnlyDictionary<string, object?>
{
    /// <summary>How deep objects and arrays may nest, the arguments themselves counted.</summary>
    public const int MaxDepth = 64;

    // Below this a walk over the names is as quick as hashing them, and most calls have fewer.
    private const int IndexedFrom = 9;

    // An array of its own: most calls have few arguments, and each call is copied more than once.
    private KeyValuePair<string, object?>[] _array;
    private Dictionary<string, int>? _index;
    private HookArguments? _owner;
    private int _namesVersion;
    private bool _frozen;

    /// <summary>No arguments.</summary>
    public HookArguments()
        : this(capacity: 0)
    {
    }

    /// <summary>Takes over the entries of a dictionary; dictionaries, lists and JSON among the values are copied.</summary>
    /// <param name="arguments">Names and values.</param>
    /// <exception cref="ArgumentException">A name comes twice, or a value cannot be JSON; the message names it.</exception>
    public HookArguments(IEnumerable<KeyValuePair<string, object?>> arguments)
        : this()
    {
        ArgumentNullException.ThrowIfNull(arguments);
        Fill(arguments);
    }

    /// <summary>Reads a JSON object; nothing of its document is held on to.</summary>
    /// <param name="arguments">An element that is a JSON object.</param>
    /// <exception cref="ArgumentException">It is something else, or not valid as <see cref="Parse(string)"/> defines it.</exception>
    public HookArguments(JsonElement arguments)
        : this()
    {
        if (arguments.ValueKind != JsonValueKind.Object)
            throw new ArgumentException($"Arguments are a JSON object; this is {arguments.ValueKind}.", nameof(arguments));
        PlainValueReader.Fill(this, arguments);
    }

    /// <summary>No arguments yet, and room for some.</summary>
    internal HookArguments(int capacity) => _array = capacity == 0 ? [] : new KeyValuePair<string, object?>[capacity];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public IEnumerable<string> Keys => this.Select(entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<object?> Values => this.Select(entry => entry.Value);

    /// <summary>Names and values, for whoever changes neither meanwhile.</summary>
    internal ReadOnlySpan<KeyValuePair<string, object?>> Entries => _array.AsSpan(0, Count);

    /// <summary>Goes up with every change, of nested arguments too.</summary>
    internal int Version { get; private set; }

    /// <summary>The value of an argument.</summary>
    /// <remarks>
    /// What may be set: null, bool, string, numbers, <see cref="Guid"/>, <see cref="DateTime"/> and
    /// <see cref="DateTimeOffset"/> (held as text), JSON elements and nodes, arguments, dictionaries with string keys and
    /// sequences of all these. Arguments that belong to no others are nested as they are, so that later changes to them
    /// are seen; everything else is copied.
    /// </remarks>
    /// <param name="name">The name of the argument.</param>
    /// <exception cref="KeyNotFoundException">On reading: there is no such argument; the message lists those there are.</exception>
    /// <exception cref="ArgumentException">On writing: the value cannot be JSON; the message names it.</exception>
    /// <exception cref="InvalidOperationException">On writing: a hook that ran out of time holds the arguments, and the call went on with a copy.</exception>
    public object? this[string name]
    {
        get => TryGetValue(name, out var value) ? value : throw NotFound(name);
        set => Set(name, value);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, out object? value)
    {
        var index = IndexOf(key);
        value = index < 0 ? null : _array[index].Value;
        return index >= 0;
    }

    /// <summary>Removes an argument.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="InvalidOperationException">A hook that ran out of time holds the arguments, and the call went on with a copy.</exception>
    public bool Remove(string name)
    {
        var index = IndexOf(name);
        if (index < 0)
            return false;
        Change();
        Detach(_array[index].Value);
        Count--;
        Array.Copy(_array, index + 1, _array, index, Count - index);
        _array[Count] = default;
        _index = null;
        _namesVersion++;
        return true;
    }

    /// <summary>Removes all arguments.</summary>
    /// <exception cref="InvalidOperationException">A hook that ran out of time holds the arguments, and the call went on with a copy.</exception>
    public void Clear()
    {
        if (Count == 0)
            return;
        Change();
        foreach (var entry in Entries)
            Detach(entry.Value);
        Count = 0;
        _array = [];
        _index = null;
        _namesVersion++;
    }

    /// <summary>Puts other arguments in the place of all present ones; where they are refused, nothing changes.</summary>
    /// <param name="arguments">Names and values.</param>
    /// <exception cref="ArgumentException">A name comes twice, or a value cannot be JSON; the message names it.</exception>
    /// <exception cref="InvalidOperationException">A hook that ran out of time holds the arguments, and the call went on with a copy.</exception>
    public void ReplaceAll(IEnumerable<KeyValuePair<string, object?>> arguments)
    {
        // Read in full first: the new ones may be refused, or be made from the present ones.
        var replacement = new HookArguments(arguments);
        if (Level - 1 + HeightOf(replacement) > MaxDepth)
            throw new ArgumentException(PlainValue.TooDeep("these arguments"), nameof(arguments));
        Change();
        Clear();
        foreach (var (name, value) in replacement.Entries)
            Append(name, value);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        var names = _namesVersion;
        for (var i = 0; i < Count; i++)
        {
            yield return _array[i];
            if (names != _namesVersion)
                throw new InvalidOperationException("Arguments were added or removed while they were enumerated; enumerate a copy (ToList()).");
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Fill(IEnumerable<KeyValuePair<string, object?>> arguments)
    {
        foreach (var (name, value) in arguments)
        {
            if (name is not null && ContainsKey(name))
                throw new ArgumentException($"The argument '{name}' is given twice.", nameof(arguments));
            Set(name!, value);
        }
    }

    private KeyNotFoundException NotFound(string name) => new(Count == 0
        ? $"There is no argument '{name}'; there are none at all."
        : $"There is no argument '{name}'; there are: {string.Join(", ", Keys.Take(20))}{(Count > 20 ? ", ..." : "")}.");

    private int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Count >= IndexedFrom)
            return Index().TryGetValue(name, out var found) ? found : -1;
        for (var i = 0; i < Count; i++)
        {
            if (_array[i].Key == name)
                return i;
        }

        return -1;
    }

    private Dictionary<string, int> Index()
    {
        if (_index is { } index)
            return index;
        _index = new(Count * 2, StringComparer.Ordinal);
        for (var i = 0; i < Count; i++)
            _index.Add(_array[i].Key, i);
        return _index;
    }
}
