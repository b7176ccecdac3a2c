using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Hooks.Events.Tests.Storing;

/// <summary>No schemas; but whoever asks for that of one type is held up until it may leave.</summary>
internal sealed class HoldingSchemas(string type) : IReadOnlyDictionary<string, Func<HookEvent, string?>>, IDisposable
{
    public TaskCompletionSource Entered { get; } = new();

    public ManualResetEventSlim Leave { get; } = new();

    public int Count => 0;

    public IEnumerable<string> Keys => [];

    public IEnumerable<Func<HookEvent, string?>> Values => [];

    public Func<HookEvent, string?> this[string key] => throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => false;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Func<HookEvent, string?> value)
    {
        value = null;
        if (key == type)
        {
            Entered.SetResult();
            Leave.Wait();
        }

        return false;
    }

    public IEnumerator<KeyValuePair<string, Func<HookEvent, string?>>> GetEnumerator() => Enumerable.Empty<KeyValuePair<string, Func<HookEvent, string?>>>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => Leave.Dispose();
}
