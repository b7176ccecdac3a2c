using Hooks.Shared;

namespace Hooks.Commands.Tests.Verbs;

/// <summary>What is said of settings that are not, or not any more, as they should be.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-check-").FullName;

    private string At(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public CheckTests() => File.WriteAllText(At("guard"), "");

    private static HookDispatcher Dispatcher => Guards.For((HookPoint.BeforeToolCall, "A", "@shell"), (HookPoint.BeforeAgentStop, "B", null), (HookPoint.ToolResultReady, "C", null));

    private VerbRun Check(string host, Func<string, string> change, HookDispatcher? dispatcher = null)
    {
        var path = At("s.json");
        File.Delete(path);
        Assert.Equal(0, VerbRun.Of(Dispatcher, "config", "--host", host, "--command", At("guard"), "--write", path).ExitCode);
        var text = File.ReadAllText(path);
        var changed = change(text);
        File.WriteAllText(path, changed);
        return VerbRun.Of(dispatcher ?? Dispatcher, "check", path, "--host", host);
    }

    [Theory]
    [InlineData("claude")]
    [InlineData("codex")]
    [InlineData("gemini")]
    [InlineData("copilot")]
    [InlineData("cursor")]
    public void What_config_writes_is_right(string host)
    {
        var run = Check(host, text => text);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal($"{At("s.json")}: as config would write it for {HostTable.All.First(table => table.Name == host).DisplayName}.\n", run.Output);
    }

    [Theory]
    [InlineData("claude", "\"Bash|PowerShell|Monitor\"", "\"Bash(git *)\"", "5:20: error: the matcher is 'Bash(git *)' and the hooks are for 'Bash|PowerShell|Monitor'")]
    [InlineData("claude", "\"timeout\": 10", "\"timeout\": 8", "11:24: error: the agent waits no longer than the deadline of the hooks (8000 ms), and may go on without a verdict")]
    [InlineData("claude", "\"timeout\": 10", "\"timeout\": 10000", "11:24: error: 'timeout' of Claude Code is in seconds: 10000 is 10000 s")]
    [InlineData("claude", "\"timeout\": 10", "\"timeout\": \"10\"", "11:24: error: 'timeout' must be a number above 0")]
    [InlineData("claude", ", \"--deadline\", \"8000\"", "", "10:21: error: --deadline is missing: the agent and not this program decides what a slow hook means")]
    [InlineData("claude", "\"8000\"", "\"20000\"", "10:81: error: --deadline 20000 is not below the time that the agent waits, which may go on without a verdict")]
    [InlineData("claude", "\"8000\"", "\"7000\"", "10:21: error: 'args' is not [\"--host\", \"claude\", \"--event\", \"PreToolUse\", \"--deadline\", \"8000\"]")]
    [InlineData("claude", "\"timeout\": 10,\n", "\n", "7:11: error: 'timeout' is missing; it is to be 10")]
    [InlineData("gemini", "--deadline 8000\"", "--deadline 10000\"", "8:24: error: --deadline 10000 is not below the time that the agent waits, which may go on without a verdict")]
    [InlineData("claude", "\"PreToolUse\", \"--deadline\"", "\"Stop\", \"--deadline\"", "10:53: error: --event Stop below PreToolUse: every call is refused")]
    [InlineData("claude", "\"--host\", \"claude\", ", "", "10:21: error: starts this program without --host claude --event PreToolUse, so that unreadable input is denied in no agent's form")]
    [InlineData("claude", "\"--host\", \"claude\", ", "\"--host\", \"codex\", ", "10:32: error: the entry is for another agent: --host codex in settings of Claude Code")]
    [InlineData("claude", ",\n            \"onFailure\": \"block\"", "", "7:11: error: without \"onFailure\": \"block\" a crash or timeout lets the call through")]
    [InlineData("claude", "\"type\": \"command\",", "\"type\": \"command\", \"async\": true,", "8:41: error: 'async' does not belong here")]
    [InlineData("claude", "\"type\": \"command\",", "\"type\": \"command\", \"if\": \"Bash(git *)\",", "8:38: error: 'if' does not belong here")]
    [InlineData("claude", "\"PreToolUse\": [", "\"preToolUse\": [", "3:5: error: Claude Code has no event 'preToolUse'; it is written 'PreToolUse'")]
    [InlineData("claude", "\"PreToolUse\": [", "\"BeforeTool\": [", "3:5: error: 'BeforeTool' is an event of Gemini CLI, not of Claude Code, where it is 'PreToolUse'")]
    [InlineData("claude", "{\n  \"hooks\"", "{\n  \"disableAllHooks\": true,\n  \"hooks\"", "2:22: error: 'disableAllHooks': no hook runs")]
    [InlineData("gemini", "\"timeout\": 10000", "\"timeout\": 10", "9:24: error: 'timeout' of Gemini CLI is in milliseconds: 10 is 0.01 s")]
    [InlineData("gemini", "--deadline 8000\"", "--deadline 8000 || true\"", "8:24: error: the command line does more than start this program, which can turn a denial into leave")]
    [InlineData("codex", "\"type\": \"command\"", "\"type\": \"http\"", "8:21: error: Codex takes no type but 'command', and refuses the whole file for this")]
    [InlineData("copilot", "\"timeoutSec\": 10", "\"timeout\": 10", "10:20: error: GitHub Copilot CLI reads 'timeoutSec', in seconds, and no 'timeout'")]
    [InlineData("copilot", "\"version\": 1,", "", "1:1: error: GitHub Copilot CLI needs \"version\": 1")]
    [InlineData("cursor", "\"failClosed\": true", "\"failClosed\": false", "9:23: error: without \"failClosed\": true a crash or timeout lets the call through")]
    [InlineData("cursor", "\"preToolUse\": [", "\"PreToolUse\": [", "4:5: error: Cursor has no event 'PreToolUse'; it is written 'preToolUse'")]
    [InlineData("cursor", "\"hooks\": {", "\"hooks\": { \"later\": [],", "3:14: error: Cursor has no event 'later', and refuses the whole file for it")]
    [InlineData("cursor", "\"timeout\": 10,", "\"timeout\": 10, \"type\": \"prompt\",", "8:32: error: 'type' does not belong here")]
    [InlineData("codex", "\"timeout\": 10", "\"timeout\": 10, \"commandWindows\": \"x\"", "10:46: error: 'commandWindows' does not belong here")]
    [InlineData("claude", "\"type\": \"command\"", "\"type\": 5", "8:21: error: 'type' is not \"command\"; config --write mends it")]
    [InlineData("gemini", "\"type\": \"command\"", "\"type\": \"http\"", "7:21: error: 'type' is not \"command\"; config --write mends it")]
    [InlineData("copilot", "\"type\": \"command\",\n", "\n", "5:7: error: 'type' is missing; it is to be \"command\"")]
    [InlineData("claude", "\"Bash|PowerShell|Monitor\"", "[\"Bash\"]", "5:20: error: 'matcher' must be a text; this is an array")]
    [InlineData("cursor", "\"Shell|WriteShellStdin\"", "null", "6:20: error: 'matcher' must be a text; this is null")]
    [InlineData("claude", "\"onFailure\": \"block\"\n          }", "\"onFailure\": \"block\"\n          }, null", "13:14: error: an entry must be an object; this is null")]
    [InlineData("gemini", "{\n  \"hooks\"", "{\n  \"hooksConfig\": { \"enabled\": false },\n  \"hooks\"", "2:31: error: 'hooksConfig.enabled' is false: no hook runs")]
    [InlineData("gemini", "\"timeout\": 10000", "\"timeout\": 10000, \"name\": \"g\" }] }]}, \"hooksConfig\": {\"disabled\": [\"g\"]}, \"x\": {\"y\": [{ \"z\": [{", "9:80: error: 'hooksConfig.disabled' names an entry that starts this program: it does not run")]
    public void Drift_is_named_with_its_place(string host, string right, string wrong, string finding)
    {
        var run = Check(host, text =>
        {
            Assert.Contains(right, text);
            return text[..text.IndexOf(right, StringComparison.Ordinal)] + wrong + text[(text.IndexOf(right, StringComparison.Ordinal) + right.Length)..];
        });
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{At("s.json")}:{finding}", Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => !line.EndsWith("config --write adds one", StringComparison.Ordinal)));
    }

    [Fact]
    public void Events_that_hooks_need_and_that_none_needs_any_more_are_named()
    {
        var run = Check("claude", text => text, Guards.At(HookPoint.BeforeToolCall, HookPoint.SessionStart, HookPoint.ToolResultReady));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error: SessionStart has hooks, and no entry starts this program there; config --write adds one", run.Output);
        Assert.Contains("error: no hook is called at Stop; config --write takes this out", run.Output);
        Assert.Contains("error: the matcher is 'Bash|PowerShell|Monitor' and the hooks are for all tools", run.Output);
    }

    [Theory]
    [InlineData("claude", """{"hooks":{"PreToolUse":[{"matcher":"Bash(git *)","hooks":[]}]}}""", null)]
    [InlineData("claude", """{"matcher":"Bash(git *)"}""", "'Bash(git *)' is a permission rule; a matcher is compared with the tool's name alone, so that this never matches: write 'Bash', and \"if\": \"Bash(git *)\" beside the command")]
    [InlineData("claude", """{"matcher":"Edit|bash"}""", "'bash' never matches: names are compared with their case, and the tool is 'Bash'")]
    [InlineData("claude", """{"matcher":"run_shell_command"}""", "'run_shell_command' never matches: it is a tool of Gemini CLI; here that is 'Bash', 'PowerShell'")]
    [InlineData("claude", """{"matcher":"mcp__memory"}""", "'mcp__memory' never matches: it names a server and no tool; write 'mcp__memory__.*'")]
    [InlineData("claude", """{"matcher":"*Edit"}""", "'*Edit' is no regular expression, so that it never matches: write '.*Edit'")]
    [InlineData("claude", """{"matcher":"(Edit"}""", "'(Edit' is no regular expression, so that it never matches")]
    [InlineData("claude", """{"matcher":"mcp__memory__.*|Edit.*"}""", null)]
    [InlineData("claude", """{"matcher":"Edit|Write,MyOwnTool"}""", null)]
    [InlineData("claude", """{"matcher":"*"}""", null)]
    [InlineData("claude", """{"matcher":""}""", null)]
    [InlineData("gemini", """{"matcher":"Bash"}""", "'Bash' never matches: it is a tool of Claude Code; here that is 'run_shell_command'")]
    [InlineData("gemini", """{"matcher":"write_file|replace"}""", null)]
    [InlineData("gemini", """{"matcher":"shell"}""", null)]
    [InlineData("codex", """{"matcher":"^(Bash|apply_patch)$"}""", null)]
    [InlineData("codex", """{"matcher":"^(Bsh|apply_patch|Glob)$"}""", "'Glob' never matches: it is a tool of Claude Code")]
    public void Dead_matchers_of_others_are_warned_of(string host, string group, string? warning)
    {
        var name = host == "gemini" ? "BeforeTool" : "PreToolUse";
        var text = group.StartsWith("{\"hooks", StringComparison.Ordinal) ? group : "{\"hooks\":{\"" + name + "\":[" + group[..^1] + ""","hooks":[{"type":"command","command":"theirs"}]}]}}""";
        File.WriteAllText(At("s.json"), text);
        var run = VerbRun.Of(Guards.At(), "check", At("s.json"), "--host", host, "--command", "/opt/guard");
        Assert.Equal(0, run.ExitCode);
        if (warning is null)
            Assert.DoesNotContain("warning", run.Output);
        else
            Assert.Contains($": warning: {warning}", run.Output);
    }

    [Theory]
    [InlineData("""{"Stop":[{"matcher":"x","hooks":[{"type":"command","command":"y"}]}]}""", "1:30: warning: Stop has nothing that a matcher is compared with: it is ignored")]
    [InlineData("""{"SessionStart":[{"matcher":"start","hooks":[{"type":"command","command":"y"}]}]}""", "1:38: warning: 'start' never matches at SessionStart, which knows startup, resume, clear, compact, fork")]
    [InlineData("""{"Stop":[{"hooks":[{"type":"command","command":"y","if":"Bash(x)"}]}]}""", "1:66: warning: 'if' is for the events of tools; with it this never runs at Stop")]
    [InlineData("""{"PreToolUse":[{"hooks":[{"type":"command","command":"y","async":true}]}]}""", "1:75: warning: 'async': nobody waits for this, so that it decides nothing at PreToolUse")]
    [InlineData("""{"PreToolUse":[{"hooks":[{"type":"shell","command":"y"}]}]}""", "1:43: warning: no type of hook; take one of command, http, mcp_tool, prompt, agent")]
    [InlineData("""{"PreToolUse":[{"hooks":[{"type":"command","command":"y","timeout":5000}]}]}""", "1:77: warning: 'timeout' of Claude Code is in seconds: 5000 is 5000 s")]
    [InlineData("""{"PreToolUse":[{"onFailure":"block","hooks":[{"type":"command","command":"y"}]}]}""", "1:38: warning: 'onFailure' beside the matcher has no effect; it belongs into the entry, beside 'command'")]
    [InlineData("""{"Stop":[{"hooks":[{"type":"command","command":"y","onFailure":"block"}]}]}""", "1:73: warning: 'onFailure' is ignored at Stop")]
    [InlineData("""{"SessionStart":[{"hooks":[{"type":"http","url":"y"}]}]}""", "1:45: warning: entries of this type never run at SessionStart; take 'command'")]
    [InlineData("""{"PreToolUse":[{"type":"command","command":"y"}]}""", "1:25: error: entries of Claude Code are { \"matcher\": ..., \"hooks\": [ ... ] }; this has no array 'hooks'")]
    [InlineData("""{"PreToolUse":{}}""", "1:24: error: 'PreToolUse' must be an array of entries; this is an object")]
    [InlineData("""{"PreToolUse":[1]}""", "1:25: error: an entry must be an object; this is a number")]
    [InlineData("""{"FutureEvent":[]}""", "1:11: warning: Claude Code 2.1.295 has no event 'FutureEvent'")]
    public void Entries_of_others_that_cannot_work_are_named(string hooks, string finding)
    {
        File.WriteAllText(At("s.json"), $"{{\"hooks\":{hooks}}}");
        var run = VerbRun.Of(Guards.At(), "check", At("s.json"), "--host", "claude", "--command", "/opt/guard");
        Assert.Equal($"{At("s.json")}:{finding}\n", run.Output);
        Assert.Equal(finding.Contains("error") ? 1 : 0, run.ExitCode);
    }

    [Theory]
    [InlineData("/opt/guard", "/opt/guard")]
    [InlineData("/built/elsewhere/guard", "/opt/guard")]
    [InlineData("/usr/share/dotnet/dotnet", "/opt/guard")]
    [InlineData("/opt/warden", null)]
    public void A_program_of_another_name_is_not_taken_for_this_one(string running, string? expected)
    {
        var text = SettingsText.Parse("s.json", """{"hooks":{"Stop":[{"hooks":[{"type":"command","command":"/opt/guard","args":["--host","claude","--event","Stop"]}]}]}}""");
        Assert.Equal(expected, CheckVerb.CommandIn(text, CodingAgent.ClaudeCode, At("s.json"), running));
    }

    [Theory]
    [InlineData("cursor", "\"timeout\": 10,", "\"timeout\": 10, \"type\": \"prompt\",")]
    [InlineData("cursor", "\"Shell\"", "5")]
    [InlineData("claude", "\"Bash|PowerShell|Monitor\"", "[\"Bash\"]")]
    [InlineData("codex", "\"timeout\": 10", "\"timeout\": 10, \"commandWindows\": \"x\"")]
    public void What_does_not_belong_there_is_mended(string host, string right, string wrong)
    {
        Check(host, text => text.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Equal(0, VerbRun.Of(Dispatcher, "config", "--host", host, "--command", At("guard"), "--write", At("s.json")).ExitCode);
        Assert.Equal(0, VerbRun.Of(Dispatcher, "check", At("s.json"), "--host", host).ExitCode);
    }

    [Fact]
    public void The_agent_is_told_by_the_folder()
    {
        Directory.CreateDirectory(At(".codex"));
        File.WriteAllText(At(".codex/hooks.json"), "{}");
        Assert.Contains("for Codex CLI", VerbRun.Of(Guards.At(), "check", At(".codex/hooks.json"), "--command", "x").Output);
        File.WriteAllText(At("s.json"), "{}");
        var run = VerbRun.Of(Guards.At(), "check", At("s.json"));
        Assert.Equal((2, $"check cannot tell by '{At("s.json")}' whose settings these are: give --host. See check --help.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public void A_program_that_is_not_there_is_remarked_upon()
    {
        Assert.Equal(string.Empty, Check("claude", text => text).Error);
        File.Delete(At("guard"));
        var run = VerbRun.Of(Dispatcher, "check", At("s.json"), "--host", "claude");
        Assert.Equal((0, $"There is no {At("guard")}, so that here nothing is started.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public void A_path_by_a_variable_is_as_it_was_written()
    {
        var path = At("s.json");
        VerbRun.Of(Dispatcher, "config", "--host", "claude", "--command", "${CLAUDE_PROJECT_DIR}/guard", "--write", path);
        Assert.Equal(0, VerbRun.Of(Dispatcher, "check", path, "--host", "claude").ExitCode);
    }

    [Fact]
    public void Hostile_settings_reach_no_terminal()
    {
        File.WriteAllText(At("s.json"), "{\"hooks\":{\"PreToolUse\":[{\"matcher\":\"(\\u001b[2J\",\"hooks\":[{\"type\":\"command\",\"command\":\"y\"}]}]}}");
        var run = VerbRun.Of(Guards.At(), "check", At("s.json"), "--host", "claude", "--command", "x");
        Assert.Contains("\\u001B[2J", run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public void What_is_not_there_cannot_be_checked()
    {
        var run = VerbRun.Of(Guards.At(), "check", At("none.json"), "--host", "claude");
        Assert.Equal((1, $"{At("none.json")}: there is no such file; config --host claude --write makes it\n"), (run.ExitCode, run.Error));
        Assert.Equal(2, VerbRun.Of(Guards.At(), "check").ExitCode);
    }
}
