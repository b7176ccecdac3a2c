namespace Hooks;

// Moments to which nobody can object.
public sealed partial class HookDispatcher
{
    /// <summary>Does something, and tells hooks when it is done.</summary>
    private async ValueTask DoneAsync<TContext>(HookPoint point, TContext context, Func<CancellationToken, ValueTask> work, CancellationToken cancellationToken)
        where TContext : HookContext
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(work);
        await work(cancellationToken).ConfigureAwait(false);
        await TellAsync(point, context).ConfigureAwait(false);
    }

    /// <summary>
    /// Tells hooks of one of several moments of a context that the host goes on using: a hook that runs out of time freezes a
    /// copy. What hooks want the model to see is kept.
    /// </summary>
    private async ValueTask TellAsync<TContext>(HookPoint point, TContext context)
        where TContext : HookContext
    {
        if (!ShouldFire(point))
            return;
        var told = (TContext)context.Copy();
        await ObserveAsync(point, told).ConfigureAwait(false);
        foreach (var text in told.Final.AddedContext.Skip(context.AddedContext.Count))
            context.AddContext(text);
    }
}
