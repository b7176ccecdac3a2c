// Derived from the members of HookPoint; a test holds it so. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests
namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Fires <see cref="HookPoint.BeforeStateRead"/>: a value is about to be read from the agent's state.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> BeforeStateReadAsync(StateContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeStateRead] is { } chain
            ? As<StateContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.BeforeStateRead, context);

    /// <summary>Fires <see cref="HookPoint.BeforeStateRead"/> synchronously: a value is about to be read from the agent's state.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult BeforeStateRead(StateContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeStateRead] is { } chain
            ? As<StateContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.BeforeStateRead, context);

    /// <summary>Fires <see cref="HookPoint.AfterStateRead"/>: a value has been read from the agent's state.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask AfterStateReadAsync(StateContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterStateRead] is { } chain
            ? Observe(As<StateContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.AfterStateRead"/> synchronously: a value has been read from the agent's state.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void AfterStateRead(StateContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.AfterStateRead] is { } chain)
            As<StateContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.BeforeStateWrite"/>: a value is about to be written to the agent's state.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> BeforeStateWriteAsync(StateContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeStateWrite] is { } chain
            ? As<StateContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.BeforeStateWrite, context);

    /// <summary>Fires <see cref="HookPoint.BeforeStateWrite"/> synchronously: a value is about to be written to the agent's state.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult BeforeStateWrite(StateContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeStateWrite] is { } chain
            ? As<StateContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.BeforeStateWrite, context);

    /// <summary>Fires <see cref="HookPoint.AfterStateWrite"/>: a value has been written to the agent's state.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask AfterStateWriteAsync(StateContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterStateWrite] is { } chain
            ? Observe(As<StateContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.AfterStateWrite"/> synchronously: a value has been written to the agent's state.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void AfterStateWrite(StateContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.AfterStateWrite] is { } chain)
            As<StateContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.StateConflict"/>: a write to the agent's state has met another writer's change.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> StateConflictAsync(StateContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.StateConflict] is { } chain
            ? As<StateContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.StateConflict, context);

    /// <summary>Fires <see cref="HookPoint.StateConflict"/> synchronously: a write to the agent's state has met another writer's change.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult StateConflict(StateContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.StateConflict] is { } chain
            ? As<StateContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.StateConflict, context);

    /// <summary>Fires <see cref="HookPoint.StateMigration"/>: stored state has been brought to another version of its format.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask StateMigrationAsync(StateContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.StateMigration] is { } chain
            ? Observe(As<StateContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.StateMigration"/> synchronously: stored state has been brought to another version of its format.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void StateMigration(StateContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.StateMigration] is { } chain)
            As<StateContext>(chain).Fire(this, context, cancellationToken);
    }
}
