using System.Text.Json;

namespace Hooks.Commands.Tests.Verbs;

/// <summary>What is shown of the hooks at each agent's events.</summary>
public class DescribeTests
{
    private static HookDispatcher Dispatcher => Guards.For(
        (HookPoint.BeforeToolCall, "NoForcePush", "@shell"), (HookPoint.BeforeToolCall, "Servers", "mcp__db__*"), (HookPoint.ToolValidation, "Known", "@edit"), (HookPoint.AfterToolCall, "Audit", null));

    [Fact]
    public void Chains_and_tools_as_text()
    {
        var text = VerbRun.Of(Dispatcher, "describe", "--host", "codex").Output;
        Assert.StartsWith("""
            Codex CLI (0.147)

              PreToolUse: a gate, takes deny, rewrite (which approves), add context
                1  ToolValidation  Known        @edit       verdict, on failure Block
                2  BeforeToolCall  NoForcePush  @shell      verdict, on failure Block
                3  BeforeToolCall  Servers      mcp__db__*  verdict, on failure Block
                4  AfterToolCall   Audit        all tools   observer
                through  NoForcePush:           Bash, shell_command, exec_command,
                                                local_shell
                through  Known:                 apply_patch
                through  Servers (mcp__db__*):  tools of servers
                past     every hook:            write_stdin, view_image, spawn_agent

              PostToolUse: a gate, takes add context, feedback, stop all
                1  AfterToolCall  Audit  all tools  observer
                past  every hook:  Bash, shell_command, exec_command, local_shell,
                                   write_stdin, view_image, apply_patch, spawn_agent, tools
                                   of servers

              without hooks:  SessionStart, SessionEnd, UserPromptSubmit, 
            """.ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void A_gate_that_tools_pass_by_says_so() =>
        Assert.Contains("past     every hook:  Read, ", VerbRun.Of(Guards.ForTools("@shell"), "describe", "--host", "claude").Output);

    /// <summary>Whatever hooks say of them, Cursor's model has read the results of its own tools.</summary>
    [Fact]
    public void Results_that_cannot_be_replaced_pass_by()
    {
        var text = VerbRun.Of(Guards.At(HookPoint.ToolResultReady), "describe", "--host", "cursor").Output;

        Assert.Matches(@"past +every hook: +Shell,\s+WriteShellStdin,\s+Read,\s+Write,\s+Delete,\s+Glob,\s+Grep,\s+WebFetch,\s+WebSearch,\s+Task\s", text);
        Assert.Matches("through +[^:\n]+: +tools of servers", text.ReplaceLineEndings("\n"));
        Assert.Matches("through +[^:\n]+: +Bash, ", VerbRun.Of(Guards.At(HookPoint.ToolResultReady), "describe", "--host", "claude").Output);
    }

    [Theory]
    [InlineData("claude", "mcp__db__*", true)]
    [InlineData("claude", "mcp__db__drop", true)]
    [InlineData("claude", "mcp_db_*", false)]
    [InlineData("codex", "mcp*", true)]
    [InlineData("gemini", "mcp__db__*", false)]
    [InlineData("gemini", "mcp_db_*", true)]
    [InlineData("gemini", "mcp*", true)]
    [InlineData("gemini", "*drop*", true)]
    [InlineData("cursor", "mcp__db__*", false)]
    [InlineData("cursor", "MCP:drop", true)]
    [InlineData("copilot", "mcp__db__*", true)]
    [InlineData("copilot", "@shell", false)]
    public void Tools_of_servers_are_named_in_each_agent_s_way(string host, string tools, bool isLookedAt)
    {
        var gate = JsonDocument.Parse(VerbRun.Of(Guards.ForTools(tools), "describe", "--host", host, "--format", "json").Output).RootElement[0].GetProperty("events")[0];
        Assert.Equal(isLookedAt ? 1 : 0, gate.GetProperty("tools").EnumerateArray().Last().GetProperty("guards").GetArrayLength());
    }

    [Fact]
    public void Where_nothing_that_is_said_counts_there_is_no_gate()
    {
        var dispatcher = Guards.At(HookPoint.BeforeTurn);
        Assert.Contains("\n  UserPromptSubmit: no gate, whatever hooks say is ignored\n", VerbRun.Of(dispatcher, "describe", "--host", "copilot").Output);
        Assert.Contains("\n  UserPromptSubmit: a gate, takes deny, ", VerbRun.Of(dispatcher, "describe", "--host", "claude").Output);
    }

    [Fact]
    public void As_json()
    {
        var hosts = JsonDocument.Parse(VerbRun.Of(Dispatcher, "describe", "--format", "json").Output).RootElement;
        Assert.Equal(["claude", "codex", "gemini", "copilot", "cursor"], hosts.EnumerateArray().Select(host => host.GetProperty("host").GetString()));
        var gate = hosts[0].GetProperty("events")[0];
        Assert.Equal("PreToolUse", gate.GetProperty("event").GetString());
        Assert.True(gate.GetProperty("is_gate").GetBoolean());
        Assert.Equal(["deny", "ask", "allow", "rewrite", "add_context", "stop_all"], gate.GetProperty("answers").EnumerateArray().Select(answer => answer.GetString()));
        Assert.Equal(["Known", "NoForcePush", "Servers", "Audit"], gate.GetProperty("hooks").EnumerateArray().Select(hook => hook.GetProperty("name").GetString()));
        var bash = gate.GetProperty("tools").EnumerateArray().Single(tool => tool.GetProperty("tool").GetString() == "Bash");
        Assert.Equal(["NoForcePush"], bash.GetProperty("guards").EnumerateArray().Select(guard => guard.GetString()));
        Assert.Contains("SessionStart", hosts[0].GetProperty("events_without_hooks").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public void As_a_chart() => Assert.Equal("""
        flowchart LR
            %% rectangles are events, hexagons give verdicts, rounded hooks only observe
            subgraph gemini ["Gemini CLI"]
                n0["BeforeTool<br/>gate"]
                n1{{"A#93;#34;"}}
                n0 -->|BeforeToolCall| n1
            end

        """.ReplaceLineEndings("\n"), VerbRun.Of(Guards.For((HookPoint.BeforeToolCall, "A]\"", null)), "describe", "--host", "gemini", "--format", "mermaid").Output);

    [Theory]
    [InlineData("text")]
    [InlineData("mermaid")]
    [InlineData("json")]
    public void Names_reach_no_terminal_as_they_are_in_any_format(string format)
    {
        const string Name = "A\u001b[2J\u009b2J\u202e'\u200b\u2028";
        var text = VerbRun.Of(Guards.For((HookPoint.BeforeToolCall, Name, null)), "describe", "--host", "claude", "--format", format).Output;
        Assert.All(Name.Where(c => !char.IsAscii(c) || char.IsControl(c)), c => Assert.DoesNotContain(c, text));
        if (format == "json")
            Assert.Equal(Name, JsonDocument.Parse(text).RootElement[0].GetProperty("events")[0].GetProperty("hooks")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Names_reach_no_terminal_as_they_are()
    {
        var text = VerbRun.Of(Guards.For((HookPoint.BeforeToolCall, "A\u001b[2J", null)), "describe").Output;
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("A\\u001B[2J", text);
    }
}
