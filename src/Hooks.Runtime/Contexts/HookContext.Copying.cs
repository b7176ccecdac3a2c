using System.Text.Json.Serialization;

namespace Hooks;

// A hook that ran out of time still holds its context. The context is frozen and the fire goes on with a copy, so that
// nothing which the hooks after it approve can change behind their backs.
public abstract partial class HookContext
{
    private const int CopyAttempts = 1000;

    private volatile bool _isFrozen;
    private volatile HookContext? _successor;

    /// <summary>
    /// The context as the fire has left it: this one, or the copy with which the fire went on after a hook ran out of
    /// time. Hosts read this after every fire.
    /// </summary>
    [JsonIgnore]
    public virtual HookContext Final
    {
        get
        {
            var final = this;
            while (final._successor is { } successor)
                final = successor;
            return final;
        }
    }

    /// <summary>
    /// A copy that shares no data with this context that hooks can change, but the objects that a host put into it as
    /// they are (results, values, services, parents).
    /// </summary>
    internal HookContext Copy()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var copy = (HookContext)MemberwiseClone();
                copy._isFrozen = false;
                copy._successor = null;
                copy._addedContext = _addedContext is { } texts ? new(texts) : null;
                copy._items = _items is { } items ? new(items, StringComparer.Ordinal) : null;
                copy.OnCopied();
                return copy;
            }
            catch (Exception) when (_isFrozen && attempt < CopyAttempts)
            {
                // The late hook was in the middle of a change, which was its last.
                Thread.Yield();
            }
        }
    }

    /// <summary>Freezes the context and gives the copy that takes its place.</summary>
    internal HookContext Supersede()
    {
        _isFrozen = true;
        OnFrozen();
        var copy = Copy();

        // Frozen once more, it has its successor: what hosts read does not change.
        _successor ??= copy;

        // Deeper than the fast path goes; the general path, to which that leads, goes on with the copy.
        Depth = int.MaxValue;
        return copy;
    }

    /// <summary>
    /// What every setter of a context's data passes its value through, and every method that changes data: it throws once
    /// the fire has gone on without the hook that holds this context.
    /// </summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The hook ran out of time; the change would be lost.</exception>
    protected T Change<T>(T value) => _isFrozen
        ? throw new InvalidOperationException("This context can no longer be changed: a hook that holds it ran out of time, and the call went on with a copy. Hosts find it in Final.")
        : value;

    /// <summary>
    /// Called on a fresh copy, for a hook that runs in the background or after one that ran out of time: replaces the
    /// lists and objects that copy and original must not share.
    /// </summary>
    protected virtual void OnCopied()
    {
    }

    /// <summary>Called when the context is frozen: freezes what it holds.</summary>
    private protected virtual void OnFrozen()
    {
    }
}
