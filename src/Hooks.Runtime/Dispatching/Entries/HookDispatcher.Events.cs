// Derived from the members of HookPoint; a test holds it so. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests
namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Fires <see cref="HookPoint.BeforeEventEmit"/>: an event is about to be published.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> BeforeEventEmitAsync(EventContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeEventEmit] is { } chain
            ? As<EventContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.BeforeEventEmit, context);

    /// <summary>Fires <see cref="HookPoint.BeforeEventEmit"/> synchronously: an event is about to be published.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult BeforeEventEmit(EventContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeEventEmit] is { } chain
            ? As<EventContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.BeforeEventEmit, context);

    /// <summary>Fires <see cref="HookPoint.AfterEventEmit"/>: an event has been published.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask AfterEventEmitAsync(EventContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterEventEmit] is { } chain
            ? Observe(As<EventContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.AfterEventEmit"/> synchronously: an event has been published.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void AfterEventEmit(EventContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.AfterEventEmit] is { } chain)
            As<EventContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.EventHandlerError"/>: a subscriber has failed on an event.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask EventHandlerErrorAsync(EventContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.EventHandlerError] is { } chain
            ? Observe(As<EventContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.EventHandlerError"/> synchronously: a subscriber has failed on an event.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void EventHandlerError(EventContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.EventHandlerError] is { } chain)
            As<EventContext>(chain).Fire(this, context, cancellationToken);
    }
}
