using System.Text.RegularExpressions;

namespace Hooks.Commands.Tests.Verbs;

/// <summary>Why hooks do not run.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-doctor-").FullName;

    public DoctorTests()
    {
        Directory.CreateDirectory(At(".claude"));
        Program(At("guard"), "one");
        Assert.Equal(0, VerbRun.Of(Guards.ForTools("Bash"), "config", "--host", "claude", "--command", At("guard"), "--write", Settings).ExitCode);
    }

    private string Settings => At(".claude/settings.json");

    private string At(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Program(string path, string content, bool isExecutable = true)
    {
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | (isExecutable ? UnixFileMode.UserExecute : 0));
    }

    private VerbRun Doctor(string? log = null, string program = "guard") => VerbRun.WithLog(Guards.ForTools("Bash"), log, "doctor", Settings, "--command", At(program));

    private static bool HasLine(VerbRun run, string start, string end) => Lines(run).Any(line => line.StartsWith(start, StringComparison.Ordinal) && line.EndsWith(end, StringComparison.Ordinal));

    /// <summary>The lines, with those that go on below joined to one.</summary>
    private static string[] Lines(VerbRun run) => Regex.Replace(run.Output, "\n {6,}", " ").Split('\n');

    [Fact]
    public void All_is_well()
    {
        var run = Doctor();
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.True(HasLine(run, "ok       program  ", "is there and executable"));
        Assert.True(HasLine(run, "ok       claude   ", $"{At("guard")}: reachable, executable and current"));
        Assert.True(HasLine(run, "unknown  runs     ", "no log is kept, so that nobody knows; set HOOKS_LOG to a file where the agent is started"));
    }

    [Fact]
    public void A_program_that_is_gone_or_cannot_be_started_is_a_problem()
    {
        File.Move(At("guard"), At("warden"));
        Assert.True(HasLine(Doctor(), "PROBLEM  claude", $"{At("guard")}: there is no such file"));
        Program(At("guard"), "one", isExecutable: false);
        if (!OperatingSystem.IsWindows())
            Assert.True(HasLine(Doctor(), "PROBLEM  claude", $"{At("guard")}: not executable; chmod +x mends it"));
    }

    [Fact]
    public void Another_build_is_a_problem_and_a_copy_is_not()
    {
        Directory.CreateDirectory(At("new"));
        Program(At("new/guard"), "two");
        var run = Doctor(program: "new/guard");
        Assert.Equal(1, run.ExitCode);
        Assert.True(HasLine(run, "PROBLEM  claude", $"{At("guard")}: another build than this program"));
        Program(At("new/guard"), "one");
        Assert.Equal(0, Doctor(program: "new/guard").ExitCode);
    }

    [Fact]
    public async Task The_log_tells_whether_it_has_run()
    {
        var never = Doctor(At("log"));
        Assert.Equal(1, never.ExitCode);
        Assert.True(HasLine(never, "PROBLEM  claude", "has never run: start the agent anew, and see that it trusts the folder and the hooks"));

        using (var input = new MemoryStream("{"u8.ToArray()))
        {
            var options = new CommandHostOptions { Input = input, Output = new MemoryStream(), Error = TextWriter.Null, LogPath = At("log") };
            Assert.Equal(0, await CommandHost.RunAsync(["--host", "claude", "--event", "PreToolUse"], Guards.ForTools("Bash"), options));
        }

        File.AppendAllText(At("log"), "{\"cut\n");
        File.AppendAllBytes(At("log"), [.. "{\"host\":\"claude\",\"time\":\""u8, 0xff, .. "\"}\n"u8]);
        var once = Doctor(At("log"));
        Assert.Equal(0, once.ExitCode);
        Assert.Contains("has run 1 time, 1 with a failure; last ", string.Join("\n", Lines(once)));
        Assert.Contains(" PreToolUse: Deny", string.Join("\n", Lines(once)));
    }

    [Fact]
    public void Without_a_home_no_file_of_the_folder_passes_for_one_of_the_user() =>
        Assert.Equal([Settings], SettingsPlaces.FilesOf(CodingAgent.ClaudeCode, _folder, Path.GetRelativePath(Environment.CurrentDirectory, _folder)));

    [Fact]
    public void Settings_that_switch_hooks_off_are_a_problem()
    {
        File.WriteAllText(Settings, "{ \"disableAllHooks\": true," + File.ReadAllText(Settings)[1..]);
        var run = Doctor();
        Assert.Equal(1, run.ExitCode);
        Assert.True(HasLine(run, "PROBLEM  claude", $"{Settings}:1:22: 'disableAllHooks': no hook runs"));
    }

    [Fact]
    public void Settings_that_start_another_program_or_cannot_be_read_are_a_problem()
    {
        File.WriteAllText(Settings, "{}");
        var none = Doctor();
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("none that were found start this program", string.Join("\n", Lines(none)));
        File.WriteAllText(Settings, "{");
        Assert.Contains($"{Settings}:1:2: the file ends", string.Join("\n", Lines(Doctor())));
    }
}
