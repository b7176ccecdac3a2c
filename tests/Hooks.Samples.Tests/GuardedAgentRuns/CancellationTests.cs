using System.Diagnostics;

namespace Hooks.Samples.Tests.GuardedAgentRuns;

public sealed class CancellationTests
{
    private const string Slow = """{"say": "now", "tool": "run_shell", "arguments": {"command": "(sleep 3; touch survived) & wait"}}""";

    [Fact]
    public async Task A_cancelled_run_kills_the_tool_and_still_reports()
    {
        using var cancellation = new CancellationTokenSource();
        var output = new SignallingWriter("> now");
        var running = AgentRun.OfPlanAsync(output, cancellation.Token, AgentRun.Shell("echo first"), Slow, AgentRun.Shell("echo never"));
        await output.Seen.WaitAsync(TimeSpan.FromSeconds(30));
        await Task.Delay(500);
        await cancellation.CancelAsync();
        using var run = await running;

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("Cancelled after 2 calls", run.Output, StringComparison.Ordinal);
        Assert.Equal(["succeeded", "cancelled"], run.AuditOf(HookPoint.AfterToolCall).Select(line => line.GetProperty("context").GetProperty("outcome").GetString()));
        Assert.Equal("cancelled", run.AuditOf(HookPoint.SessionEnd).Single().GetProperty("context").GetProperty("reason").GetString());
        await Task.Delay(TimeSpan.FromSeconds(4));
        Assert.False(File.Exists(Path.Combine(run.Folder, "project", "survived")));
    }

    [Fact]
    public async Task Ctrl_C_ends_the_program_with_130()
    {
        if (OperatingSystem.IsWindows())
            return;
        var plan = Path.GetTempFileName();
        await File.WriteAllTextAsync(plan, Slow);
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var program = Process.Start(new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, "GuardedAgent.dll"), "--plan", plan])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        var output = "";
        while (!output.Contains("> now", StringComparison.Ordinal) && await program.StandardOutput.ReadLineAsync() is { } line)
            output += line + '\n';
        await Task.Delay(300);
        using var kill = Process.Start("kill", ["-INT", program.Id.ToString(null as IFormatProvider)]);
        output += await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        File.Delete(plan);
        Directory.Delete(output.Split("folder  ")[1].Split('\n')[0], recursive: true);

        Assert.Equal(130, program.ExitCode);
        Assert.Contains("Cancelled after 1 calls", output, StringComparison.Ordinal);
    }

    private sealed class SignallingWriter(string awaited) : StringWriter
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => _seen.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(awaited, StringComparison.Ordinal) == true)
                _seen.TrySetResult();
        }
    }
}
