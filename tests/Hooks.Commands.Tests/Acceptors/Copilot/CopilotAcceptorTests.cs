namespace Hooks.Commands.Tests.Acceptors.Copilot;

// Guards the judge of Copilot CLI's answers.
public sealed class CopilotAcceptorTests
{
    private const string Deny = """{"permissionDecision":"deny","permissionDecisionReason":"no"}""";

    [Theory]
    [InlineData("PreToolUse", Deny, "Denied 'no' to Model")]
    [InlineData("preToolUse", Deny, "Denied 'no' to Model")]
    [InlineData("PreToolUse", """{"permissionDecision":"deny"}""", "Proceeds, FAILED 'permissionDecision deny without a reason'")]
    [InlineData("PreToolUse", """{"permissionDecision":"ask","permissionDecisionReason":"?"}""", "Asks '?' to User")]
    [InlineData("PreToolUse", """{"permissionDecision":"allow"}""", "Approved")]
    [InlineData("PreToolUse", """{"modifiedArgs":{"command":"x"}}""", "Proceeds, input {\"command\":\"x\"}")]
    [InlineData("PreToolUse", """{"permissionDecision":"deny","permissionDecisionReason":"no","modifiedArgs":{}}""", "Denied 'no' to Model, IGNORED 'modifiedArgs'")]
    [InlineData("PreToolUse", """{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny"}}""", "Proceeds, IGNORED 'hookSpecificOutput'")]
    [InlineData("PreToolUse", """{"additionalContext":"c"}""", "Proceeds, IGNORED 'additionalContext'")]
    [InlineData("PreToolUse", """{"continue":false}""", "Proceeds, IGNORED 'continue'")]
    [InlineData("PostToolUse", """{"modifiedResult":{"resultType":"success","textResultForLlm":"t"}}""", "Proceeds, result 'success: t'")]
    [InlineData("PostToolUse", """{"modifiedResult":{"textResultForLlm":"t"}}""", "Proceeds, FAILED 'modifiedResult has no resultType'")]
    [InlineData("PostToolUse", """{"additionalContext":"c"}""", "Proceeds, context 'c'")]
    [InlineData("PostToolUse", """{"decision":"block","reason":"r"}""", "Proceeds, IGNORED 'decision reason'")]
    [InlineData("PostToolUseFailure", """{"additionalContext":"c"}""", "Proceeds, context 'c'")]
    [InlineData("PermissionRequest", """{"behavior":"allow"}""", "Approved")]
    [InlineData("PermissionRequest", """{"behavior":"deny","message":"m"}""", "Denied 'm' to Model")]
    [InlineData("PermissionRequest", """{"behavior":"deny","message":"m","interrupt":true}""", "StopsAll 'm' to Model")]
    [InlineData("PermissionRequest", """{"permissionDecision":"deny"}""", "Proceeds, IGNORED 'permissionDecision'")]
    [InlineData("UserPromptSubmit", """{"decision":"block","reason":"r"}""", "Proceeds, IGNORED 'decision reason'")]
    [InlineData("userPromptTransformed", """{"modifiedTransformedPrompt":"p"}""", "Proceeds, result 'p'")]
    [InlineData("Stop", """{"decision":"block","reason":"r"}""", "KeepsWorking 'r' to Model")]
    [InlineData("Stop", """{"decision":"block"}""", "Proceeds, FAILED 'decision block has no reason, which is the next prompt'")]
    [InlineData("Stop", """{"decision":"allow"}""", "Proceeds")]
    [InlineData("Stop", """{"modifiedResponse":"m"}""", "Proceeds, IGNORED 'modifiedResponse'")]
    [InlineData("SubagentStop", """{"modifiedResponse":"m"}""", "Proceeds, result 'm'")]
    [InlineData("SessionStart", """{"additionalContext":"c"}""", "Proceeds, context 'c'")]
    [InlineData("SessionEnd", """{"additionalContext":"c"}""", "Proceeds, IGNORED 'additionalContext'")]
    [InlineData("PreCompact", """{"decision":"block"}""", "Proceeds, IGNORED 'decision'")]
    [InlineData("PreCompact", "{}", "Proceeds")]
    public void By_event(string eventName, string output, string expected) => Assert.Equal(expected, Judging.Of(new CopilotAcceptor(), eventName, 0, output));

    [Theory]
    [InlineData("", "Proceeds")]
    [InlineData("""{"type":"progress","message":"looking"}""" + "\n" + Deny + "\n", "Denied 'no' to Model")]
    [InlineData(Deny + "\n" + Deny, "Proceeds, FAILED 'the output is not one JSON object'")]
    [InlineData("text", "Proceeds, FAILED 'the output is not one JSON object'")]
    [InlineData("[]", "Proceeds, FAILED 'the output is not one JSON object'")]
    public void One_document_is_left_without_the_progress(string output, string expected) => Assert.Equal(expected, Judging.Of(new CopilotAcceptor(), "PreToolUse", 0, output));

    [Theory]
    [InlineData("PreToolUse", 2, "", "Denied 'Denied by preToolUse hook (hook errored)' to Model, FAILED 'exit code 2'")]
    [InlineData("PreToolUse", 1, """{"permissionDecision":"allow"}""", "Denied 'Denied by preToolUse hook (hook errored)' to Model, FAILED 'exit code 1', IGNORED 'output'")]
    [InlineData("PreToolUse", null, "", "Proceeds, FAILED 'timed out'")]
    [InlineData("PermissionRequest", 2, "", "Denied")]
    [InlineData("PermissionRequest", 1, "", "Proceeds, FAILED 'exit code 1'")]
    [InlineData("PostToolUseFailure", 2, "try again", "Proceeds, context 'try again'")]
    [InlineData("Stop", 2, "", "Proceeds, FAILED 'exit code 2'")]
    public void Exit_codes(string eventName, int? exit, string output, string expected) => Assert.Equal(expected, Judging.Of(new CopilotAcceptor(), eventName, exit, output));
}
