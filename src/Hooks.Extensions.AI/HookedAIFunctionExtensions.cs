using Hooks.Extensions.AI.Tools;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI;

/// <summary>Puts hooks around functions.</summary>
public static class HookedAIFunctionExtensions
{
    /// <summary>
    /// A function whose calls have the dispatcher's hooks around them, as <see cref="HookDispatcher.InvokeToolAsync"/> says it.
    /// </summary>
    /// <remarks>
    /// A call that is denied, or whose result is withheld, gives the reason as its result, for the model to read. A call that
    /// fails throws what the function threw. Texts that hooks add (<see cref="HookContext.AddContext"/>) stand behind the result.
    /// <see cref="AIFunctionArguments.Services"/> become the <see cref="HookContext.Services"/> of the call.
    /// </remarks>
    /// <param name="function">The function. One that has hooks of this dispatcher around it already is given back as it is.</param>
    /// <param name="dispatcher">The hooks.</param>
    /// <param name="options">What is known of the function. Default: what its <see cref="AITool.AdditionalProperties"/> say.</param>
    /// <exception cref="ArgumentException">An option cannot be.</exception>
    public static AIFunction WithHooks(this AIFunction function, HookDispatcher dispatcher, HookedAIFunctionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(dispatcher);
        options?.Validate();
        return HookedAIFunction.IsAround(function, dispatcher)
            ? function
            : HookedAIFunction.Over(function, dispatcher, options);
    }

    /// <summary>
    /// Calls a function as the model has asked for it, in an agent loop of one's own. Hooks around the function then know
    /// the <see cref="ToolCallContext.CallId"/>.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="call">What the model asks for.</param>
    /// <param name="services">The services of the current scope. Default: none.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The function's result.</returns>
    public static ValueTask<object?> InvokeAsync(
        this AIFunction function, FunctionCallContent call, IServiceProvider? services = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(call);

        // What a function does to its arguments is not to change what the model has said.
        var own = call.Arguments is { } said ? new Dictionary<string, object?>(said, (said as Dictionary<string, object?>)?.Comparer) : null;
        var arguments = new AIFunctionArguments(own) { Services = services };
        (arguments.Context ??= new Dictionary<object, object?>())[FunctionCall.Key] = call.CallId;
        return function.InvokeAsync(arguments, cancellationToken);
    }
}
