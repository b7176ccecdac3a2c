namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Is told of each call that a host hands to its hooks itself, before they run. Default: null, nobody wants to know.</summary>
    internal Action<ToolCallContext>? ToolCallHanded { get; set; }

    /// <summary>
    /// Calls a tool with all of its hooks around it: <see cref="HookPoint.ToolValidation"/> and
    /// <see cref="HookPoint.BeforeToolCall"/>, approval where a hook asks for it, the call, <see cref="HookPoint.ToolResultReady"/>
    /// or <see cref="HookPoint.ToolError"/>, and, exactly once on every path, <see cref="HookPoint.AfterToolCall"/>.
    /// </summary>
    /// <remarks>
    /// A call to which a hook redirects, and every branch of a fork, has this call as its <see cref="HookContext.Parent"/>,
    /// goes through all of its own hooks, and is observed on its own. Its <see cref="ToolCallContext.CallId"/> is the
    /// original's with a slash and its number behind; of another tool nobody knows whether it is idempotent or read-only.
    /// </remarks>
    /// <param name="context">The call. <see cref="ToolCallContext.IsIdempotent"/> and <see cref="ToolCallContext.IsReadOnly"/> decide what hooks may ask for.</param>
    /// <param name="invoke">
    /// Calls the tool that the context it is given names, with the arguments there, which are those that the hooks have
    /// let through. The context is a copy: nothing written to it is seen. What it throws is the call's error.
    /// </param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>
    /// The context as the call has left it (<see cref="ToolCallContext.Final"/>): <see cref="ToolCallContext.Outcome"/> and, by it,
    /// <see cref="ToolCallContext.Result"/>, <see cref="ToolCallContext.Error"/> and <see cref="ToolCallContext.ErrorMessage"/>.
    /// A call that was denied or failed does not throw.
    /// </returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled; <see cref="HookPoint.AfterToolCall"/> has been fired before.</exception>
    public ValueTask<ToolCallContext> InvokeToolAsync(
        ToolCallContext context, Func<ToolCallContext, CancellationToken, ValueTask<object?>> invoke, CancellationToken cancellationToken = default)
    {
        if (context is null)
            return ValueTask.FromException<ToolCallContext>(new ArgumentNullException(nameof(context)));
        if (invoke is null)
            return ValueTask.FromException<ToolCallContext>(new ArgumentNullException(nameof(invoke)));
        ToolCallHanded?.Invoke(context);
        return CallToolAsync(context, invoke, cancellationToken);
    }

    /// <summary>The call, for whoever takes note of it himself.</summary>
    internal ValueTask<ToolCallContext> CallToolAsync(
        ToolCallContext context, Func<ToolCallContext, CancellationToken, ValueTask<object?>> invoke, CancellationToken cancellationToken) =>
        new HookCall<ToolCallContext>(this, ToolCallKind.Instance, context, invoke, cancellationToken).RunAsync();
}
