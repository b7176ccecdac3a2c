using System.Diagnostics;
using GuardedAgent.Tools;
using Hooks;

namespace GuardedAgent.Loop;

/// <summary>Calls a tool that the hooks have let through, and shows them its result or its error.</summary>
internal sealed class ToolRunner(HookDispatcher hooks, ToolBox tools)
{
    public async ValueTask RunAsync(CallRecord record, CancellationToken cancellationToken)
    {
        var call = record.Call;
        do
        {
            if (await TryCallAsync(call, cancellationToken))
            {
                await OfferResultAsync(record, cancellationToken);
                return;
            }
        }
        while (await IsRetriedAsync(record, cancellationToken));
    }

    private async ValueTask<bool> TryCallAsync(ToolCallContext call, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        call.Error = null;
        call.ErrorMessage = null;
        try
        {
            call.Result = await tools.RunAsync(call.ToolName, call.Arguments, cancellationToken);
            call.Outcome = ToolCallOutcome.Succeeded;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            call.Error = error;
            call.Outcome = error is TimeoutException ? ToolCallOutcome.TimedOut : ToolCallOutcome.Failed;
        }
        finally
        {
            call.Duration = (call.Duration ?? TimeSpan.Zero) + Stopwatch.GetElapsedTime(started);
        }

        return call.Error is null;
    }

    private async ValueTask OfferResultAsync(CallRecord record, CancellationToken cancellationToken)
    {
        var call = record.Call;
        var verdict = await hooks.ToolResultReadyAsync(call, cancellationToken);
        record.Note(verdict);
        switch (verdict.Kind)
        {
            case HookResultKind.Continue or HookResultKind.Skipped or HookResultKind.Modified:
                return;
            case HookResultKind.Cancel:
                call.Outcome = ToolCallOutcome.Withheld;
                call.Result = verdict.Reason;
                return;
            case HookResultKind.Replace:
                call.Outcome = ToolCallOutcome.Replaced;
                call.Result = verdict.Value;
                return;
            default:
                call.Result = null;
                throw UnsupportedVerdict.At(HookPoint.ToolResultReady, verdict, call);
        }
    }

    /// <summary>Shows the hooks the error; true if they want another attempt.</summary>
    private async ValueTask<bool> IsRetriedAsync(CallRecord record, CancellationToken cancellationToken)
    {
        var call = record.Call;
        var verdict = await hooks.ToolErrorAsync(call, cancellationToken);
        record.Note(verdict);
        switch (verdict.Kind)
        {
            case HookResultKind.Continue or HookResultKind.Skipped or HookResultKind.Modified:
                return false;
            case HookResultKind.Cancel:
                call.ErrorMessage = verdict.Reason;
                return false;
            case HookResultKind.Replace:
                call.Outcome = ToolCallOutcome.Replaced;
                call.Result = verdict.Value;
                return false;
            case HookResultKind.Retry when verdict.RetryPolicy is { } policy:
                if (call.Attempt > policy.MaxAttempts)
                    return false;
                await Task.Delay(policy.Delay, cancellationToken);
                call.Attempt++;
                return true;
            default:
                throw UnsupportedVerdict.At(HookPoint.ToolError, verdict, call);
        }
    }
}
