using System.Text;
using Xunit.Abstractions;

namespace Hooks.Commands.Native.Tests.Native;

// Guards the published program's verb replay against what hooks do to its process: print, and end it.
[Collection(PublishedGuardTests.Name)]
public sealed class NativeReplayTests(PublishedGuard guard, ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-replay-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_hooks_print_is_not_among_the_results()
    {
        if (await ReplayAsync("print: one of them") is not { } run)
            return;

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("[\n", Encoding.UTF8.GetString(run.Output), StringComparison.Ordinal);
        Assert.Contains("one of them", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hook_that_ends_the_process_makes_no_success_of_it()
    {
        if (await ReplayAsync("exit: x") is not { } run)
            return;

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("A hook has ended the process; nothing that was replayed is shown.\n", run.Errors);
    }

    [Fact]
    public async Task What_the_system_says_of_a_file_is_said_in_words()
    {
        if (guard.Program is not { } program)
            return;
        var run = await GuardRun.OfAsync(program, ["replay", "/no/such/file"], []);

        Assert.Equal((1, "/no/such/file: cannot be read: there is no such file\n"), (run.ExitCode, run.Errors));
    }

    private async Task<GuardRun?> ReplayAsync(string command)
    {
        if (guard.Program is not { } program)
        {
            output.WriteLine("Not run: there is no linker for a native build (clang or gcc).");
            return null;
        }

        var path = Path.Combine(_folder, "payload.json");
        await File.WriteAllTextAsync(path, $$$"""{"hook_event_name":"PreToolUse","session_id":"s","transcript_path":"/t","cwd":"/","tool_name":"Bash","tool_input":{"command":"{{{command}}}"}}""");
        return await GuardRun.OfAsync(program, ["replay", path, "--host", "claude", "--format", "json"], []);
    }
}
