using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Hooks.Events;

/// <summary>What is said about an event besides its data: what CloudEvents call extension attributes. It does not change.</summary>
/// <remarks>
/// Names are of the letters a to z and digits; values are <see cref="string"/>, <see cref="bool"/> or <see cref="int"/>. Names
/// that an event's own members have in a CloudEvent (<c>id</c>, <c>correlationid</c>, ...) cannot be used. <c>subject</c> and
/// <c>dataschema</c>, of which an event has no members, stand here.
/// </remarks>
public sealed partial class EventMetadata : IReadOnlyDictionary<string, object>
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "id", "source", "specversion", "type", "datacontenttype", "time", "data",
        "schemaversion", "correlationid", "causationid", "sessionid", "traceparent", "tracestate", "expirytime",
    };

    private readonly KeyValuePair<string, object>[] _entries;

    /// <summary>Metadata.</summary>
    /// <param name="entries">Names and values; they are copied and keep their order.</param>
    /// <exception cref="ArgumentException">A name or value cannot be; the message says which and why.</exception>
    public EventMetadata(IEnumerable<KeyValuePair<string, object>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _entries = [.. entries];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in _entries)
        {
            if (Check(name, value) is { } error)
                throw new ArgumentException(error, nameof(entries));
            if (!seen.Add(name))
                throw new ArgumentException($"The metadata has '{name}' twice.", nameof(entries));
        }
    }

    /// <summary>None.</summary>
    public static EventMetadata Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<object> Values => _entries.Select(entry => entry.Value);

    /// <inheritdoc/>
    public object this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The event has no metadata '{key}'.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value)
    {
        value = Array.Find(_entries, entry => entry.Key == key).Value;
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What is wrong with an entry; null if nothing is.</summary>
    internal static string? Check(string name, object? value) =>
        !Name().IsMatch(name) ? $"The metadata name {EventType.Quote(name)} is not of the letters a to z and digits only."
        : Reserved.Contains(name) ? $"'{name}' is a member of the event itself, and cannot be metadata."
        : value is not (string or bool or int) ? $"The metadata '{name}' must be a text, true, false, or a whole number of 32 bits; it is {(value is null ? "null" : value.GetType().Name)}."
        : name == "subject" && value is not string { Length: > 0 } ? "The metadata 'subject' must be a text that is not empty."
        : name == "dataschema" && !(value is string uri && AbsoluteUri().IsMatch(uri) && HookEventSource.IsUriReference(uri)) ? "The metadata 'dataschema' must be an absolute URI."
        : null;

    [GeneratedRegex(@"\A[a-z0-9]+\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.-]*:.+\z")]
    private static partial Regex AbsoluteUri();
}
