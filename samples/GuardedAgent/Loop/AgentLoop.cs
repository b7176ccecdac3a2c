using System.Diagnostics;
using GuardedAgent.Plan;
using GuardedAgent.Records;
using GuardedAgent.Scratch;
using GuardedAgent.Screen;
using GuardedAgent.Tools;
using Hooks;

namespace GuardedAgent.Loop;

/// <summary>Makes the calls of a plan, each through the hook points around it.</summary>
/// <remarks>
/// This is the host's part of the contract, written out to be read: validation, before, the call, result or error, after.
/// It honours Continue, Modified, Cancel, Ask, Replace, and Retry of errors; at Redirect, Fork, Cache and the like it
/// stops with an exception. A later version of the library has the whole of it as <c>HookDispatcher.InvokeToolAsync</c>.
/// </remarks>
internal sealed class AgentLoop(HookDispatcher hooks, ToolBox tools, IApprover approver, Timeline timeline, Budget budget, ScratchFolder scratch)
{
    private readonly string _sessionId = Path.GetFileName(scratch.Root);
    private readonly ToolRunner _runner = new(hooks, tools);

    public async Task RunAsync(IEnumerable<PlanStep> plan, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var session = Session(null, null);
        var reason = "failed";
        await hooks.SessionStartAsync(session, cancellationToken);
        try
        {
            var number = 0;
            foreach (var step in plan)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await CallAsync(++number, step, session, cancellationToken);
            }

            reason = "completed";
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            reason = "cancelled";
            throw;
        }
        finally
        {
            await hooks.SessionEndAsync(Session(reason, Stopwatch.GetElapsedTime(started)), CancellationToken.None);
        }
    }

    private async Task CallAsync(int number, PlanStep step, SessionContext session, CancellationToken cancellationToken)
    {
        var call = new ToolCallContext
        {
            Parent = session,
            CallId = $"call-{number}",
            ToolName = step.Tool,
            Arguments = step.Arguments,
            IsReadOnly = tools.IsReadOnly(step.Tool),
            WorkingDirectory = scratch.Project,
        };
        var record = new CallRecord(number, call);
        timeline.ShowSaying(step.Say);
        try
        {
            if (await MayRunAsync(record, cancellationToken))
                await _runner.RunAsync(record, cancellationToken);
        }
        catch (Exception exception)
        {
            // Cancelled, or a verdict that nobody honours; either way the call is over, and the session with it.
            call.Outcome = exception is OperationCanceledException && cancellationToken.IsCancellationRequested
                ? ToolCallOutcome.Cancelled : ToolCallOutcome.Failed;
            call.ErrorMessage = exception.Message;
            throw;
        }
        finally
        {
            // Under no token: what has happened is reported even if nothing more may happen.
            await hooks.AfterToolCallAsync(call, CancellationToken.None);
            timeline.ShowCall(record);
            await ReportBudgetAsync(call);
        }
    }

    /// <summary>Asks the hooks; false if the call is denied, or if a hook has given its result.</summary>
    private async ValueTask<bool> MayRunAsync(CallRecord record, CancellationToken cancellationToken)
    {
        var call = record.Call;
        var verdict = await hooks.ToolValidationAsync(call, cancellationToken);
        record.Note(verdict);
        if (verdict.IsCancel)
            return await DenyAsync(call, verdict.Reason);

        verdict = await hooks.BeforeToolCallAsync(call, cancellationToken);
        record.Note(verdict);
        switch (verdict.Kind)
        {
            case HookResultKind.Continue or HookResultKind.Skipped or HookResultKind.Modified:
                return true;
            case HookResultKind.Cancel:
                return await DenyAsync(call, verdict.Reason);
            case HookResultKind.Ask:
                if (await approver.ApproveAsync(call, verdict.Reason, cancellationToken))
                    return true;
                call.Outcome = ToolCallOutcome.Denied;
                call.ErrorMessage = "nobody approved it";
                return false;
            case HookResultKind.Replace:
                call.Outcome = ToolCallOutcome.Replaced;
                call.Result = verdict.Value;
                return false;
            default:
                throw UnsupportedVerdict.At(HookPoint.BeforeToolCall, verdict, call);
        }
    }

    private async ValueTask<bool> DenyAsync(ToolCallContext call, string? reason)
    {
        call.Outcome = ToolCallOutcome.Denied;
        call.ErrorMessage = reason;
        await hooks.SecurityViolationAsync(
            new() { Parent = call, Component = call.ToolName, Origin = call.DecidedBy?.Name, Message = reason, Severity = HookSeverity.High },
            CancellationToken.None);
        return false;
    }

    private async ValueTask ReportBudgetAsync(ToolCallContext call)
    {
        var context = new BudgetContext { Parent = call, Spent = budget.Spent, Limit = budget.Limit, WarningLevel = budget.WarningLevel, Unit = "USD" };
        if (budget.TakeCrossed() is { } point)
            await hooks.FireAsync(point, context, CancellationToken.None);
    }

    private SessionContext Session(string? reason, TimeSpan? duration) => new()
    {
        AgentName = "GuardedAgent",
        SessionId = _sessionId,
        Source = "startup",
        WorkingDirectory = scratch.Project,
        Reason = reason,
        Duration = duration,
        Cost = budget.Spent,
    };
}
