using System.Diagnostics;

namespace Hooks.Samples.Tests.GuardedAgentRuns;

public sealed class CancellationTests
{
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_cancelled_run_kills_the_tool_and_still_reports()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var pipe = new LifePipe();
        using var cancellation = new CancellationTokenSource();
        var running = AgentRun.OfPlanAsync(new StringWriter(), cancellation.Token, AgentRun.Shell("echo first"), pipe.Slow, AgentRun.Shell("echo never"));
        using var alive = await pipe.OpenAsync();
        await cancellation.CancelAsync();
        using var run = await running;

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("Cancelled after 2 calls", run.Output, StringComparison.Ordinal);
        Assert.Equal(["succeeded", "cancelled"], run.AuditOf(HookPoint.AfterToolCall).Select(line => line.GetProperty("context").GetProperty("outcome").GetString()));
        Assert.Equal("cancelled", run.AuditOf(HookPoint.SessionEnd).Single().GetProperty("context").GetProperty("reason").GetString());
        await LifePipe.EndOfAsync(alive);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_program_with_130()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var pipe = new LifePipe();
        var plan = Path.GetTempFileName();
        await File.WriteAllTextAsync(plan, pipe.Slow);
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var program = Process.Start(new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, "GuardedAgent.dll"), "--plan", plan])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        using var alive = await pipe.OpenAsync();
        using var kill = Process.Start("kill", ["-INT", program.Id.ToString(null as IFormatProvider)]);
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        await LifePipe.EndOfAsync(alive);
        File.Delete(plan);
        Directory.Delete(output.Split("folder  ")[1].Split('\n')[0], recursive: true);

        Assert.Equal(130, program.ExitCode);
        Assert.Contains("Cancelled after 1 calls", output, StringComparison.Ordinal);
    }

    /// <summary>A pipe that a tool's process holds open: whoever reads it learns when the process has started and when it is gone.</summary>
    private sealed class LifePipe : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("life-pipe-");

        public LifePipe()
        {
            using var make = Process.Start("mkfifo", [File]);
            make.WaitForExit();
            Assert.Equal(0, make.ExitCode);
        }

        public string Slow => AgentRun.Shell($"sleep 60 > '{File}' & wait");

        private string File => Path.Combine(_folder.FullName, "alive");

        public static async Task EndOfAsync(FileStream pipe) =>
            Assert.Equal(0, await pipe.ReadAsync(new byte[1]).AsTask().WaitAsync(TooLong));

        // Opening waits for whoever writes.
        public Task<FileStream> OpenAsync() =>
            Task.Run(() => new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0)).WaitAsync(TooLong);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
