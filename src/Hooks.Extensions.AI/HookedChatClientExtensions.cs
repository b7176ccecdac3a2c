using Hooks.Extensions.AI.Models;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI;

/// <summary>Puts hooks around chat clients.</summary>
public static class HookedChatClientExtensions
{
    /// <summary>
    /// A client whose calls have the dispatcher's hooks around them: the choice of tools, the request, each piece of a
    /// streamed answer, the answer, and every call of a function among <see cref="ChatOptions.Tools"/>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// It stands outermost: around the client that calls the functions, so that this client is handed functions with hooks
    /// around them. Beneath such a client it sees every single call of the model, but not the calls of functions; then give
    /// each function its hooks with <see cref="HookedAIFunctionExtensions.WithHooks"/>. A result of a function whose call
    /// has come past no hooks raises <see cref="HookPoint.SecurityViolation"/>, in both places.
    /// </para>
    /// <para>
    /// A call that is denied, or whose answer is withheld, gives a response with the reason as its text and
    /// <see cref="ChatFinishReason.ContentFilter"/>; it does not throw. What the model's client throws is thrown.
    /// </para>
    /// </remarks>
    /// <param name="client">The client; disposed with the new one.</param>
    /// <param name="dispatcher">The hooks. The caller disposes it, after the client.</param>
    /// <param name="options">Default: all hooks, 256 characters of a stream held back.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static IChatClient WithHooks(this IChatClient client, HookDispatcher dispatcher, HookedChatClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(dispatcher);
        options ??= HookedChatClientOptions.Default;
        options.Validate();
        return new HookedChatClient(client, dispatcher, options);
    }
}
