namespace Hooks.Commands.Tests.Acceptors.Codex;

// Guards the judge of Codex' answers: what it takes at each event, and that anything else is a failed hook that opens.
public sealed class CodexAcceptorTests
{
    private static string Specific(string members) => $$$"""{"hookSpecificOutput":{"hookEventName":"PreToolUse",{{{members}}}}}""";

    [Theory]
    [InlineData("\"permissionDecision\":\"deny\",\"permissionDecisionReason\":\"no\"", "Denied 'no' to Model")]
    [InlineData("\"permissionDecision\":\"deny\",\"permissionDecisionReason\":\" \"", "Proceeds, FAILED 'permissionDecision deny without a reason'")]
    [InlineData("\"permissionDecision\":\"deny\"", "Proceeds, FAILED 'permissionDecision deny without a reason'")]
    [InlineData("\"permissionDecision\":\"allow\"", "Proceeds, FAILED 'permissionDecision allow without updatedInput is not supported'")]
    [InlineData("\"permissionDecision\":\"ask\",\"permissionDecisionReason\":\"?\"", "Proceeds, FAILED 'permissionDecision ask is not supported'")]
    [InlineData("\"permissionDecision\":\"allow\",\"updatedInput\":{\"command\":\"x\"}", "Approved, input {\"command\":\"x\"}")]
    [InlineData("\"permissionDecision\":\"allow\",\"updatedInput\":{\"cmd\":\"x\"}", "Proceeds, FAILED 'updatedInput has no command'")]
    [InlineData("\"updatedInput\":{\"command\":\"x\"}", "Proceeds, FAILED 'updatedInput without permissionDecision allow'")]
    [InlineData("\"additionalContext\":\"c\"", "Proceeds, context 'c'")]
    [InlineData("\"permissionDecisionReason\":\"r\"", "Proceeds, FAILED 'permissionDecisionReason without permissionDecision'")]
    [InlineData("\"permissionDecision\":\"deny\",\"permissionDecisionReason\":\"no\",\"more\":1", "Proceeds, FAILED 'unknown or misplaced hookSpecificOutput.more'")]
    public void Before_a_tool(string members, string expected) => Assert.Equal(expected, Judging.Of(new CodexAcceptor(), "PreToolUse", 0, Specific(members)));

    [Theory]
    [InlineData("PreToolUse", """{"decision":"block","reason":"no"}""", "Denied 'no' to Model")]
    [InlineData("PreToolUse", """{"decision":"block"}""", "Proceeds, FAILED 'decision block without a reason'")]
    [InlineData("PreToolUse", """{"decision":"approve"}""", "Proceeds, FAILED 'decision approve is not supported'")]
    [InlineData("PreToolUse", """{"continue":false}""", "Proceeds, FAILED 'continue false is not supported'")]
    [InlineData("PreToolUse", """{"stopReason":"r"}""", "Proceeds, FAILED 'stopReason is not supported'")]
    [InlineData("PreToolUse", """{"suppressOutput":true}""", "Proceeds, FAILED 'suppressOutput is not supported'")]
    [InlineData("PreToolUse", """{"systemMessage":"m"}""", "Proceeds, notice 'm'")]
    [InlineData("PreToolUse", """{"permissionDecision":"deny"}""", "Proceeds, FAILED 'unknown or misplaced permissionDecision'")]
    [InlineData("PreToolUse", """{"hookSpecificOutput":{"additionalContext":"c"}}""", "Proceeds, FAILED 'hookSpecificOutput.hookEventName is not PreToolUse'")]
    [InlineData("PermissionRequest", """{"hookSpecificOutput":{"hookEventName":"PermissionRequest","decision":{"behavior":"allow"}}}""", "Approved")]
    [InlineData("PermissionRequest", """{"hookSpecificOutput":{"hookEventName":"PermissionRequest","decision":{"behavior":"deny","message":"m"}}}""", "Denied 'm' to Model")]
    [InlineData("PermissionRequest", """{"hookSpecificOutput":{"hookEventName":"PermissionRequest","decision":{"behavior":"deny","interrupt":true}}}""", "Proceeds, FAILED 'interrupt is not supported'")]
    [InlineData("PermissionRequest", """{"hookSpecificOutput":{"hookEventName":"PermissionRequest","decision":{"behavior":"allow","updatedInput":{}}}}""", "Proceeds, FAILED 'updatedInput is not supported'")]
    [InlineData("PermissionRequest", """{"continue":false}""", "Proceeds, FAILED 'continue false is not supported'")]
    [InlineData("PostToolUse", """{"decision":"block","reason":"r"}""", "Proceeds, feedback 'r'")]
    [InlineData("PostToolUse", """{"decision":"block","reason":""}""", "Proceeds, FAILED 'decision block without a reason'")]
    [InlineData("PostToolUse", """{"reason":"r"}""", "Proceeds, FAILED 'reason without decision'")]
    [InlineData("PostToolUse", """{"continue":false}""", "StopsAll")]
    [InlineData("PostToolUse", """{"suppressOutput":false}""", "Proceeds, FAILED 'suppressOutput is not supported'")]
    [InlineData("PostToolUse", """{"hookSpecificOutput":{"hookEventName":"PostToolUse","additionalContext":"c"}}""", "Proceeds, context 'c'")]
    [InlineData("PostToolUse", """{"hookSpecificOutput":{"hookEventName":"PostToolUse","updatedMCPToolOutput":"x"}}""", "Proceeds, FAILED 'updatedMCPToolOutput is not supported'")]
    [InlineData("PostToolUse", """{"hookSpecificOutput":{"hookEventName":"PostToolUse","updatedToolOutput":"x"}}""", "Proceeds, FAILED 'unknown or misplaced hookSpecificOutput.updatedToolOutput'")]
    [InlineData("UserPromptSubmit", """{"decision":"block","reason":"r"}""", "Denied 'r' to User")]
    [InlineData("UserPromptSubmit", """{"continue":false,"stopReason":"r","systemMessage":"m"}""", "StopsAll 'r' to User, notice 'm'")]
    [InlineData("UserPromptSubmit", """{"hookSpecificOutput":{"hookEventName":"UserPromptSubmit","additionalContext":"c"}}""", "Proceeds, context 'c'")]
    [InlineData("SessionStart", """{"hookSpecificOutput":{"hookEventName":"SessionStart","additionalContext":"c"}}""", "Proceeds, context 'c'")]
    [InlineData("SessionStart", """{"decision":"block","reason":"r"}""", "Proceeds, FAILED 'unknown or misplaced decision'")]
    [InlineData("Stop", """{"decision":"block","reason":"r"}""", "KeepsWorking 'r' to Model")]
    [InlineData("Stop", """{"decision":"block"}""", "Proceeds, FAILED 'decision block without a reason'")]
    [InlineData("Stop", """{"hookSpecificOutput":{"hookEventName":"Stop","additionalContext":"c"}}""", "Proceeds, FAILED 'unknown or misplaced hookSpecificOutput'")]
    [InlineData("PreCompact", """{"continue":false,"stopReason":"r"}""", "StopsAll 'r' to User")]
    [InlineData("PreCompact", """{"decision":"block","reason":"r"}""", "Proceeds, FAILED 'unknown or misplaced decision'")]
    [InlineData("SessionEnd", """{"systemMessage":"m"}""", "Proceeds, FAILED 'unknown or misplaced systemMessage'")]
    [InlineData("SessionEnd", "", "Proceeds")]
    [InlineData("Stop", "working on it", "Proceeds, FAILED 'the output is not one JSON object'")]
    [InlineData("Stop", "[]", "Proceeds, FAILED 'the output is not one JSON object'")]
    [InlineData("Stop", "{}{}", "Proceeds, FAILED 'the output is not one JSON object'")]
    public void By_event(string eventName, string output, string expected) => Assert.Equal(expected, Judging.Of(new CodexAcceptor(), eventName, 0, output));

    [Theory]
    [InlineData("PreToolUse", 2, "err", "Denied 'err' to Model")]
    [InlineData("PreToolUse", 2, " ", "Proceeds, FAILED 'exit code 2 without a reason'")]
    [InlineData("PreToolUse", 1, "err", "Proceeds, FAILED 'exit code 1'")]
    [InlineData("PreToolUse", null, "err", "Proceeds, FAILED 'timed out'")]
    [InlineData("Stop", 2, "err", "KeepsWorking 'err' to Model")]
    [InlineData("PostToolUse", 2, "err", "Proceeds, feedback 'err'")]
    [InlineData("UserPromptSubmit", 2, "err", "Denied 'err' to User")]
    [InlineData("PreCompact", 2, "err", "Proceeds, FAILED 'exit code 2'")]
    public void Exit_codes(string eventName, int? exit, string errors, string expected) => Assert.Equal(expected, Judging.Of(new CodexAcceptor(), eventName, exit, "", errors));

    [Fact]
    public void An_mcp_tool_may_be_rewritten_to_anything() =>
        Assert.Equal("Approved, input {\"a\":1}", Judging.Of(new CodexAcceptor(), "PreToolUse", 0, Specific("\"permissionDecision\":\"allow\",\"updatedInput\":{\"a\":1}"), payload: """{"tool_name":"mcp__a__b"}"""));
}
