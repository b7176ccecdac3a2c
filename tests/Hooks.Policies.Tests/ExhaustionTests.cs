using System.Diagnostics;
using System.Reflection;

namespace Hooks.Policies.Tests;

/// <summary>A guard that uses up all memory has failed like any other. In a process of its own, whose heap has a limit.</summary>
public sealed class ExhaustionTests
{
    private const string Limit = "4000000";

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_guard_without_memory_denies_is_reported_and_works_again()
    {
        var (code, output) = await RunAsync();

        string[] ways = ["async entry", "sync entry", "suspended"];
        var expected =
            from path in Enum.GetValues<HookExecutionPath>()
            from memory in new[] { "given back", "kept" }
            from way in ways
            select $"{path}, {memory}, {way}: Cancel; {(way == "suspended" ? "later" : "at once")} Failed OutOfMemoryException; then Continue";
        Assert.Equal(string.Join('\n', expected), output.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal(0, code);
    }

    private static async Task<(int Code, string Output)> RunAsync()
    {
        var program = typeof(ExhaustionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ExhaustingProgram").Value!;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["DOTNET_GCHeapHardLimit"] = Limit,
                ["DOTNET_gcServer"] = "0",

                // A dump of a process that is meant to run out of memory is of no use to anybody.
                ["DOTNET_DbgEnableMiniDump"] = "0",
            },
        })!;
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, output);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
