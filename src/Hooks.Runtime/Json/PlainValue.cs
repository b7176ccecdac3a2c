using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hooks;

/// <summary>
/// The few types in which <see cref="HookArguments"/> hold JSON values, and how other values become one of them. Every
/// route ends here, so that a guard cannot be passed by by handing the same value over as another type.
/// </summary>
internal static class PlainValue
{
    /// <summary>A plain copy of a value.</summary>
    /// <param name="path">Where it goes, for messages.</param>
    /// <param name="value">The value.</param>
    /// <param name="level">The level at which it lies if it is an object or array.</param>
    /// <param name="describe">Whether a value that has no JSON form is described by its type, and not refused.</param>
    /// <exception cref="ArgumentException">It cannot be JSON, or nests too deep.</exception>
    public static object? From(string path, object? value, int level, bool describe = false) => value switch
    {
        null or bool or long or decimal => value,
        string text => CheckText(path, text),
        int or short or sbyte or byte or ushort or uint => Convert.ToInt64(value, null),
        ulong number => number <= long.MaxValue ? (long)number : (decimal)number,
        double number when double.IsFinite(number) => number,
        float or Half when Widen(value) is var number && double.IsFinite(number) => number,
        double or float or Half => Unknown(path, value, describe, "JSON has no such number"),
        IFormattable text when text.GetType() == typeof(Guid) => value.ToString(),
        IFormattable time when time.GetType() == typeof(DateTime) || time.GetType() == typeof(DateTimeOffset) => PlainValueWriter.TimeText(time),
        HookArguments or IEnumerable when level > HookArguments.MaxDepth => throw new ArgumentException(TooDeep(path)),
        HookArguments arguments => CloneAt(path, arguments, level),
        JsonElement element => PlainValueReader.ReadValue(element, path, level),
        JsonDocument document => PlainValueReader.ReadValue(document.RootElement, path, level),
        JsonNode node => FromNode(path, node, level),
        byte[] or Memory<byte> or ReadOnlyMemory<byte> => Unknown(path, value, describe, "give it as text, for instance with Convert.ToBase64String"),
        IDictionary dictionary => FromEntries(path, Named(path, dictionary), level, describe),
        IEnumerable<KeyValuePair<string, object?>> entries => FromEntries(path, entries, level, describe),
        IEnumerable<KeyValuePair<string, string>> entries => FromEntries(path, entries.Select(entry => KeyValuePair.Create(entry.Key, (object?)entry.Value)), level, describe),
        IEnumerable items => FromItems(path, items, level, describe),
        _ => Unknown(path, value, describe, "give a JSON value, for instance with JsonSerializer.SerializeToElement"),
    };

    /// <summary>A copy of a value that is plain already.</summary>
    public static object? Clone(object? plain) => plain switch
    {
        string => plain,
        HookArguments arguments => arguments.Clone(),
        IReadOnlyList<object?> list => Array.AsReadOnly(list.Select(Clone).ToArray()),
        _ => plain,
    };

    public static bool DeepEquals(object? left, object? right) => (left, right) switch
    {
        (string a, string b) => a == b,
        (HookArguments a, HookArguments b) => DeepEquals(a, b),
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => DeepEquals(a, b),
        _ when PlainNumber.IsNumber(left) && PlainNumber.IsNumber(right) => PlainNumber.AreEqual(left!, right!),
        _ => Equals(left, right),
    };

    private static bool DeepEquals(IReadOnlyList<object?> left, IReadOnlyList<object?> right)
    {
        if (left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (!DeepEquals(left[i], right[i]))
                return false;
        }

        return true;
    }

    private static bool DeepEquals(HookArguments left, HookArguments right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left.Count != right.Count)
            return false;
        foreach (var (name, value) in left.Entries)
        {
            if (!right.TryGetValue(name, out var other) || !DeepEquals(value, other))
                return false;
        }

        return true;
    }

    /// <summary>Refuses text with half a surrogate pair: it would be written as something else than a guard has read.</summary>
    public static string CheckText(string path, string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                throw new ArgumentException($"'{Shown(path)}' cannot be JSON: its text is not valid Unicode: half a surrogate pair at index {i}.");
            i++;
        }

        return text;
    }

    public static string TooDeep(string path) =>
        $"'{Shown(path)}' nests deeper than {HookArguments.MaxDepth} levels of objects and arrays, or contains itself.";

    /// <summary>What stands in for a value that has no JSON form: its type and nothing of its content.</summary>
    public static HookArguments Description(object value)
    {
        var result = new HookArguments();
        result.TryAddPlain("$type", value.GetType().ToString());
        return result;
    }

    private static object? FromNode(string path, JsonNode node, int level) => node switch
    {
        JsonObject entries => FromEntries(path, entries.Select(entry => KeyValuePair.Create(entry.Key, (object?)entry.Value)), level, describe: false),
        JsonArray items => FromItems(path, items, level, describe: false),
        _ => PlainValueReader.ReadLeaf(node, path, level),
    };

    private static HookArguments CloneAt(string path, HookArguments arguments, int level) =>
        level - 1 + HookArguments.HeightOf(arguments) <= HookArguments.MaxDepth ? arguments.Clone() : throw new ArgumentException(TooDeep(path));

    private static IEnumerable<KeyValuePair<string, object?>> Named(string path, IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return entry.Key is string name
                ? KeyValuePair.Create(name, entry.Value)
                : throw new ArgumentException($"'{Shown(path)}' cannot be JSON: the keys of an object are text, and one of these is a {entry.Key.GetType()}.");
        }
    }

    private static HookArguments FromEntries(string path, IEnumerable<KeyValuePair<string, object?>> entries, int level, bool describe)
    {
        var result = new HookArguments();
        foreach (var (name, value) in entries)
        {
            var inner = $"{path}.{name}";
            if (!result.TryAddPlain(CheckText(inner, name), From(inner, value, level + 1, describe)))
                throw new ArgumentException($"'{Shown(inner)}' is given twice.");
        }

        return result;
    }

    private static IReadOnlyList<object?> FromItems(string path, IEnumerable items, int level, bool describe)
    {
        var result = new List<object?>();
        foreach (var item in items)
            result.Add(From($"{path}[{result.Count}]", item, level + 1, describe));
        return result.AsReadOnly();
    }

    // By way of the text: 0.1f means 0.1, and not the double next to it.
    private static double Widen(object number) =>
        double.Parse(((IFormattable)number).ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static HookArguments Unknown(string path, object value, bool describe, string advice)
    {
        if (!describe)
            throw new ArgumentException($"'{Shown(path)}' cannot be JSON: it is a {value.GetType()}; {advice}.");
        return Description(value);
    }

    private static string Shown(string path) => path.Length <= 200 ? path : path[..200] + "...";
}
