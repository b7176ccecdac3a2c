using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Hooks;

/// <summary>
/// One call with hooks around it: guards decide (Judging, Asking), the target is called, once or again (Calling), or
/// others in its place (Redirecting, Forking), and observers are told what came of it (Concluding).
/// </summary>
/// <typeparam name="TContext">The class of the call's contexts.</typeparam>
/// <param name="dispatcher">The dispatcher.</param>
/// <param name="kind">What kind of call it is.</param>
/// <param name="context">The call.</param>
/// <param name="invoke">Calls the target that the context names.</param>
/// <param name="caller">The caller's token.</param>
/// <param name="path">How the call came about; null if the host made it.</param>
internal sealed partial class HookCall<TContext>(
    HookDispatcher dispatcher, CallKind<TContext> kind, TContext context, Func<TContext, CancellationToken, ValueTask<object?>> invoke,
    CancellationToken caller, CallPath? path = null)
    where TContext : HookContext
{
    // Nothing was called yet: what ends the call here is a denial.
    private CallEnd _ifInterrupted = new(ToolCallOutcome.Denied, Message: "a hook failed");

    /// <summary>Whether the call has given something that its caller can use.</summary>
    public bool HasSucceeded { get; private set; }

    /// <summary>The context as it stands: the caller's, or the copy, of the same class, that took its place when a hook ran out of time.</summary>
    private TContext Context => Unsafe.As<TContext>(context.Final);

    private HookPipelineOptions Options => dispatcher.Pipeline;

    /// <summary>Makes the call, and tells observers once what came of it.</summary>
    /// <returns>The context as the call has left it.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled. The observers have been told.</exception>
    public async ValueTask<TContext> RunAsync()
    {
        Exception? thrown = null;
        try
        {
            caller.ThrowIfCancellationRequested();
            var verdict = await JudgeAsync().ConfigureAwait(false);
            if (verdict.Kind == HookResultKind.Ask)
                verdict = await AskAsync(verdict).ConfigureAwait(false);
            await FollowAsync(verdict).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            thrown = error;
            Settle(error is OperationCanceledException && caller.IsCancellationRequested
                ? new(ToolCallOutcome.Cancelled, Error: _ifInterrupted.Error)
                : _ifInterrupted with { Error = _ifInterrupted.Error ?? error });
        }

        try
        {
            await ConcludeAsync().ConfigureAwait(false);
        }
        catch (Exception) when (thrown is not null)
        {
            // The caller learns what ended the call; what an observer threw then has been reported.
        }

        if (thrown is not null)
            ExceptionDispatchInfo.Throw(thrown);
        return Context;
    }

    private ValueTask FollowAsync(HookResult verdict)
    {
        switch (verdict.Kind)
        {
            case HookResultKind.Cancel:
                Settle(new(ToolCallOutcome.Denied, Message: verdict.Reason));
                return default;
            case HookResultKind.Replace:
                Settle(new(ToolCallOutcome.Replaced, verdict.Value));
                return default;
            case HookResultKind.Redirect:
                return RedirectAsync(verdict.Target!);
            case HookResultKind.Fork:
                return ForkAsync(verdict.Branches!);
            default:
                return CallAsync(verdict);
        }
    }

    // What goes wrong decides what its message is, even that it has none.
    private string? MessageOf(TContext context)
    {
        try
        {
            return kind.ErrorMessageOf(context);
        }
        catch (Exception) when (kind.ErrorOf(context) is { } error)
        {
            return error.GetType().Name;
        }
    }

    private static string MessageOf(Exception error)
    {
        try
        {
            return error.Message;
        }
        catch (Exception)
        {
            return error.GetType().Name;
        }
    }

    private void Settle(in CallEnd end)
    {
        HasSucceeded = end.Outcome is ToolCallOutcome.Succeeded or ToolCallOutcome.Replaced or ToolCallOutcome.Cached;
        _end = end;
        kind.Write(Context, end);
    }
}
