namespace Hooks.Commands.Tests.Invoking;

// Guards what is said when hooks want more than one thing of an event: the stricter of them is never lost.
public class ManyWordsTests
{
    [Fact]
    public async Task A_question_is_asked_also_when_changed_arguments_are_approved()
    {
        var dispatcher = Verbs.Guards.At();
        dispatcher.Register<PermissionContext>(HookPoint.PermissionRequest, request =>
        {
            request.Arguments["command"] = "ls -l";
            request.ApproveRewrite();
            return HookResult.Ask("look at it");
        });

        var run = await Command.RunAsync("--host claude --event PermissionRequest", """{"hook_event_name":"PermissionRequest","tool_name":"Bash","tool_input":{"command":"ls"}}"""u8.ToArray(), dispatcher);

        Assert.Equal("deny", run.Json.GetProperty("hookSpecificOutput").GetProperty("decision").GetProperty("behavior").GetString());
    }

    [Theory]
    [InlineData("copilot", "PostToolUse", true, """{"modifiedResult":{"resultType":"success","textResultForLlm":"hidden"}}""")]
    [InlineData("copilot", "PostToolUse", false, """{"modifiedResult":{"resultType":"success","textResultForLlm":"hidden"}}""")]
    [InlineData("claude", "PostToolUse", true, """{"continue":false,"stopReason":"enough","hookSpecificOutput":{"hookEventName":"PostToolUse","updatedToolOutput":{"stdout":"hidden"}}}""")]
    [InlineData("claude", "PostToolUse", false, """{"continue":false,"stopReason":"enough","hookSpecificOutput":{"hookEventName":"PostToolUse","updatedToolOutput":{"stdout":"hidden"}}}""")]
    [InlineData("gemini", "AfterTool", true, """{"continue":false,"stopReason":"enough","decision":"deny","reason":"hidden"}""")]
    public async Task A_result_stays_hidden_when_the_agent_is_to_stop(string host, string name, bool isReplaced, string said)
    {
        var dispatcher = Verbs.Guards.At();
        dispatcher.Register<ToolCallContext>(HookPoint.ToolResultReady, call =>
        {
            call.StopEverything("enough");
            return isReplaced ? HookResult.Replace("hidden") : HookResult.Cancel("hidden");
        });
        var payload = $$$"""{"hook_event_name":"{{{name}}}","tool_name":"Bash","tool_input":{"command":"ls"},"tool_response":{"stdout":"a secret"}}""";

        var run = await Command.RunAsync($"--host {host} --event {name}", System.Text.Encoding.UTF8.GetBytes(payload), dispatcher);

        Assert.Equal(said, run.Output);
    }
}
