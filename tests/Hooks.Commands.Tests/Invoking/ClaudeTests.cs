namespace Hooks.Commands.Tests.Invoking;

public class ClaudeTests
{
    private const string Base = "\"session_id\":\"s\",\"transcript_path\":\"/t\",\"cwd\":\"/repo\"";

    [Theory]
    [InlineData("ls", "")]
    [InlineData("deny: no", """{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"no"}}""")]
    [InlineData("ask: sure?", """{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"ask","permissionDecisionReason":"sure?"}}""")]
    [InlineData("rewrite: ls -l", """{"hookSpecificOutput":{"hookEventName":"PreToolUse","updatedInput":{"command":"ls -l"}}}""")]
    [InlineData("context: careful", """{"hookSpecificOutput":{"hookEventName":"PreToolUse","additionalContext":"careful"}}""")]
    [InlineData("replace: done", """{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"The call was not made. This stands in for its result: done"}}""")]
    [InlineData("stop: enough", """{"continue":false,"stopReason":"enough","hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"enough"}}""")]
    public async Task Before_a_tool_call(string command, string answer)
    {
        var run = await Command.RunAsync("--host claude --event PreToolUse", Call("PreToolUse", command));

        Assert.Equal((0, answer), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("throw: x")]
    [InlineData("retry: x")]
    public async Task A_hook_that_cannot_decide_denies_and_the_model_learns_nothing_of_why(string command)
    {
        var run = await Command.RunAsync("--host claude --event PreToolUse", Call("PreToolUse", command));

        Assert.Equal("deny", run.Json.GetProperty("hookSpecificOutput").GetProperty("permissionDecision").GetString());
        Assert.DoesNotContain("secret", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_is_withheld_in_its_own_shape()
    {
        var run = await Command.RunAsync("--host claude --event PostToolUse", Call("PostToolUse", "deny: secret found", ",\"tool_response\":{\"stdout\":\"KEY=1\",\"stderr\":\"KEY=2\",\"interrupted\":false,\"isImage\":false}"));

        Assert.Equal("""{"stdout":"secret found","stderr":"","interrupted":false,"isImage":false}""", run.Json.GetProperty("hookSpecificOutput").GetProperty("updatedToolOutput").GetRawText());
        Assert.Equal("block", run.Json.GetProperty("decision").GetString());
        Assert.DoesNotContain("KEY", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PermissionRequest", "allow: fine", """{"hookSpecificOutput":{"hookEventName":"PermissionRequest","decision":{"behavior":"allow"}}}""")]
    [InlineData("PermissionRequest", "deny: no", """{"hookSpecificOutput":{"hookEventName":"PermissionRequest","decision":{"behavior":"deny","message":"no"}}}""")]
    [InlineData("PermissionRequest", "ask: you", "")]
    public async Task A_request_for_permission(string name, string command, string answer) =>
        Assert.Equal(answer, (await Command.RunAsync($"--host claude --event {name}", Call(name, command))).Output);

    [Theory]
    [InlineData("UserPromptSubmit", "\"prompt\":\"deny: a secret\"", """{"decision":"block","reason":"a secret"}""")]
    [InlineData("UserPromptSubmit", "\"prompt\":\"ask: x\"", """{"decision":"block","reason":"x"}""")]
    [InlineData("UserPromptSubmit", "\"prompt\":\"context: main\"", """{"hookSpecificOutput":{"hookEventName":"UserPromptSubmit","additionalContext":"main"}}""")]
    [InlineData("Stop", "\"stop_hook_active\":false,\"last_assistant_message\":\"retry: tests are red\"", """{"decision":"block","reason":"tests are red"}""")]
    [InlineData("Stop", "\"stop_hook_active\":true,\"last_assistant_message\":\"retry: tests are red\"", "")]
    [InlineData("Stop", "\"last_assistant_message\":\"deny: enough\"", """{"continue":false,"stopReason":"enough"}""")]
    [InlineData("Stop", "\"last_assistant_message\":\"throw: x\"", "")]
    [InlineData("PreModelSwitch", "\"to_model\":\"ask: dear\"", """{"hookSpecificOutput":{"hookEventName":"PreModelSwitch","permissionDecision":"ask","permissionDecisionReason":"dear"}}""")]
    [InlineData("PreCompact", "\"trigger\":\"manual\",\"custom_instructions\":\"deny: not now\"", """{"decision":"block","reason":"not now"}""")]
    [InlineData("SessionStart", "\"source\":\"context\"", """{"hookSpecificOutput":{"hookEventName":"SessionStart","additionalContext":"the branch is main"}}""")]
    [InlineData("WorktreeCreate", "\"name\":\"replace: /trees/a\"", "/trees/a\n")]
    public async Task Other_events(string name, string members, string answer) =>
        Assert.Equal(answer, (await Command.RunAsync($"--host claude --event {name}", $$"""{{{Base}},"hook_event_name":"{{name}}",{{members}}}""")).Output);

    [Fact]
    public async Task Where_JSON_has_no_channel_the_exit_code_and_standard_error_speak()
    {
        var run = await Command.RunAsync("--host claude --event TaskCompleted", $$"""{{{Base}},"hook_event_name":"TaskCompleted","task_subject":"deny: tests first"}""");

        Assert.Equal((2, "", "tests first"), (run.ExitCode, run.Output, run.Error.Trim()));
    }

    private static string Call(string name, string command, string more = "") =>
        $$"""{{{Base}},"hook_event_name":"{{name}}","tool_name":"Bash","tool_input":{"command":"{{command}}"}{{more}}}""";
}
