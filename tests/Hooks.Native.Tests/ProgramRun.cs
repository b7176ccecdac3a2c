using System.Diagnostics;

namespace Hooks.Native.Tests;

/// <summary>A program that was run to its end.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors, TimeSpan Duration)
{
    public static async Task<ProgramRun> OfAsync(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A build within a test run must not inherit the settings of the build that started the tests.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors, Stopwatch.GetElapsedTime(started));
    }
}
