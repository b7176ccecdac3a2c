using System.Diagnostics;
using GuardedAgent.Plan;
using GuardedAgent.Records;
using GuardedAgent.Scratch;
using GuardedAgent.Screen;
using GuardedAgent.Tools;
using Hooks;

namespace GuardedAgent.Loop;

/// <summary>Makes the calls of a plan, each through <see cref="HookDispatcher.InvokeToolAsync"/>, which fires the points around it and does what hooks say.</summary>
internal sealed class AgentLoop(HookDispatcher hooks, ToolBox tools, Timeline timeline, Budget budget, ScratchFolder scratch)
{
    private readonly string _sessionId = Path.GetFileName(scratch.Root);

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
            Arguments = step.Arguments.Clone(),
            IsReadOnly = tools.IsReadOnly(step.Tool),
            WorkingDirectory = scratch.Project,
        };
        timeline.ShowSaying(step.Say);
        try
        {
            await hooks.InvokeToolAsync(call, async (attempt, token) => await tools.RunAsync(attempt.ToolName, attempt.Arguments, token), cancellationToken);
        }
        finally
        {
            // Under no token: what has happened is reported even if nothing more may happen.
            var record = new CallRecord(number, step.Arguments, call.Final);
            timeline.ShowCall(record);
            await ReportDenialAsync(record);
            await ReportBudgetAsync(record.Call);
        }
    }

    // That a person said no is no violation.
    private async ValueTask ReportDenialAsync(CallRecord record)
    {
        var call = record.Call;
        if (record.Verdict != HookResultKind.Cancel || call.Outcome != ToolCallOutcome.Denied)
            return;
        await hooks.SecurityViolationAsync(
            new() { Parent = call, Component = call.ToolName, Origin = call.DecidedBy?.Name, Message = call.ErrorMessage, Severity = HookSeverity.High },
            CancellationToken.None);
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
