using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hooks.Commands.Tests.Acceptors.Claude;
using Hooks.Commands.Tests.Acceptors.Settings;
using Hooks.Native.Tests;
using Xunit.Abstractions;

namespace Hooks.Guard.Tests.Agents;

// Guards the five commands of the README's section "In a coding agent": they are run as they stand there, in an empty folder, and end in
// settings by which Claude Code is kept from a force-push. Takes a minute, for the guard is published as a native program.
public sealed partial class FirstStepsTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("guard-steps-").FullName;

    private string Project => Directory.CreateDirectory(Path.Combine(_folder, "project")).FullName;

    private string Home => Path.Combine(_folder, "home");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Five_commands_put_a_guard_into_a_coding_agent()
    {
        var commands = Commands();
        Assert.Equal(5, commands.Length);
        if (OperatingSystem.IsWindows() || !NativeToolchain.HasLinker)
        {
            output.WriteLine("Not run: there is no shell, or no linker for a native build (clang or gcc).");
            return;
        }

        var shell = Run("/bin/sh", ["-e", "-c", string.Join('\n', commands)], "");
        output.WriteLine(shell.Output);
        Assert.True(shell.ExitCode == 0, shell.Output + shell.Errors);
        Assert.DoesNotContain("warning", shell.Output + shell.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"permissionDecision\":\"deny\",\"permissionDecisionReason\":\"force-push is not allowed", shell.Output, StringComparison.Ordinal);
        Assert.Equal([".claude/settings.json"], Directory.EnumerateFiles(Project, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Project, file)));
        Assert.StartsWith("Denied 'force-push is not allowed", Ask("git push --force origin main"), StringComparison.Ordinal);
        Assert.Equal("Proceeds", Ask("git push --follow-tags"));
    }

    // What Claude Code would do: start what the settings name for the event and the tool, and go by the answer.
    private string Ask(string command)
    {
        var settings = File.ReadAllText(Path.Combine(Project, ".claude", "settings.json"));
        var entry = Assert.Single(new SettingsAcceptor("claude").Accept(settings), entry => entry.Event == "PreToolUse");
        Assert.True(entry.Matcher is null || entry.Matcher.Split('|').Contains("Bash"));
        Assert.True(entry.FailsClosed);

        var payload = JsonSerializer.Serialize(new { session_id = "s", transcript_path = "t", cwd = Project, hook_event_name = "PreToolUse", tool_name = "Bash", tool_input = new { command }, tool_use_id = "toolu_1" });
        var run = Run(entry.Program, [.. entry.Arguments!], payload);
        return new ClaudeAcceptor().Judge(new("PreToolUse", JsonDocument.Parse(payload).RootElement, run.ExitCode, Encoding.UTF8.GetBytes(run.Output), run.Errors) { FailsClosed = true }).ToString();
    }

    // As they stand there, but for where this repository and a person's own folder are.
    private string[] Commands()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n");
        var block = Steps.Match(readme).Groups["commands"].Value;
        return [.. block.TrimEnd('\n').Split('\n').Select(line => line.Replace("path/to/hooks", Root, StringComparison.Ordinal).Replace("~/", Home + "/", StringComparison.Ordinal).Replace("$HOME/", Home + "/", StringComparison.Ordinal))];
    }

    private (int ExitCode, string Output, string Errors) Run(string file, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = Project, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["PATH"] = $"{Path.GetDirectoryName(NativeToolchain.Dotnet)}{Path.PathSeparator}{start.Environment["PATH"]}";
        start.Environment["GUARD_AUDIT"] = Path.Combine(Home, "audit.jsonl");

        // Another build may be using the folders of this repository at this moment.
        start.Environment["UseArtifactsOutput"] = "true";
        start.Environment["ArtifactsPath"] = Path.Combine(_folder, "artifacts");
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text, errors.Result);
    }

    private static string Root => RootOf();

    private static string RootOf([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", ".."));

    [GeneratedRegex(@"(?m)^## In a coding agent$[\s\S]*?^```sh\n(?<commands>[\s\S]*?)^```$")]
    private static partial Regex Steps { get; }
}
