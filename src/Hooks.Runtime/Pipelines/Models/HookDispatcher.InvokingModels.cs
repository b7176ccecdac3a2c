namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>
    /// Calls a model with all of its hooks around it: <see cref="HookPoint.BeforeModelCall"/>, approval where a hook asks for
    /// it, <see cref="HookPoint.ModelSwitch"/> and <see cref="HookPoint.ProviderSwitch"/> where one redirects, the call, and
    /// <see cref="HookPoint.AfterModelCall"/>. An answer that streams: <see cref="StreamModelAsync"/>.
    /// </summary>
    /// <remarks>
    /// Redirect, Fork and Cache name models. A cached answer is found by provider, model, system prompt, messages, tools,
    /// options and <see cref="ModelCallContext.ContentKey"/>: hosts whose messages hold more than text set the last.
    /// </remarks>
    /// <param name="context">The call.</param>
    /// <param name="invoke">
    /// Calls the model that the context it is given names, with the messages and options there, and returns the answer. It
    /// fills in <see cref="ModelCallContext.ResponseText"/>, <see cref="ModelCallContext.RequestedTools"/>,
    /// <see cref="ModelCallContext.FinishReason"/>, <see cref="ModelCallContext.Usage"/> and <see cref="ModelCallContext.Cost"/>
    /// there; an answer that is a string is its own text. Nothing else written to that context, which is a copy, is seen.
    /// </param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>
    /// The context as the call has left it: <see cref="ModelCallContext.Outcome"/> and <see cref="ModelCallContext.Response"/>, or
    /// <see cref="ModelCallContext.Error"/>, or only <see cref="ModelCallContext.ErrorMessage"/>, why there is no answer.
    /// A call that was denied or failed does not throw.
    /// </returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<ModelCallContext> InvokeModelAsync(
        ModelCallContext context, Func<ModelCallContext, CancellationToken, ValueTask<object?>> invoke, CancellationToken cancellationToken = default)
    {
        if (context is null)
            return ValueTask.FromException<ModelCallContext>(new ArgumentNullException(nameof(context)));
        if (invoke is null)
            return ValueTask.FromException<ModelCallContext>(new ArgumentNullException(nameof(invoke)));
        return new HookCall<ModelCallContext>(this, ModelCallKind.Instance, context, AnswerAsync, cancellationToken).RunAsync();

        async ValueTask<object?> AnswerAsync(ModelCallContext lent, CancellationToken token) =>
            ModelAnswer.Read(lent, await invoke(lent, token).ConfigureAwait(false));
    }
}
