namespace Hooks.Commands.Tests.Acceptors.Claude;

// Guards the judge of Claude Code's answers: each rule of the reference with an answer that it lets pass and one that it refuses.
public sealed class ClaudeAcceptorTests
{
    private const string Deny = """{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"no"}}""";
    private const string Allow = """{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"allow"}}""";

    [Theory]
    [InlineData(0, Deny, "", "Denied 'no' to Model")]
    [InlineData(0, "  " + Deny + "\n", "", "Denied 'no' to Model")]
    [InlineData(1, Deny, "", "Denied 'no' to Model, IGNORED 'exit code 1'")]
    [InlineData(2, Deny, "err", "Denied 'no' to Model")]
    [InlineData(2, Allow, "err", "Denied 'err' to Model")]
    [InlineData(2, "", "err", "Denied 'err' to Model")]
    [InlineData(2, "text", "err", "Denied 'err' to Model, IGNORED 'output'")]
    [InlineData(2, """{"continue":"no"}""", "err", "Denied 'err' to Model, FAILED 'continue is not true or false'")]
    [InlineData(0, """{"continue":"no"}""", "", "Proceeds, FAILED 'continue is not true or false'")]
    [InlineData(1, "", "err", "Proceeds, FAILED 'exit code 1'")]
    [InlineData(3, "text", "err", "Proceeds, FAILED 'exit code 3'")]
    [InlineData(127, "", "", "Proceeds, FAILED 'exit code 127'")]
    [InlineData(null, Deny, "", "Proceeds, FAILED 'timed out'")]
    [InlineData(0, "", "", "Proceeds")]
    [InlineData(0, "{}", "", "Proceeds")]
    public void Exit_code_and_output_decide_by_the_truth_table(int? exit, string output, string errors, string expected) =>
        Assert.Equal(expected, Judging.Of(new ClaudeAcceptor(), "PreToolUse", exit, output, errors));

    [Theory]
    [InlineData(0, Deny, "Denied 'no' to Model")]
    [InlineData(0, "", "Proceeds")]
    [InlineData(0, """{"continue":"no"}""", "Proceeds, FAILED 'continue is not true or false'")]
    [InlineData(1, "", "Denied 'the hook failed' to Model, FAILED 'exit code 1'")]
    [InlineData(127, "", "Denied 'the hook failed' to Model, FAILED 'exit code 127'")]
    [InlineData(null, "", "Denied 'the hook failed' to Model, FAILED 'timed out'")]
    public void With_onFailure_block_a_failure_closes_the_gate(int? exit, string output, string expected) =>
        Assert.Equal(expected, Judging.Of(new ClaudeAcceptor(), "PreToolUse", exit, output, failsClosed: true));

    [Theory]
    [InlineData("Stop", "Proceeds, FAILED 'exit code 1'")]
    [InlineData("TaskCompleted", "Proceeds, FAILED 'exit code 1'")]
    [InlineData("PermissionRequest", "Denied 'the hook failed' to Model, FAILED 'exit code 1'")]
    [InlineData("UserPromptSubmit", "Denied 'the hook failed' to User, FAILED 'exit code 1'")]
    [InlineData("SessionStart", "Proceeds, FAILED 'exit code 1'")]
    public void OnFailure_is_ignored_where_the_reference_says_so(string eventName, string expected) =>
        Assert.Equal(expected, Judging.Of(new ClaudeAcceptor(), eventName, 1, "", failsClosed: true));

    [Theory]
    [InlineData("[" + Deny + "]", "Proceeds, IGNORED 'output'")]
    [InlineData("\"text\"", "Proceeds, IGNORED 'output'")]
    [InlineData(Deny + " and more", "Proceeds, IGNORED 'output'")]
    [InlineData(Deny + "\n" + Deny, "Proceeds, IGNORED 'output'")]
    [InlineData("note\n" + Deny, "Proceeds, IGNORED 'output'")]
    [InlineData("\uFEFF" + Deny, "Proceeds, IGNORED 'output'")]
    public void What_is_not_one_object_is_plain_text(string output, string expected) =>
        Assert.Equal(expected, Judging.Of(new ClaudeAcceptor(), "PreToolUse", 0, output));

    [Theory]
    [InlineData("SessionStart", "Proceeds, context 'hello'")]
    [InlineData("UserPromptSubmit", "Proceeds, context 'hello'")]
    [InlineData("UserPromptExpansion", "Proceeds, context 'hello'")]
    [InlineData("PostModelSwitch", "Proceeds, context 'hello'")]
    [InlineData("PreToolUse", "Proceeds, IGNORED 'output'")]
    [InlineData("Stop", "Proceeds, IGNORED 'output'")]
    [InlineData("SessionEnd", "Proceeds, IGNORED 'output'")]
    public void Plain_text_reaches_the_model_at_four_events(string eventName, string expected) =>
        Assert.Equal(expected, Judging.Of(new ClaudeAcceptor(), eventName, 0, "hello\n"));

    [Theory]
    [InlineData("PreToolUse", "Denied 'err' to Model")]
    [InlineData("UserPromptSubmit", "Denied 'err' to User")]
    [InlineData("UserPromptExpansion", "Denied 'err' to User")]
    [InlineData("PermissionRequest", "Proceeds, FAILED 'exit code 2'")]
    [InlineData("PermissionDenied", "Proceeds, IGNORED 'exit code 2'")]
    [InlineData("PostToolUse", "Proceeds, feedback 'err'")]
    [InlineData("PostToolUseFailure", "Proceeds, feedback 'err'")]
    [InlineData("PostToolBatch", "StopsAll 'err' to Model")]
    [InlineData("Stop", "KeepsWorking 'err' to Model")]
    [InlineData("SubagentStop", "KeepsWorking 'err' to Model")]
    [InlineData("TaskCreated", "Denied 'err' to Model")]
    [InlineData("TaskCompleted", "Denied 'err' to Model")]
    [InlineData("TeammateIdle", "KeepsWorking 'err' to Model")]
    [InlineData("ConfigChange", "Denied 'err' to Nobody")]
    [InlineData("PreCompact", "Denied 'err' to User")]
    [InlineData("PreModelSwitch", "Denied 'err' to User")]
    [InlineData("Elicitation", "Denied 'err' to Nobody")]
    [InlineData("WorktreeCreate", "Denied 'err' to User")]
    [InlineData("SessionStart", "Proceeds, FAILED 'exit code 2'")]
    [InlineData("Notification", "Proceeds, IGNORED 'exit code 2'")]
    [InlineData("SessionEnd", "Proceeds, IGNORED 'exit code 2'")]
    public void Exit_code_two_means_what_the_event_makes_of_it(string eventName, string expected) =>
        Assert.Equal(expected, Judging.Of(new ClaudeAcceptor(), eventName, 2, "", "err\n"));

    [Fact]
    public void Only_before_a_model_switch_does_the_hosts_time_block()
    {
        Assert.Equal("Denied 'timed out' to User", Judging.Of(new ClaudeAcceptor(), "PreModelSwitch", null, ""));
        Assert.Equal("Proceeds, FAILED 'timed out'", Judging.Of(new ClaudeAcceptor(), "UserPromptSubmit", null, ""));
    }

    [Fact]
    public void A_path_and_no_json_creates_a_worktree()
    {
        Assert.Equal("Proceeds, extra 'worktree=/w/a'", Judging.Of(new ClaudeAcceptor(), "WorktreeCreate", 0, "made\n\u001b[1m/w/a\u001b[0m\n\n"));
        Assert.Equal("Denied, FAILED 'a path with . or ..'", Judging.Of(new ClaudeAcceptor(), "WorktreeCreate", 0, "/w/../a"));
        Assert.Equal("Denied, FAILED 'not a path'", Judging.Of(new ClaudeAcceptor(), "WorktreeCreate", 0, """{"hookSpecificOutput":{"hookEventName":"WorktreeCreate","worktreePath":"/w/a"}}"""));
        Assert.Equal("Denied, FAILED 'no path'", Judging.Of(new ClaudeAcceptor(), "WorktreeCreate", 0, ""));
    }

    [Fact]
    public void An_unknown_event_is_no_event_of_this_host() =>
        Assert.Throws<ArgumentException>(() => Judging.Of(new ClaudeAcceptor(), "BeforeTool", 0, ""));

    [Fact]
    public void All_events_of_the_reference_are_known() => Assert.Equal(33, ClaudeLaw.Events.Count());
}
