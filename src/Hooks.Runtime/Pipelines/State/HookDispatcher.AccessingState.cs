namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>
    /// Reads a value of the agent's state with all hooks around it: <see cref="HookPoint.BeforeStateRead"/>, approval where a hook asks
    /// for it, the read, and <see cref="HookPoint.AfterStateRead"/> if there is a value.
    /// </summary>
    /// <remarks>Redirect and Fork name keys. A cached value is found by scope and key; writing the key does not forget it.</remarks>
    /// <param name="context">The key.</param>
    /// <param name="read">Reads the key that the context it is given names, a copy.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The context with <see cref="StateContext.Outcome"/> and <see cref="StateContext.Value"/>. A read that was denied or failed does not throw.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<StateContext> ReadStateAsync(
        StateContext context, Func<StateContext, CancellationToken, ValueTask<object?>> read, CancellationToken cancellationToken = default) =>
        context is null ? ValueTask.FromException<StateContext>(new ArgumentNullException(nameof(context)))
        : read is null ? ValueTask.FromException<StateContext>(new ArgumentNullException(nameof(read)))
        : new HookCall<StateContext>(this, StateKind.Reading, context, read, cancellationToken).RunAsync();

    /// <summary>
    /// Writes a value to the agent's state with all hooks around it: <see cref="HookPoint.BeforeStateWrite"/>, the write,
    /// <see cref="HookPoint.StateConflict"/> if it has met another writer's change, and <see cref="HookPoint.AfterStateWrite"/>
    /// if the value stands.
    /// </summary>
    /// <remarks>
    /// At a conflict Retry writes the same value again, and Replace settles it without another write: its value is the one that
    /// stands, and <paramref name="write"/> is not called with it.
    /// </remarks>
    /// <param name="context">The key and the value.</param>
    /// <param name="write">Writes the value in the context that it is given, a copy. It throws <see cref="StateConflictException"/> where another writer was quicker.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The context with <see cref="StateContext.Outcome"/>. A write that was denied or failed does not throw.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<StateContext> WriteStateAsync(
        StateContext context, Func<StateContext, CancellationToken, ValueTask> write, CancellationToken cancellationToken = default)
    {
        if (context is null)
            return ValueTask.FromException<StateContext>(new ArgumentNullException(nameof(context)));
        return write is null
            ? ValueTask.FromException<StateContext>(new ArgumentNullException(nameof(write)))
            : new HookCall<StateContext>(this, StateKind.Writing, context, WrittenAsync, cancellationToken).RunAsync();

        async ValueTask<object?> WrittenAsync(StateContext lent, CancellationToken token)
        {
            await write(lent, token).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>Brings stored state to another version of its format, and fires <see cref="HookPoint.StateMigration"/> when that is done.</summary>
    /// <param name="context">What is migrated, from which format to which.</param>
    /// <param name="migrate">Does it. What it throws is thrown on.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public ValueTask MigrateStateAsync(StateContext context, Func<CancellationToken, ValueTask> migrate, CancellationToken cancellationToken = default) =>
        DoneAsync(HookPoint.StateMigration, context, migrate, cancellationToken);
}
