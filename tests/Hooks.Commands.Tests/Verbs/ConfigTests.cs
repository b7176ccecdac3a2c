using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hooks.Shared;

namespace Hooks.Commands.Tests.Verbs;

/// <summary>The settings that are written for each agent.</summary>
public sealed class ConfigTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-config-").FullName;

    private string At(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static VerbRun Config(HookDispatcher dispatcher, string host, params string[] more) =>
        VerbRun.Of(dispatcher, ["config", "--host", host, "--command", "/opt/my guard", .. more]);

    private static JsonElement Hooks(VerbRun run)
    {
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement.GetProperty("hooks");
    }

    private static IEnumerable<string> Events(HookDispatcher dispatcher, string host) => Hooks(Config(dispatcher, host)).EnumerateObject().Select(member => member.Name);

    [Fact]
    public void Claude_starts_the_program_without_a_shell_and_fails_closed() => Assert.Equal("""
        {
          "hooks": {
            "PreToolUse": [
              {
                "matcher": "Bash|PowerShell|Monitor",
                "hooks": [
                  {
                    "type": "command",
                    "command": "/opt/my guard",
                    "args": ["--host", "claude", "--event", "PreToolUse", "--deadline", "8000"],
                    "timeout": 10,
                    "onFailure": "block"
                  }
                ]
              }
            ],
            "Stop": [
              {
                "hooks": [
                  {
                    "type": "command",
                    "command": "/opt/my guard",
                    "args": ["--host", "claude", "--event", "Stop", "--deadline", "8000"],
                    "timeout": 10
                  }
                ]
              }
            ]
          }
        }

        """, Config(Guards.For((HookPoint.BeforeToolCall, "A", "@shell"), (HookPoint.BeforeAgentStop, "B", null)), "claude").Output);

    [Theory]
    [InlineData("codex", """{"hooks":{"PreToolUse":[{"matcher":"^(Bash|shell_command|exec_command|local_shell|write_stdin)$","hooks":[{"type":"command","command":"'/opt/my guard' --host codex --event PreToolUse --deadline 8000","timeout":10}]}]}}""")]
    [InlineData("gemini", """{"hooks":{"BeforeTool":[{"matcher":"^(run_shell_command)$","hooks":[{"type":"command","command":"'/opt/my guard' --host gemini --event BeforeTool --deadline 8000","timeout":10000}]}]}}""")]
    [InlineData("copilot", """{"version":1,"hooks":{"PreToolUse":[{"matcher":"Bash|bash|powershell|write_bash|write_powershell","type":"command","exec":"/opt/my guard","args":["--host","copilot","--event","PreToolUse","--deadline","8000"],"timeoutSec":10}]}}""")]
    [InlineData("cursor", """{"version":1,"hooks":{"preToolUse":[{"matcher":"Shell|WriteShellStdin","command":"'/opt/my guard' --host cursor --event preToolUse --deadline 8000","timeout":10,"failClosed":true}]}}""")]
    public void Each_agent_has_its_form(string host, string expected) =>
        Assert.Equal(expected, JsonSerializer.Serialize(JsonDocument.Parse(Config(Guards.ForTools("@shell"), host).Output).RootElement).Replace("\\u0027", "'"));

    [Fact]
    public void Only_events_with_hooks_are_there()
    {
        Assert.Equal(["UserPromptSubmit", "PreToolUse"], Events(Guards.At(HookPoint.MessageReceived, HookPoint.ToolValidation), "claude"));
        Assert.Equal(["BeforeAgent", "BeforeTool"], Events(Guards.At(HookPoint.MessageReceived, HookPoint.ToolValidation), "gemini"));

        // The end of a call is told by the events behind it.
        Assert.Equal(["PostToolUse", "PostToolUseFailure"], Events(Guards.At(HookPoint.AfterToolCall), "claude"));
        Assert.Equal(["Stop"], Events(Guards.At(HookPoint.AfterTurn), "codex"));
    }

    [Fact]
    public void Cursor_gets_its_general_events_and_others_only_where_there_is_none()
    {
        Assert.Equal(["preToolUse"], Events(Guards.At(HookPoint.BeforeToolCall), "cursor"));
        Assert.Equal(["postToolUse", "postToolUseFailure"], Events(Guards.At(HookPoint.AfterToolCall), "cursor"));
        Assert.Equal(["postToolUse", "afterTabFileEdit"], Events(Guards.At(HookPoint.FileEdit), "cursor"));
    }

    [Fact]
    public void Custom_points_have_their_events()
    {
        var events = Events(GeneratedHooks.CreateDispatcher(), "claude").ToList();
        Assert.Contains("TaskCompleted", events);
        Assert.Contains("WorktreeCreate", events);
        Assert.DoesNotContain("WorktreeRemove", events);
    }

    [Fact]
    public void A_hook_on_every_event_does_not_take_over_what_the_agent_does_itself()
    {
        var hook = new HookDescriptor { Point = new(null, "host.event", "host.event", typeof(HostEventContext), HookResultKinds.None, HookFailurePolicy.Continue), Name = "All", DeclaringType = "T", Method = "M", Assembly = "A" };
        HookedEvent Of(string name) => HookedEvents.Of(HostTable.All[0].Find(name)!, [hook]);
        Assert.Single(Of("Stop").Deciding);
        Assert.Empty(Of("WorktreeCreate").Deciding);
        Assert.Single(Of("WorktreeCreate").Hooks);
    }

    [Fact]
    public void An_older_agent_gets_what_it_understands()
    {
        var dispatcher = Guards.At(HookPoint.BeforeToolCall, HookPoint.ModelSwitch);
        var run = Config(dispatcher, "claude", "--min-version", "2.1.250");
        Assert.DoesNotContain("onFailure", run.Output);
        Assert.DoesNotContain("PreModelSwitch", run.Output);
        Assert.Equal("PreModelSwitch is left out: Claude Code has it from 2.1.251 on.\n", run.Error);
        Assert.Contains("onFailure", Config(Guards.At(HookPoint.BeforeToolCall), "claude", "--min-version", "v2.1.295").Output);
        Assert.Contains("PreModelSwitch", Config(Guards.At(HookPoint.ModelSwitch), "claude", "--min-version=2.1.251").Output);
    }

    [Fact]
    public void Where_the_switch_has_no_meaning_it_is_not_written()
    {
        Assert.DoesNotContain("onFailure", Config(Guards.At(HookPoint.BeforeAgentStop, HookPoint.SubagentStop, HookPoint.SessionStart), "claude").Output);
        Assert.DoesNotContain("failClosed", Config(Guards.At(HookPoint.ToolResultReady, HookPoint.BeforeAgentStop), "cursor").Output);
        Assert.DoesNotContain("onFailure", Hooks(Config(GeneratedHooks.CreateDispatcher(), "claude")).GetProperty("TaskCompleted").ToString());
    }

    [Theory]
    [InlineData("claude", "10", 8000)]
    [InlineData("gemini", "10000", 8000)]
    public void The_agent_waits_longer_than_the_hooks(string host, string timeout, int deadline)
    {
        Assert.Contains($"\"timeout\": {timeout}", Config(Guards.At(HookPoint.BeforeToolCall), host).Output);
        Assert.Contains(deadline.ToString(), Config(Guards.At(HookPoint.BeforeToolCall), host).Output);

        var dispatcher = Guards.At();
        dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, (_, _) => new(HookResult.Continue), new() { TimeoutMilliseconds = 20_000, Retries = 1 });
        var slow = Config(dispatcher, host).Output;
        Assert.Contains($"\"timeout\": {(host == "gemini" ? "51000" : "51")}", slow);
        Assert.Contains("40800", slow);
    }

    [Theory]
    [InlineData("claude", "Bash", "Bash")]
    [InlineData("claude", "bash|EDIT", "Bash|Edit")]
    [InlineData("claude", "@edit", "Edit|MultiEdit|Write|NotebookEdit")]
    [InlineData("codex", "@edit", "^(apply_patch)$")]
    [InlineData("claude", "mcp__*", "^(mcp__.*)$")]
    [InlineData("claude", "Bash|mcp__db__*", "^(Bash|mcp__[Dd][Bb]__.*)$")]
    [InlineData("claude", "*_rm|a.?", "^(.*_[Rr][Mm]|[Aa]\\..)$")]
    [InlineData("claude", "*", null)]
    [InlineData("gemini", "mcp__*", null)]
    [InlineData("gemini", "web*", null)]
    [InlineData("cursor", "mcp__*", null)]
    [InlineData("copilot", "*edit*", null)]
    public void The_matcher_is_for_the_tools_of_the_hooks(string host, string tools, string? matcher)
    {
        var name = host switch { "gemini" => "BeforeTool", "cursor" => "preToolUse", _ => "PreToolUse" };
        var group = Hooks(Config(Guards.ForTools(tools), host)).GetProperty(name)[0];
        Assert.Equal(matcher, group.TryGetProperty("matcher", out var text) ? text.GetString() : null);
    }

    [Fact]
    public void Several_hooks_have_one_matcher_for_all()
    {
        Assert.Contains("\"matcher\": \"Bash|PowerShell|Monitor|Read\"", Config(Guards.ForTools("@shell", "Read", "bash"), "claude").Output);
        Assert.DoesNotContain("matcher", Config(Guards.ForTools("@shell", null), "claude").Output);

        // Looking on at what is denied does not make the gate wider.
        Assert.Contains("\"matcher\": \"Read\"", Hooks(Config(Guards.For((HookPoint.BeforeToolCall, "A", "Read"), (HookPoint.AfterToolCall, "B", null)), "claude")).GetProperty("PreToolUse").ToString().Replace(":\"", ": \""));
    }

    [Fact]
    public void Where_an_agent_has_none_of_the_tools_the_event_is_left_out()
    {
        var run = Config(Guards.ForTools("@fetch"), "codex");
        Assert.Equal("{}\n", run.Output);
        Assert.Equal("PreToolUse is left out: Codex CLI has none of the tools of Guard1.\nNo event of Codex CLI has hooks.\n", run.Error);
    }

    [Fact]
    public void A_matcher_is_never_for_less_than_the_hooks() => Prop.ForAll(ToolMatching.Cases, example =>
    {
        var dispatcher = Guards.ForTools(HookResult.Cancel("matched"), example.Tools);
        foreach (var agent in Enum.GetValues<CodingAgent>())
        {
            var isAny = new HostMatchers(agent, []).TryFind(HookedEvents.Of(HostTable.All[(int)agent], dispatcher).First(), out var matcher);
            foreach (var tool in example.Names.Where(tool => ToolMatching.IsRaised(agent, tool)))
            {
                if (dispatcher.BeforeToolCall(new() { ToolName = tool }).Kind == HookResultKind.Cancel)
                    Assert.True(isAny && ToolMatching.Matches(agent, matcher, tool), $"{agent}: {string.Join(" + ", example.Tools)} matches {tool}, {matcher} does not");
            }
        }
    }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_file_is_merged_kept_and_freed_again()
    {
        const string Theirs = "{\n\t// mine\n\t\"model\": \"x\",\n}\n";
        Directory.CreateDirectory(At(".claude"));
        File.WriteAllText(At(".claude/settings.json"), Theirs);
        var path = At(".claude/settings.json");

        var written = Config(Guards.ForTools("Bash"), "claude", "--write", path);
        Assert.Equal((0, "", $"{path}: 1 event for Claude Code; as it was: {path}.bak.\n"), (written.ExitCode, written.Output, written.Error));
        Assert.StartsWith("{\n\t// mine\n\t\"model\": \"x\",\n\t\"hooks\": {\n\t\t\"PreToolUse\": [\n", File.ReadAllText(path));
        Assert.Equal(Theirs, File.ReadAllText(path + ".bak"));

        var again = Config(Guards.ForTools("Bash"), "claude", "--write", path);
        Assert.Equal((0, $"{path}: nothing to change.\n"), (again.ExitCode, again.Error));

        var removed = Config(Guards.ForTools("Bash"), "claude", "--remove", path);
        Assert.Equal((0, $"{path}: nothing is left of this program for Claude Code; as it was: {path}.bak2.\n"), (removed.ExitCode, removed.Error));
        Assert.Equal(Theirs, File.ReadAllText(path));
    }

    [Fact]
    public void What_cannot_be_merged_is_left_alone()
    {
        File.WriteAllText(At("s.json"), "{\"hooks\": {\"a\": 1, \"a\": 2}}");
        var run = Config(Guards.ForTools("Bash"), "claude", "--write", At("s.json"));
        Assert.Equal((1, $"{At("s.json")}:1:20: the key 'a' stands twice, first at 1:12; remove one\n"), (run.ExitCode, run.Error));
        Assert.Single(Directory.GetFiles(_folder));
        Assert.Equal(1, Config(Guards.ForTools("Bash"), "codex", "--write", At("config.toml")).ExitCode);
    }

    [Fact]
    public void Nothing_is_made_where_there_is_nothing_to_write()
    {
        var run = Config(Guards.At(), "claude", "--write", At("s.json"));
        Assert.Equal((0, $"{At("s.json")}: nothing to change.\nNo event of Claude Code has hooks.\n"), (run.ExitCode, run.Error));
        Assert.False(File.Exists(At("s.json")));
    }

    [Theory]
    [InlineData("claude", "${CLAUDE_PROJECT_DIR}/g", null)]
    [InlineData("claude", "$CLAUDE_PROJECT_DIR/g", "knows ${CLAUDE_PROJECT_DIR}")]
    [InlineData("claude", "${CLAUDE_PROJECT_DIR}", "knows ${CLAUDE_PROJECT_DIR}")]
    [InlineData("claude", "$HOME/g", "knows ${CLAUDE_PROJECT_DIR}")]
    [InlineData("gemini", "$CLAUDE_PROJECT_DIR/g", null)]
    [InlineData("cursor", "${CURSOR_PROJECT_DIR}/g", null)]
    [InlineData("copilot", "${COPILOT_PROJECT_DIR}/g", "puts in no variable there; give the whole path")]
    [InlineData("codex", "${CODEX_HOME}/g", "puts in no variable there; give the whole path")]
    [InlineData("claude", "~/bin/g", "cannot use '~/bin/g': nothing puts your folder in for ~ there; give the whole path")]
    [InlineData("codex", "~/bin/g", "cannot use '~/bin/g': nothing puts your folder in for ~ there; give the whole path")]
    [InlineData("claude", "./g", "cannot use './g': Claude Code looks for it from the folder in which it is at that time; give the whole path")]
    [InlineData("claude", "g", null)]
    [InlineData("cursor", ".cursor/g", null)]
    [InlineData("claude", " ", "needs a path for --command")]
    public void A_path_that_the_agent_cannot_use_is_refused(string host, string command, string? mistake)
    {
        var run = VerbRun.Of(Guards.ForTools("@shell"), "config", "--host", host, "--command", command);
        Assert.Equal(mistake is null ? 0 : 2, run.ExitCode);
        if (mistake is not null)
            Assert.Contains(mistake, run.Error);
    }

    [Fact]
    public void The_file_of_another_agent_is_left_alone()
    {
        var run = Config(Guards.ForTools("@shell"), "claude", "--write", At(".cursor/hooks.json"));
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"config cannot write settings of Claude Code to '{At(".cursor/hooks.json")}': Cursor reads that file", run.Error);
        Assert.False(Directory.Exists(At(".cursor")));
        Assert.Equal(0, Config(Guards.ForTools("@shell"), "cursor", "--write", At(".cursor/hooks.json")).ExitCode);
    }

    [Fact]
    public void An_option_without_a_word_is_refused() =>
        Assert.Equal((2, "config needs a value for --write, merges into a settings file. See config --help.\n"), Config(Guards.At(), "claude", "--write", "") is var run ? (run.ExitCode, run.Error) : default);

    [Fact]
    public void The_folder_of_a_project_can_be_named_by_its_variable()
    {
        var run = VerbRun.Of(Guards.ForTools("@shell"), "config", "--host", "gemini", "--command", "$GEMINI_PROJECT_DIR/.gemini/guard");
        Assert.Contains("\"command\": \"\\\"$GEMINI_PROJECT_DIR\\\"/.gemini/guard --host gemini", run.Output);
    }
}
