namespace Hooks.Sequences;

/// <summary>What <see cref="Sequence.GroupBy"/> has put together.</summary>
internal sealed class SequenceGroup<TKey, T>(TKey key) : List<T>
{
    public TKey Key { get; } = key;
}
