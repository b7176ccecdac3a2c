using System.ComponentModel;

namespace Hooks;

/// <summary>The hooks of one point, in order, with the point's class of contexts. Derived classes are written by the generator.</summary>
/// <typeparam name="TContext">The class of contexts.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HookChain<TContext> : HookChain
    where TContext : HookContext
{
    /// <summary>For generated code: a stretch of a table's hooks.</summary>
    /// <param name="table">The table.</param>
    /// <param name="first">The index of the first hook.</param>
    /// <param name="count">How many hooks.</param>
    /// <param name="customPoint">The table's own number of a custom point, or -1.</param>
    protected HookChain(HookTable table, int first, int count, int customPoint = -1)
        : base(table.Hooks[first].Point, customPoint, Slice(table, first, count))
    {
    }

    private protected HookChain(HookPointInfo point, int customPoint, ChainEntry[] entries)
        : base(point, customPoint, entries)
    {
    }

    /// <summary>Runs the hooks; never throws before it returns.</summary>
    /// <param name="dispatcher">The dispatcher that fires.</param>
    /// <param name="context">The context.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    protected internal abstract ValueTask<HookResult> FireAsync(HookDispatcher dispatcher, TContext context, CancellationToken cancellationToken);

    /// <summary>Runs the hooks synchronously.</summary>
    /// <param name="dispatcher">The dispatcher that fires.</param>
    /// <param name="context">The context.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="InvalidOperationException">One of the hooks is asynchronous; none has run.</exception>
    protected internal virtual HookResult Fire(HookDispatcher dispatcher, TContext context, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(
            $"{Point.Name} has an asynchronous hook, '{FirstAsynchronous!.Name}', so it cannot be fired synchronously. " +
            $"Fire it with its Async entry; IsSynchronous tells beforehand.");

    internal sealed override ValueTask<HookResult> FireUntypedAsync(HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken) =>
        FireAsync(dispatcher, (TContext)context, cancellationToken);

    internal sealed override HookResult FireUntyped(HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken) =>
        Fire(dispatcher, (TContext)context, cancellationToken);

    internal sealed override HookChain ToGeneral(ChainEntry[] entries, bool isInBackground) =>
        new GeneralChain<TContext>(Point, CustomPoint, entries, isInBackground);

    internal sealed override HookChain ToListened(HookListeners listeners) => new ListenedChain<TContext>(this, listeners);

    private static ChainEntry[] Slice(HookTable table, int first, int count)
    {
        var entries = new ChainEntry[count];
        for (var i = 0; i < count; i++)
            entries[i] = new(table, first + i, table.Hooks[first + i]);
        return entries;
    }
}
