namespace Hooks.Commands.Tests.Acceptors.Claude;

// Guards the judge's reading of Claude Code's JSON: what each event takes, what it overlooks, and what makes an answer invalid.
public sealed class ClaudeReplyTests
{
    private static string Read(string eventName, string output, string? payload = null) => Judging.Of(new ClaudeAcceptor(), eventName, 0, output, payload: payload);

    private static string Specific(string eventName, string members) => Read(eventName, $$$"""{"hookSpecificOutput":{"hookEventName":"{{{eventName}}}",{{{members}}}}}""");

    [Theory]
    [InlineData("""{"hookSpecificOutput":{"permissionDecision":"deny"}}""", "Proceeds, FAILED 'hookSpecificOutput.hookEventName is not PreToolUse'")]
    [InlineData("""{"hookSpecificOutput":{"hookEventName":"PostToolUse"}}""", "Proceeds, FAILED 'hookSpecificOutput.hookEventName is not PreToolUse'")]
    [InlineData("""{"permissionDecision":"deny"}""", "Proceeds, IGNORED 'permissionDecision'")]
    [InlineData("""{"decision":"deny"}""", "Proceeds, FAILED 'decision 'deny' is none of approve, block'")]
    [InlineData("""{"decision":"block","reason":"no"}""", "Denied 'no' to Model")]
    [InlineData("""{"decision":"approve"}""", "Approved")]
    [InlineData("""{"suppressOutput":true}""", "Proceeds, IGNORED 'suppressOutput'")]
    [InlineData("""{"systemMessage":"hi"}""", "Proceeds, notice 'hi'")]
    [InlineData("""{"continue":false,"stopReason":"budget"}""", "StopsAll 'budget' to User")]
    [InlineData("""{"continue":false,"continue":true}""", "Proceeds, FAILED 'continue stands twice'")]
    [InlineData("""{"stopReason":"budget"}""", "Proceeds, IGNORED 'stopReason'")]
    [InlineData("""{"terminalSequence":"\u001b]777;notify;a;b\u0007"}""", "Proceeds")]
    [InlineData("""{"terminalSequence":"\u001b[2J"}""", "Proceeds, IGNORED 'terminalSequence'")]
    public void The_members_at_the_top(string output, string expected) => Assert.Equal(expected, Read("PreToolUse", output));

    [Theory]
    [InlineData("\"permissionDecision\":\"ask\",\"permissionDecisionReason\":\"sure?\"", "Asks 'sure?' to User")]
    [InlineData("\"permissionDecision\":\"allow\"", "Approved")]
    [InlineData("\"permissionDecision\":\"defer\"", "Proceeds, extra 'defer'")]
    [InlineData("\"permissionDecision\":\"no\"", "Proceeds, FAILED 'hookSpecificOutput.permissionDecision 'no' is none of allow, deny, ask, defer'")]
    [InlineData("\"permissionDecisionReason\":\"why\"", "Proceeds, IGNORED 'hookSpecificOutput.permissionDecisionReason'")]
    [InlineData("\"updatedInput\":{\"command\":\"x\"}", "Proceeds, input {\"command\":\"x\"}")]
    [InlineData("\"updatedInput\":\"x\"", "Proceeds, FAILED 'hookSpecificOutput.updatedInput is not an object'")]
    [InlineData("\"permissionDecision\":\"allow\",\"updatedInput\":{\"command\":\"x\"}", "Approved, input {\"command\":\"x\"}")]
    [InlineData("\"permissionDecision\":\"deny\",\"updatedInput\":{\"command\":\"x\"}", "Denied, IGNORED 'hookSpecificOutput.updatedInput'")]
    [InlineData("\"additionalContext\":\"note\"", "Proceeds, context 'note'")]
    [InlineData("\"updatedToolOutput\":\"x\"", "Proceeds, IGNORED 'hookSpecificOutput.updatedToolOutput'")]
    public void Before_a_tool(string members, string expected) => Assert.Equal(expected, Specific("PreToolUse", members));

    [Fact]
    public void A_question_to_the_user_is_answered_with_the_answers_alone()
    {
        const string Question = """{"tool_name":"AskUserQuestion","tool_input":{}}""";
        Assert.Equal("Proceeds, IGNORED 'hookSpecificOutput.permissionDecision'", Read("PreToolUse", """{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"allow"}}""", Question));
        Assert.StartsWith("Approved, input", Read("PreToolUse", """{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"allow","updatedInput":{"answers":{}}}}""", Question), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"decision\":{\"behavior\":\"allow\"}", "Approved")]
    [InlineData("\"decision\":{\"behavior\":\"allow\",\"updatedInput\":{\"command\":\"x\"}}", "Approved, input {\"command\":\"x\"}")]
    [InlineData("\"decision\":{\"behavior\":\"allow\",\"message\":\"m\"}", "Approved, IGNORED 'hookSpecificOutput.decision.message'")]
    [InlineData("\"decision\":{\"behavior\":\"deny\",\"message\":\"m\"}", "Denied 'm' to Model")]
    [InlineData("\"decision\":{\"behavior\":\"deny\",\"message\":\"m\",\"interrupt\":true}", "StopsAll 'm' to Model")]
    [InlineData("\"decision\":{\"message\":\"m\"}", "Proceeds, FAILED 'hookSpecificOutput.decision.behavior is missing'")]
    [InlineData("\"permissionDecision\":\"deny\"", "Proceeds, IGNORED 'hookSpecificOutput.permissionDecision'")]
    public void At_a_permission_request(string members, string expected) => Assert.Equal(expected, Specific("PermissionRequest", members));

    [Theory]
    [InlineData("\"updatedToolOutput\":{\"stdout\":\"x\",\"stderr\":\"\",\"interrupted\":true}", "Proceeds, result '{\"stdout\":\"x\",\"stderr\":\"\",\"interrupted\":true}'")]
    [InlineData("\"updatedToolOutput\":\"x\"", "Proceeds, IGNORED 'hookSpecificOutput.updatedToolOutput'")]
    [InlineData("\"updatedToolOutput\":{\"stdout\":\"x\"}", "Proceeds, IGNORED 'hookSpecificOutput.updatedToolOutput'")]
    [InlineData("\"updatedToolOutput\":{\"stdout\":\"x\",\"stderr\":\"\",\"interrupted\":false,\"more\":1}", "Proceeds, IGNORED 'hookSpecificOutput.updatedToolOutput'")]
    [InlineData("\"additionalContext\":\"note\"", "Proceeds, context 'note'")]
    public void After_a_tool(string members, string expected) => Assert.Equal(expected, Specific("PostToolUse", members));

    [Fact]
    public void The_result_of_an_mcp_tool_has_no_shape() =>
        Assert.Equal("Proceeds, result '\"x\"'", Read("PostToolUse", """{"hookSpecificOutput":{"hookEventName":"PostToolUse","updatedToolOutput":"x"}}""", """{"tool_name":"mcp__a__b","tool_response":{"a":1}}"""));

    [Theory]
    [InlineData("PostToolUse", """{"decision":"block","reason":"r"}""", "Proceeds, feedback 'r'")]
    [InlineData("UserPromptSubmit", """{"decision":"block","reason":"r"}""", "Denied 'r' to User")]
    [InlineData("PreCompact", """{"decision":"block","reason":"r","continue":false,"systemMessage":"m"}""", "Denied 'r' to User, IGNORED 'continue systemMessage'")]
    [InlineData("ConfigChange", """{"decision":"block","reason":"r"}""", "Denied 'r' to Nobody")]
    [InlineData("TaskCreated", """{"decision":"block","reason":"r"}""", "Denied 'r' to Model")]
    [InlineData("TaskCreated", """{"continue":false}""", "Proceeds, IGNORED 'continue'")]
    [InlineData("TaskCompleted", """{"decision":"block","reason":"r"}""", "Proceeds, IGNORED 'decision reason'")]
    [InlineData("TaskCompleted", """{"continue":false,"stopReason":"r"}""", "StopsAll 'r' to User")]
    [InlineData("TeammateIdle", """{"decision":"block","reason":"r"}""", "Proceeds, IGNORED 'decision reason'")]
    [InlineData("PostToolBatch", """{"decision":"block","reason":"r"}""", "StopsAll 'r' to Model")]
    [InlineData("Stop", """{"decision":"block","reason":"r"}""", "KeepsWorking 'r' to Model")]
    [InlineData("Stop", """{"decision":"block"}""", "Proceeds, FAILED 'decision block has no reason, which is the next prompt'")]
    [InlineData("Stop", """{"decision":"block","reason":"r","continue":false}""", "StopsAll")]
    [InlineData("Stop", """{"decision":"approve"}""", "Proceeds, IGNORED 'decision'")]
    [InlineData("SessionStart", """{"decision":"block","reason":"r"}""", "Proceeds, IGNORED 'decision reason'")]
    [InlineData("SessionStart", """{"continue":false}""", "Proceeds, IGNORED 'continue'")]
    [InlineData("SessionEnd", """{"systemMessage":"m"}""", "Proceeds, IGNORED 'systemMessage'")]
    [InlineData("Notification", """{"terminalSequence":"\u0007"}""", "Proceeds")]
    [InlineData("PostCompact", "{}", "Proceeds")]
    public void Blocks_and_stops_by_event(string eventName, string output, string expected) =>
        Assert.Equal(expected, Read(eventName, output));

    [Theory]
    [InlineData("Stop", "\"additionalContext\":\"c\"", "KeepsWorking 'c' to Model")]
    [InlineData("SubagentStart", "\"additionalContext\":\"c\"", "Proceeds, context 'c'")]
    [InlineData("PermissionDenied", "\"retry\":true", "Proceeds, extra 'retry=true'")]
    [InlineData("MessageDisplay", "\"displayContent\":\"d\"", "Proceeds, result 'd'")]
    [InlineData("CwdChanged", "\"watchPaths\":[\"/a\"]", "Proceeds, extra 'watchPaths=[\"/a\"]'")]
    [InlineData("PreModelSwitch", "\"permissionDecision\":\"deny\",\"permissionDecisionReason\":\"r\"", "Denied 'r' to User")]
    [InlineData("PreModelSwitch", "\"permissionDecision\":\"defer\"", "Proceeds, FAILED 'hookSpecificOutput.permissionDecision 'defer' is none of allow, deny, ask'")]
    [InlineData("Elicitation", "\"action\":\"decline\"", "Denied, extra 'action=decline'")]
    [InlineData("Elicitation", "\"action\":\"accept\",\"content\":{\"a\":1}", "Approved, input {\"a\":1}, extra 'action=accept'")]
    [InlineData("TaskCreated", "\"additionalContext\":\"c\"", "Proceeds, FAILED 'TaskCreated has no hookSpecificOutput'")]
    [InlineData("PreCompact", "\"additionalContext\":\"c\"", "Proceeds, FAILED 'PreCompact has no hookSpecificOutput'")]
    [InlineData("UserPromptExpansion", "\"sessionTitle\":\"t\"", "Proceeds, IGNORED 'hookSpecificOutput.sessionTitle'")]
    public void What_one_event_alone_takes(string eventName, string members, string expected) => Assert.Equal(expected, Specific(eventName, members));

    [Fact]
    public void A_policys_settings_cannot_be_blocked() =>
        Assert.Equal("Proceeds, IGNORED 'decision reason'", Read("ConfigChange", """{"decision":"block","reason":"r"}""", """{"source":"policy_settings"}"""));

    [Fact]
    public void A_message_about_a_directory_reaches_the_model_if_the_user_added_it()
    {
        Assert.Equal("Proceeds, context 'm'", Read("DirectoryAdded", """{"systemMessage":"m"}""", """{"source":"slash_command"}"""));
        Assert.Equal("Proceeds, notice 'm'", Read("DirectoryAdded", """{"systemMessage":"m"}""", """{"source":"register_repo_root"}"""));
    }

    [Fact]
    public void More_than_ten_thousand_characters_are_a_preview()
    {
        Assert.DoesNotContain("IGNORED", Specific("PreToolUse", $"\"additionalContext\":\"{new string('x', 10_000)}\""), StringComparison.Ordinal);
        Assert.EndsWith("IGNORED 'additionalContext beyond 10,000 characters'", Specific("PreToolUse", $"\"additionalContext\":\"{new string('x', 10_001)}\""), StringComparison.Ordinal);
    }
}
