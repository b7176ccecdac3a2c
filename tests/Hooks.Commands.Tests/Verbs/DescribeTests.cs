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

              PreToolUse: a gate, takes Deny, RewriteApproves, AddContext
                1  ToolValidation  Known        @edit       verdict, on failure Block
                2  BeforeToolCall  NoForcePush  @shell      verdict, on failure Block
                3  BeforeToolCall  Servers      mcp__db__*  verdict, on failure Block
                4  AfterToolCall   Audit        all         observer
                through the gate  Bash              NoForcePush
                through the gate  shell_command     NoForcePush
                through the gate  exec_command      NoForcePush
                through the gate  apply_patch       Known
                through the gate  tools of servers  Servers (mcp__db__*)

              PostToolUse: a gate, takes AddContext, Feedback, StopAll
                1  AfterToolCall  Audit  all  observer
                past the gate  Bash, shell_command, exec_command, apply_patch, tools of servers

              without hooks: SessionStart, SessionEnd, UserPromptSubmit, 
            """.ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void A_gate_that_tools_pass_by_says_so() =>
        Assert.Contains("past the gate     Read, ", VerbRun.Of(Guards.ForTools("@shell"), "describe", "--host", "claude").Output);

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

    [Fact]
    public void Names_reach_no_terminal_as_they_are()
    {
        var text = VerbRun.Of(Guards.For((HookPoint.BeforeToolCall, "A\u001b[2J", null)), "describe").Output;
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("A\\u001B[2J", text);
    }
}
