// Derived from the members of HookPoint; a test holds it so. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests
namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Fires <see cref="HookPoint.BeforeTurn"/>: the agent is about to work on a user's prompt.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> BeforeTurnAsync(TurnContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeTurn] is { } chain
            ? As<TurnContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.BeforeTurn, context);

    /// <summary>Fires <see cref="HookPoint.BeforeTurn"/> synchronously: the agent is about to work on a user's prompt.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult BeforeTurn(TurnContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeTurn] is { } chain
            ? As<TurnContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.BeforeTurn, context);

    /// <summary>Fires <see cref="HookPoint.AfterTurn"/>: the agent has finished its work on a user's prompt.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask AfterTurnAsync(TurnContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterTurn] is { } chain
            ? Observe(As<TurnContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.AfterTurn"/> synchronously: the agent has finished its work on a user's prompt.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void AfterTurn(TurnContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.AfterTurn] is { } chain)
            As<TurnContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.MessageReceived"/>: a message has reached the agent; no turn need follow from it.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask MessageReceivedAsync(TurnContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.MessageReceived] is { } chain
            ? Observe(As<TurnContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.MessageReceived"/> synchronously: a message has reached the agent; no turn need follow from it.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void MessageReceived(TurnContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.MessageReceived] is { } chain)
            As<TurnContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.MessageSent"/>: the agent has sent a message to its user or channel.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask MessageSentAsync(TurnContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.MessageSent] is { } chain
            ? Observe(As<TurnContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.MessageSent"/> synchronously: the agent has sent a message to its user or channel.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void MessageSent(TurnContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.MessageSent] is { } chain)
            As<TurnContext>(chain).Fire(this, context, cancellationToken);
    }
}
