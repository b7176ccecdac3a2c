using System.Diagnostics;
using System.Text.Json;
using Xunit.Abstractions;

namespace Hooks.Native.Tests;

// Guards that samples/Guard publishes without a warning as one small executable, which denies what the managed one denies.
[Collection("native publish")]
public sealed class NativeGuardTests(ITestOutputHelper output)
{
    private const int LargestSize = 5_000_000;

    // The budget of a guard that reads JSON, has one hook and answers, with all verbs.
    private const int LargestBareSize = 3_000_000;

    [Fact]
    public async Task The_native_guard_is_one_small_file_without_warnings_that_guards()
    {
        if (!NativeToolchain.HasLinker)
        {
            output.WriteLine("Not run: there is no linker for a native build (clang or gcc).");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("hooks-native-").FullName;
        try
        {
            var guard = await NativeSample.PublishAsync("Guard", folder, output, executable: "guard");
            Assert.InRange(new FileInfo(guard).Length, 1, LargestSize);

            Assert.Contains("\"permissionDecision\":\"deny\"", await AnswerAsync(guard, folder, "git push --force"), StringComparison.Ordinal);
            Assert.Contains("\"permissionDecision\":\"ask\"", await AnswerAsync(guard, folder, "$X"), StringComparison.Ordinal);
            Assert.Equal("", await AnswerAsync(guard, folder, "git push"));
            Assert.Equal(4, (await File.ReadAllLinesAsync(Path.Combine(folder, "audit.jsonl"))).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // One array's range, tuple in a delegate, attribute read or stream of a file brings hundreds of kilobytes along: who adds one is told so here.
    [Fact]
    public async Task A_guard_with_one_hook_stays_small()
    {
        if (!NativeToolchain.HasLinker || NativeToolchain.RuntimeIdentifier != "linux-x64")
        {
            output.WriteLine("Not run: the budget is for linux-x64, with a linker for a native build (clang or gcc).");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("hooks-native-").FullName;
        try
        {
            var guard = await NativeSample.PublishAsync("BareGuard", folder, output, root: "benchmarks/Starting");
            Assert.InRange(new FileInfo(guard).Length, 1, LargestBareSize);
            Assert.Contains("\"permissionDecision\":\"deny\"", await AnswerAsync(guard, folder, "git push --force"), StringComparison.Ordinal);
            Assert.Equal("", await AnswerAsync(guard, folder, "git push"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // As Claude Code would start it.
    private static async Task<string> AnswerAsync(string guard, string folder, string command)
    {
        var start = new ProcessStartInfo(guard, ["--host", "claude", "--event", "PreToolUse", "--deadline", "60000"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["GUARD_AUDIT"] = Path.Combine(folder, "audit.jsonl");
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(new { hook_event_name = "PreToolUse", cwd = folder, tool_name = "Bash", tool_input = new { command } }));
        process.StandardInput.Close();
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return answer;
    }
}
