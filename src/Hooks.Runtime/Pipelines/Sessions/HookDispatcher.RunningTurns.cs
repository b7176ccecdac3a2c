namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>
    /// Runs a turn: <see cref="HookPoint.MessageReceived"/> with the prompt, <see cref="HookPoint.BeforeTurn"/>, approval where a hook
    /// asks for it, the agent's work, <see cref="HookPoint.MessageSent"/> where there is an answer, and, exactly once on every path,
    /// <see cref="HookPoint.AfterTurn"/>.
    /// </summary>
    /// <param name="context">The turn.</param>
    /// <param name="run">Works on the prompt in the context that it is given, a copy, and returns the answer; null where there is none.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The context with <see cref="TurnContext.Outcome"/> and <see cref="TurnContext.Response"/>. A turn that was denied or failed does not throw.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled before there was an answer.</exception>
    public async ValueTask<TurnContext> RunTurnAsync(
        TurnContext context, Func<TurnContext, CancellationToken, ValueTask<string?>> run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            await ObserveAsync(HookPoint.MessageReceived, context).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // The turn has begun, and is over.
            TurnKind.Instance.Write(context.Final, new(ToolCallOutcome.Denied, Error: error, Message: "a hook failed"));
            await ObserveAsync(HookPoint.AfterTurn, context.Final).ConfigureAwait(false);
            throw;
        }

        return await new HookCall<TurnContext>(this, TurnKind.Instance, context.Final, AnswerAsync, cancellationToken).RunAsync().ConfigureAwait(false);

        async ValueTask<object?> AnswerAsync(TurnContext lent, CancellationToken token)
        {
            var answer = await run(lent, token).ConfigureAwait(false);
            if (answer is null || !ShouldFire(HookPoint.MessageSent))
                return answer;
            var sent = (TurnContext)lent.Copy();
            sent.Response = answer;
            await ObserveAsync(HookPoint.MessageSent, sent).ConfigureAwait(false);
            return answer;
        }
    }
}
