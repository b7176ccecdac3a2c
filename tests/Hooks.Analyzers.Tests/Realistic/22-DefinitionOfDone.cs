using System.Diagnostics;
using Hooks;

namespace Coho.Quality;

/// <summary>An agent is done when the build is green, and a subagent when it has said what it found.</summary>
public sealed class DefinitionOfDone
{
    private const int MostContinuations = 3;
    private readonly Func<string, CancellationToken, Task<int>> _run;

    public DefinitionOfDone()
        : this(RunAsync)
    {
    }

    internal DefinitionOfDone(Func<string, CancellationToken, Task<int>> run) => _run = run;

    [Hook(HookPoint.BeforeAgentStop, Name = "green-build")]
    public async Task<HookResult> KeepWorkingUntilGreen(AgentContext agent, CancellationToken cancellationToken)
    {
        if (agent.ContinuationCount >= MostContinuations || agent.WorkingDirectory is not { } folder)
            return HookResult.Continue;

        if (await _run(folder, cancellationToken) == 0)
            return HookResult.Continue;
        return HookResult.Retry("The tests fail. Run `dotnet test`, mend what is broken, and stop only when it is green.");
    }

    [Hook(HookPoint.BeforeAgentStop, Name = "spending-stops", Priority = HookPriority.High)]
    public static HookResult StopSpending(AgentContext agent) =>
        agent.Cost > 25m ? HookResult.Cancel("this run has cost more than 25 USD") : HookResult.Continue;

    [Hook(HookPoint.SubagentStop, Name = "report-back")]
    public static HookResult WantReport(AgentContext agent)
    {
        if (agent.Response is { Length: > 100 })
            return HookResult.Continue;
        return agent.ContinuationCount == 0
            ? HookResult.Retry("Say what you looked at, what you found, and how sure you are.")
            : HookResult.Replace($"{agent.AgentType}: no report");
    }

    [Hook(HookPoint.SubagentStart, Name = "house-style")]
    public static void Instruct(AgentContext agent)
    {
        agent.AddContext("Name files with their line numbers.");
        agent.Items["started"] = Stopwatch.GetTimestamp();
    }

    [Hook(HookPoint.BeforeAgentExecution, Name = "instructions")]
    public static HookResult AppendInstructions(AgentContext agent)
    {
        agent.Instructions = $"{agent.Instructions}\n\nA change without a test is not done.";
        return HookResult.Modified;
    }

    [Hook(HookPoint.AgentLoopEnd, Name = "notify")]
    public static async ValueTask NotifyAsync(AgentContext agent, CancellationToken cancellationToken)
    {
        var text = agent.Outcome == AgentRunOutcome.Succeeded ? "done" : $"{agent.Outcome}: {agent.StopReason}";
        await Console.Out.WriteLineAsync($"{agent.AgentName} {text}".AsMemory(), cancellationToken);
    }

    private static async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["test", "--nologo"]) { WorkingDirectory = folder })!;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }
}
