using System.Globalization;
using GuardedAgent.Loop;
using GuardedAgent.Plan;
using GuardedAgent.Records;
using GuardedAgent.Scratch;
using GuardedAgent.Screen;
using GuardedAgent.Tools;
using Hooks;
using Samples.Screen;

namespace GuardedAgent;

/// <summary>The program behind its entry point, so that tests can run it too.</summary>
internal static class AgentProgram
{
    private const int Done = 0, DoneWithErrors = 1, WrongUsage = 2, Cancelled = 130;
    private const decimal BudgetLimit = 0.100m;
    private static readonly TimeSpan CommandTimeLimit = TimeSpan.FromSeconds(30);

    /// <param name="arguments">The command line.</param>
    /// <param name="terminal">Where it prints.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <param name="attach">Attaches to the hooks whoever wants to hear of the run.</param>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellationToken, Func<HookDispatcher, IDisposable>? attach = null)
    {
        try
        {
            var options = Options.Parse(arguments);
            if (options.IsHelp)
            {
                terminal.Out.WriteLine(Options.Usage);
                return Done;
            }

            return options.Graph is { } form
                ? await ShowGraphAsync(form, terminal)
                : await RunPlanAsync(AgentPlan.Load(options.Plan), terminal, attach, cancellationToken);
        }
        catch (Exception exception) when (exception is UsageException or IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(SafeText.Of($"GuardedAgent: {exception.Message}"));
            return WrongUsage;
        }
    }

    private static async Task<int> ShowGraphAsync(string form, Terminal terminal)
    {
        await using var hooks = CreateHooks(new AuditLog(""), new Budget(BudgetLimit), new Timeline(terminal), terminal);
        terminal.Out.WriteLine(form == "text" ? hooks.Table.ToText() : hooks.Table.ToMermaid());
        return Done;
    }

    private static async Task<int> RunPlanAsync(AgentPlan plan, Terminal terminal, Func<HookDispatcher, IDisposable>? attach, CancellationToken cancellationToken)
    {
        foreach (var error in plan.Errors)
            terminal.Error.WriteLine(SafeText.Of(error));

        var scratch = ScratchFolder.Create();
        var budget = new Budget(BudgetLimit);
        var timeline = new Timeline(terminal);
        using var audit = new AuditLog(scratch.AuditFile);
        await using var hooks = CreateHooks(audit, budget, timeline, terminal);
        using var attached = attach?.Invoke(hooks);
        var loop = new AgentLoop(hooks, CreateTools(scratch), timeline, budget, scratch);

        var exitCode = plan.Errors.Count == 0 ? Done : DoneWithErrors;
        timeline.ShowHeader();
        try
        {
            await loop.RunAsync(plan.Steps, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            exitCode = Cancelled;
        }

        ShowSummary(terminal, timeline.Tally, budget, scratch, exitCode == Cancelled);
        return exitCode;
    }

    private static HookDispatcher CreateHooks(AuditLog audit, Budget budget, Timeline timeline, Terminal terminal) =>
        GeneratedHooks.CreateDispatcher(audit, new BudgetNotices(timeline), new CostMeter(budget), new HookDispatcherOptions
        {
            Pipeline = new() { Approver = new TerminalApprover(terminal) },
            OnReport = report => terminal.Error.WriteLine(SafeText.Of($"hooks: {report.Message}")),
        });

    private static ToolBox CreateTools(ScratchFolder scratch) => new(
    [
        new ReadFileTool(scratch),
        new WriteFileTool(scratch),
        new EditFileTool(scratch),
        new ListFilesTool(scratch),
        new ShellTool(scratch, CommandTimeLimit),
    ]);

    private static void ShowSummary(Terminal terminal, Tally tally, Budget budget, ScratchFolder scratch, bool isCancelled) =>
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            {(isCancelled ? "Cancelled after" : "Done:")} {tally.Calls} calls, {tally.Denied} denied, {tally.Modified} modified, {tally.Replaced} replaced, {tally.Failed} failed; cost {budget.Spent:0.000} of {budget.Limit:0.000} USD
            folder  {SafeText.Of(scratch.Root)}
            audit   {SafeText.Of(scratch.AuditFile)}
            """));
}
