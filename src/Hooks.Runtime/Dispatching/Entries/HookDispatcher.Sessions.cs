// Derived from the members of HookPoint; a test holds it so. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests
namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Fires <see cref="HookPoint.SessionStart"/>: a session has started, new or resumed.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask SessionStartAsync(SessionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SessionStart] is { } chain
            ? Observe(As<SessionContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.SessionStart"/> synchronously: a session has started, new or resumed.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void SessionStart(SessionContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.SessionStart] is { } chain)
            As<SessionContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.SessionEnd"/>: a session has ended, whoever ended it.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask SessionEndAsync(SessionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SessionEnd] is { } chain
            ? Observe(As<SessionContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.SessionEnd"/> synchronously: a session has ended, whoever ended it.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void SessionEnd(SessionContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.SessionEnd] is { } chain)
            As<SessionContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.SessionUpdated"/>: what is known about a session has changed: its title, its model or its mode.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask SessionUpdatedAsync(SessionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SessionUpdated] is { } chain
            ? Observe(As<SessionContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.SessionUpdated"/> synchronously: what is known about a session has changed: its title, its model or its mode.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void SessionUpdated(SessionContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.SessionUpdated] is { } chain)
            As<SessionContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.SessionCheckpoint"/>: a checkpoint has been made, to which the session can return.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask SessionCheckpointAsync(SessionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SessionCheckpoint] is { } chain
            ? Observe(As<SessionContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.SessionCheckpoint"/> synchronously: a checkpoint has been made, to which the session can return.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void SessionCheckpoint(SessionContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.SessionCheckpoint] is { } chain)
            As<SessionContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.SessionRestore"/>: a session has been brought back from a checkpoint or from storage.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask SessionRestoreAsync(SessionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SessionRestore] is { } chain
            ? Observe(As<SessionContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.SessionRestore"/> synchronously: a session has been brought back from a checkpoint or from storage.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void SessionRestore(SessionContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.SessionRestore] is { } chain)
            As<SessionContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.SessionSave"/>: a session has been written to storage.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask SessionSaveAsync(SessionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SessionSave] is { } chain
            ? Observe(As<SessionContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.SessionSave"/> synchronously: a session has been written to storage.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void SessionSave(SessionContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.SessionSave] is { } chain)
            As<SessionContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.SessionRollover"/>: a session is about to be reset because it is idle or old; its transcript is still there.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask SessionRolloverAsync(SessionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SessionRollover] is { } chain
            ? Observe(As<SessionContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.SessionRollover"/> synchronously: a session is about to be reset because it is idle or old; its transcript is still there.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void SessionRollover(SessionContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.SessionRollover] is { } chain)
            As<SessionContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.SessionError"/>: a session has failed.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask SessionErrorAsync(SessionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SessionError] is { } chain
            ? Observe(As<SessionContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.SessionError"/> synchronously: a session has failed.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void SessionError(SessionContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.SessionError] is { } chain)
            As<SessionContext>(chain).Fire(this, context, cancellationToken);
    }
}
