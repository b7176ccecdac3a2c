// Derived from the members of HookPoint; a test holds it so. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests
namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Fires <see cref="HookPoint.BeforeToolDiscovery"/>: tools are about to be offered to the model; hooks may narrow the choice.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> BeforeToolDiscoveryAsync(ToolDiscoveryContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeToolDiscovery] is { } chain
            ? As<ToolDiscoveryContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.BeforeToolDiscovery, context);

    /// <summary>Fires <see cref="HookPoint.BeforeToolDiscovery"/> synchronously: tools are about to be offered to the model; hooks may narrow the choice.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult BeforeToolDiscovery(ToolDiscoveryContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeToolDiscovery] is { } chain
            ? As<ToolDiscoveryContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.BeforeToolDiscovery, context);

    /// <summary>Fires <see cref="HookPoint.AfterToolDiscovery"/>: it is settled which tools the model is offered.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask AfterToolDiscoveryAsync(ToolDiscoveryContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterToolDiscovery] is { } chain
            ? Observe(As<ToolDiscoveryContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.AfterToolDiscovery"/> synchronously: it is settled which tools the model is offered.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void AfterToolDiscovery(ToolDiscoveryContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.AfterToolDiscovery] is { } chain)
            As<ToolDiscoveryContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.ToolValidation"/>: a tool call's arguments are checked, before anyone decides whether the call is made.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> ToolValidationAsync(ToolCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ToolValidation] is { } chain
            ? As<ToolCallContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.ToolValidation, context);

    /// <summary>Fires <see cref="HookPoint.ToolValidation"/> synchronously: a tool call's arguments are checked, before anyone decides whether the call is made.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult ToolValidation(ToolCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ToolValidation] is { } chain
            ? As<ToolCallContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.ToolValidation, context);

    /// <summary>Fires <see cref="HookPoint.BeforeToolCall"/>: a tool is about to be called.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> BeforeToolCallAsync(ToolCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeToolCall] is { } chain
            ? As<ToolCallContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.BeforeToolCall, context);

    /// <summary>Fires <see cref="HookPoint.BeforeToolCall"/> synchronously: a tool is about to be called.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult BeforeToolCall(ToolCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeToolCall] is { } chain
            ? As<ToolCallContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.BeforeToolCall, context);

    /// <summary>Fires <see cref="HookPoint.ToolResultReady"/>: a tool's raw result is there, and nobody has used it yet.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> ToolResultReadyAsync(ToolCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ToolResultReady] is { } chain
            ? As<ToolCallContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.ToolResultReady, context);

    /// <summary>Fires <see cref="HookPoint.ToolResultReady"/> synchronously: a tool's raw result is there, and nobody has used it yet.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult ToolResultReady(ToolCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ToolResultReady] is { } chain
            ? As<ToolCallContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.ToolResultReady, context);

    /// <summary>Fires <see cref="HookPoint.AfterToolCall"/>: a tool call is over and its outcome final; fires exactly once a call, for denied calls too.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask AfterToolCallAsync(ToolCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterToolCall] is { } chain
            ? Observe(As<ToolCallContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.AfterToolCall"/> synchronously: a tool call is over and its outcome final; fires exactly once a call, for denied calls too.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void AfterToolCall(ToolCallContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.AfterToolCall] is { } chain)
            As<ToolCallContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.ToolError"/>: a tool has failed.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> ToolErrorAsync(ToolCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ToolError] is { } chain
            ? As<ToolCallContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.ToolError, context);

    /// <summary>Fires <see cref="HookPoint.ToolError"/> synchronously: a tool has failed.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult ToolError(ToolCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ToolError] is { } chain
            ? As<ToolCallContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.ToolError, context);

    /// <summary>Fires <see cref="HookPoint.PermissionRequest"/>: a tool call needs someone's permission, and nobody has been asked yet.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> PermissionRequestAsync(PermissionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.PermissionRequest] is { } chain
            ? As<PermissionContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.PermissionRequest, context);

    /// <summary>Fires <see cref="HookPoint.PermissionRequest"/> synchronously: a tool call needs someone's permission, and nobody has been asked yet.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult PermissionRequest(PermissionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.PermissionRequest] is { } chain
            ? As<PermissionContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.PermissionRequest, context);

    /// <summary>Fires <see cref="HookPoint.PermissionDenied"/>: permission for a tool call has been refused.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> PermissionDeniedAsync(PermissionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.PermissionDenied] is { } chain
            ? As<PermissionContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.PermissionDenied, context);

    /// <summary>Fires <see cref="HookPoint.PermissionDenied"/> synchronously: permission for a tool call has been refused.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult PermissionDenied(PermissionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.PermissionDenied] is { } chain
            ? As<PermissionContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.PermissionDenied, context);
}
