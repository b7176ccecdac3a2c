using System.Text;

namespace Hooks.Commands.Tests.Invoking;

// Guards that what goes back after a hook has changed arguments is what the hook means, whatever the agent calls them.
public class RewrittenCallTests
{
    /// <summary>The agent would go by its own name, and write where the hook thinks it does not.</summary>
    [Theory]
    [InlineData("copilot", "PreToolUse", "create", """{"path":"/etc/x","file_text":"y"}""", "file_path")]
    [InlineData("cursor", "preToolUse", "Write", """{"path":"/a","contents":"a secret"}""", "content")]
    [InlineData("copilot", "PreToolUse", "write_bash", """{"sessionId":"1","input":"rm -rf /"}""", "command")]
    [InlineData("claude", "PreToolUse", "Write", """{"file_path":"/etc/x","content":"y"}""", "path")]
    public async Task A_change_beside_what_it_was_to_replace_denies(string host, string name, string tool, string arguments, string argument)
    {
        var run = await RunAsync(host, name, tool, arguments, changed => changed[argument] = "safe");

        Assert.Contains("deny", run.Output, StringComparison.Ordinal);
        Assert.Contains("A hook has changed the arguments so that they make no sense: more than one of", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("safe", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ask")]
    [InlineData("Modified")]
    [InlineData("Continue")]
    public async Task So_does_one_that_leaves_no_sense(string verdict)
    {
        var result = verdict == "Ask" ? HookResult.Ask("sure?") : verdict == "Modified" ? HookResult.Modified : HookResult.Continue;
        var run = await RunAsync("claude", "PreToolUse", "Bash", """{"command":"ls"}""", changed => changed["command"] = "", result);

        Assert.Equal("deny", run.Json.GetProperty("hookSpecificOutput").GetProperty("permissionDecision").GetString());
    }

    [Fact]
    public async Task A_request_is_not_allowed_with_such_arguments()
    {
        var dispatcher = Verbs.Guards.At();
        dispatcher.Register<PermissionContext>(HookPoint.PermissionRequest, request =>
        {
            request.Arguments["path"] = "/safe";
            return HookResult.Allow();
        });

        var run = await Command.RunAsync("--host claude --event PermissionRequest", """{"hook_event_name":"PermissionRequest","tool_name":"Read","tool_input":{"file_path":"/etc/shadow"}}"""u8.ToArray(), dispatcher);

        Assert.Equal("deny", run.Json.GetProperty("hookSpecificOutput").GetProperty("decision").GetProperty("behavior").GetString());
    }

    [Theory]
    [InlineData("claude", "UserPromptSubmit", """{"decision":"block","reason":"A hook has changed the prompt, and it cannot be sent changed."}""")]
    [InlineData("cursor", "beforeSubmitPrompt", """{"continue":false,"user_message":"A hook has changed the prompt, and it cannot be sent changed."}""")]
    [InlineData("copilot", "UserPromptSubmit", "")]
    public async Task A_changed_prompt_is_not_sent_as_it_was_where_that_can_be_said(string host, string name, string said)
    {
        var dispatcher = Verbs.Guards.At();
        dispatcher.Register<TurnContext>(HookPoint.BeforeTurn, turn =>
        {
            turn.Prompt = "[redacted]";
            return HookResult.Modified;
        });

        var run = await Command.RunAsync($"--host {host} --event {name}", Encoding.UTF8.GetBytes($$"""{"hook_event_name":"{{name}}","prompt":"a secret"}"""), dispatcher);

        Assert.Equal(said, run.Output);
        Assert.Contains("cannot take a change", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_others_stay_as_they_were_and_where_they_were()
    {
        var run = await RunAsync("claude", "PreToolUse", "Bash", """{"description":"é\t\\","n":12345678901234567890123,"command":"ls","x":{"b":[1.5,null],"a":true}}""", changed => changed["command"] = "ls -l");

        Assert.Equal(
            """{"hookSpecificOutput":{"hookEventName":"PreToolUse","updatedInput":{"description":"é\t\\","n":12345678901234567890123,"command":"ls -l","x":{"b":[1.5,null],"a":true}}}}""",
            run.Output);
    }

    [Theory]
    [InlineData("deploy", """{"target":"prod"}""", """{"target":"prod","path":"safe"}""")]
    [InlineData("Bash", """{"cmd":"ls","command":"rm"}""", """{"cmd":"ls","command":"rm","path":"safe"}""")]
    public async Task Tools_that_nobody_knows_and_calls_that_made_no_sense_before_are_the_hooks_business(string tool, string arguments, string sent)
    {
        var run = await RunAsync("claude", "PreToolUse", tool, arguments, changed => changed["path"] = "safe");

        Assert.Equal($$$"""{"hookSpecificOutput":{"hookEventName":"PreToolUse","updatedInput":{{{sent}}}}}""", run.Output);
    }

    private static Task<Command> RunAsync(string host, string name, string tool, string arguments, Action<HookArguments> change, HookResult? result = null)
    {
        var dispatcher = Verbs.Guards.At();
        dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, call =>
        {
            change(call.Arguments);
            return result ?? HookResult.Modified;
        });
        var payload = $$"""{"hook_event_name":"{{name}}","tool_name":"{{tool}}","tool_input":{{arguments}}}""";
        return Command.RunAsync($"--host {host} --event {name}", Encoding.UTF8.GetBytes(payload), dispatcher);
    }
}
