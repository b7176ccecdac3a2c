namespace Hooks.Commands.Tests.Acceptors.Cursor;

// Guards the judge of Cursor's answers.
public sealed class CursorAcceptorTests
{
    [Theory]
    [InlineData("preToolUse", """{"permission":"allow"}""", "Proceeds")]
    [InlineData("preToolUse", """{"permission":"deny","user_message":"no"}""", "Denied 'no' to Model")]
    [InlineData("preToolUse", """{"permission":"deny","agent_message":"no"}""", "Denied, IGNORED 'agent_message'")]
    [InlineData("preToolUse", """{"permission":"ask","user_message":"?"}""", "Proceeds, notice '?', FAILED 'permission ask is not enforced', IGNORED 'permission'")]
    [InlineData("beforeShellExecution", """{"permission":"ask","user_message":"?"}""", "Denied '?' to Model")]
    [InlineData("preToolUse", """{"permission":"allow","updated_input":{"command":"x"}}""", "Proceeds, input {\"command\":\"x\"}")]
    [InlineData("beforeShellExecution", """{"permission":"allow","updated_input":{"command":"x"}}""", "Proceeds, IGNORED 'updated_input'")]
    [InlineData("preToolUse", """{"hookSpecificOutput":{"permissionDecision":"deny"}}""", "Proceeds, IGNORED 'hookSpecificOutput'")]
    [InlineData("preToolUse", """{"permission":"no"}""", "Proceeds, FAILED 'permission 'no' is none of allow, deny, ask'")]
    [InlineData("preToolUse", """{"additional_context":"c"}""", "Proceeds, IGNORED 'additional_context'")]
    [InlineData("preToolUse", """{"continue":false}""", "Proceeds, IGNORED 'continue'")]
    [InlineData("beforeReadFile", """{"permission":"deny","user_message":"no"}""", "Denied 'no' to Model")]
    [InlineData("beforeSubmitPrompt", """{"continue":false,"user_message":"no"}""", "Denied 'no' to User")]
    [InlineData("beforeSubmitPrompt", """{"permission":"deny"}""", "Proceeds, IGNORED 'permission'")]
    [InlineData("postToolUse", """{"additional_context":"c"}""", "Proceeds, context 'c'")]
    [InlineData("postToolUse", """{"updated_mcp_tool_output":"x"}""", "Proceeds, IGNORED 'updated_mcp_tool_output'")]
    [InlineData("stop", """{"followup_message":"more"}""", "KeepsWorking 'more' to Model")]
    [InlineData("subagentStop", """{"followup_message":"more"}""", "KeepsWorking 'more' to Model")]
    [InlineData("stop", """{"decision":"block","reason":"r"}""", "Proceeds, IGNORED 'decision reason'")]
    [InlineData("stop", """{"followup_message":" "}""", "Proceeds, FAILED 'followup_message is blank'")]
    [InlineData("sessionStart", """{"env":{"A":"b"}}""", "Proceeds, extra 'env={\"A\":\"b\"}'")]
    [InlineData("sessionStart", """{"additional_context":"c"}""", "Proceeds, context 'c'")]
    [InlineData("postToolUseFailure", """{"additional_context":"c"}""", "Proceeds, IGNORED 'additional_context'")]
    [InlineData("afterFileEdit", """{"permission":"deny"}""", "Proceeds, IGNORED 'permission'")]
    [InlineData("afterFileEdit", "", "Proceeds")]
    [InlineData("preToolUse", "text", "Proceeds, FAILED 'the output is not one JSON object'")]
    public void By_event(string eventName, string output, string expected) => Assert.Equal(expected, Judging.Of(new CursorAcceptor(), eventName, 0, output));

    [Fact]
    public void The_result_of_an_mcp_tool_can_be_replaced() =>
        Assert.Equal("Proceeds, result '\"x\"'", Judging.Of(new CursorAcceptor(), "postToolUse", 0, """{"updated_mcp_tool_output":"x"}""", payload: """{"tool_name":"MCP:fetch"}"""));

    [Theory]
    [InlineData("preToolUse", 0, "", "Denied 'the hook failed' to Model, FAILED 'no output'")]
    [InlineData("preToolUse", 0, "{}", "Denied 'the hook failed' to Model, FAILED 'no permission'")]
    [InlineData("preToolUse", 0, "text", "Denied 'the hook failed' to Model, FAILED 'the output is not one JSON object'")]
    [InlineData("preToolUse", 0, """{"permission":"allow"}""", "Proceeds")]
    [InlineData("beforeSubmitPrompt", 0, """{"continue":true}""", "Proceeds")]
    [InlineData("beforeSubmitPrompt", 0, "{}", "Denied 'the hook failed' to Model, FAILED 'no permission'")]
    [InlineData("preToolUse", 1, "", "Denied 'the hook failed' to Model, FAILED 'exit code 1'")]
    [InlineData("preToolUse", null, "", "Denied 'the hook failed' to Model, FAILED 'timed out'")]
    [InlineData("afterFileEdit", 1, "", "Proceeds, FAILED 'exit code 1'")]
    [InlineData("stop", 0, "", "Proceeds")]
    public void With_failClosed_a_gate_has_to_hear_a_permission(string eventName, int? exit, string output, string expected) =>
        Assert.Equal(expected, Judging.Of(new CursorAcceptor(), eventName, exit, output, failsClosed: true));

    [Theory]
    [InlineData("preToolUse", 2, "", "err", "Denied 'err' to Model")]
    [InlineData("preToolUse", 2, "{}", "err", "Denied '{}' to Model, FAILED 'exit code 2 with output'")]
    [InlineData("preToolUse", 1, "", "err", "Proceeds, FAILED 'exit code 1'")]
    [InlineData("preToolUse", null, "", "", "Proceeds, FAILED 'timed out'")]
    [InlineData("stop", 2, "", "err", "Proceeds, FAILED 'exit code 2'")]
    public void Exit_codes(string eventName, int? exit, string output, string errors, string expected) =>
        Assert.Equal(expected, Judging.Of(new CursorAcceptor(), eventName, exit, output, errors));

    [Fact]
    public void There_are_twenty_one_events()
    {
        Assert.Equal(21, CursorAcceptor.Events.Distinct().Count());
        Assert.Throws<ArgumentException>(() => Judging.Of(new CursorAcceptor(), "PreToolUse", 0, ""));
    }
}
