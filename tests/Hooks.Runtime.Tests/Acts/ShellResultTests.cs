namespace Hooks.Runtime.Tests.Acts;

public class ShellResultTests
{
    [Theory]
    [InlineData("Bash", """{"stdout":"ok","stderr":"careful","interrupted":false,"isImage":false}""", "ok", "careful", null, false)]
    [InlineData("PowerShell", """{"stdout":"","stderr":"","interrupted":true}""", "", "", null, true)]
    [InlineData("run_shell_command", """{"llmContent":"ok","returnDisplay":"OK"}""", "ok", null, null, false)]
    [InlineData("bash", """{"resultType":"success","textResultForLlm":"ok"}""", "ok", null, null, false)]
    [InlineData("Bash", """{"result_type":"success","text_result_for_llm":"ok"}""", "ok", null, null, false)]
    [InlineData("Shell", """{"output":"ok","exitCode":3}""", "ok", null, 3, false)]
    public void A_result_is_read_in_each_agents_shape(string tool, string json, string output, string? errors, int? exitCode, bool isInterrupted)
    {
        var call = new ToolCallContext { ToolName = tool, Arguments = new() { ["command"] = "ls" }, Result = HookArguments.Parse(json) };
        Assert.True(call.TryGetShellResult(out var result));
        Assert.Equal(new(output) { Errors = errors, ExitCode = exitCode, IsInterrupted = isInterrupted }, result);
    }

    [Fact]
    public void So_is_a_mere_text()
    {
        var call = new ToolCallContext { ToolName = "shell_command", Arguments = new() { ["command"] = "ls" }, Result = "ok" };
        Assert.True(call.TryGetShellResult(out var result));
        Assert.Equal(new("ok"), result);
    }

    [Theory]
    [InlineData("Exit code 1\nno module\nx", 1, "no module\nx")]
    [InlineData("Exit code -2", -2, "")]
    [InlineData("Exit code 127\r\nnot found", 127, "not found")]
    public void And_a_failure_that_tells_the_exit_code(string error, int exitCode, string output)
    {
        var call = new ToolCallContext { ToolName = "Bash", Arguments = new() { ["command"] = "ls" }, ErrorMessage = error, Outcome = ToolCallOutcome.Failed };
        Assert.True(call.TryGetShellResult(out var result));
        Assert.Equal(new(output) { ExitCode = exitCode }, result);
    }

    [Theory]
    [InlineData("Read", """{"stdout":"ok"}""")]
    [InlineData("Bash", """{"file":"ok"}""")]
    [InlineData("Bash", """{"stdout":7}""")]
    [InlineData("Bash", """{"stdout":"a","output":"b"}""")]
    public void Anything_else_is_no_result(string tool, string json) =>
        Assert.False(new ToolCallContext { ToolName = tool, Arguments = new() { ["command"] = "ls" }, Result = HookArguments.Parse(json) }.TryGetShellResult(out _));

    [Theory]
    [InlineData("Exit code 1", ToolCallOutcome.Denied)]
    [InlineData("Exit code x", ToolCallOutcome.Failed)]
    [InlineData("The program could not be started.", ToolCallOutcome.Failed)]
    public void Nor_is_what_the_command_did_not_say(string error, ToolCallOutcome outcome) =>
        Assert.False(new ToolCallContext { ToolName = "Bash", Arguments = new() { ["command"] = "ls" }, ErrorMessage = error, Outcome = outcome }.TryGetShellResult(out _));
}
