using System.Text;
using System.Text.Json;

namespace Hooks.Commands.Tests.Invoking;

// Guards that patches of Copilot CLI, which gives them to hooks as bare text, are read like those of others, and neither lost nor denied unread.
public class CopilotPatchTests
{
    private const string Patch = "*** Begin Patch\n*** Update File: a\n*** Move to: b\n@@\n-x\n+y\n*** Delete File: c\n*** End Patch\n";

    [Theory]
    [InlineData("preToolUse", """{"sessionId":"s","timestamp":1,"toolName":"apply_patch","toolArgs":""")]
    [InlineData("PreToolUse", """{"session_id":"s","timestamp":"x","hook_event_name":"PreToolUse","tool_name":"Edit","tool_input":""")]
    public async Task A_bare_patch_is_an_act(string name, string payload)
    {
        ToolAct? act = null;
        var run = await RunAsync(name, payload, Patch, call =>
        {
            act = call.GetAct();
            return HookResult.Continue;
        });

        Assert.Equal(["Rename b a", "Delete c "], Assert.IsType<EditAct>(act).Changes.Select(change => $"{change.Operation} {change.Path} {change.PreviousPath}"));
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no patch")]
    [InlineData("[]")]
    [InlineData("{\"input\":\"a\",\"input\":\"b\"}")]
    public async Task Any_other_text_that_is_no_object_is_denied(string text)
    {
        var run = await RunAsync("preToolUse", """{"sessionId":"s","timestamp":1,"toolName":"apply_patch","toolArgs":""", text, _ => HookResult.Continue);

        Assert.Equal("deny", run.Json.GetProperty("permissionDecision").GetString());
    }

    [Fact]
    public async Task A_changed_patch_has_no_form_that_is_known_to_be_taken()
    {
        var run = await RunAsync("preToolUse", """{"sessionId":"s","timestamp":1,"toolName":"apply_patch","toolArgs":""", Patch, call =>
        {
            call.Arguments["input"] = Patch.Replace("+y", "+z", StringComparison.Ordinal);
            return HookResult.Modified;
        });

        Assert.Equal("deny", run.Json.GetProperty("permissionDecision").GetString());
        Assert.False(run.Json.TryGetProperty("modifiedArgs", out _));
        Assert.Contains("this denies", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_agents_give_no_bare_patches()
    {
        var run = await Command.RunAsync("--host claude --event PreToolUse", $$"""{"hook_event_name":"PreToolUse","tool_name":"Edit","tool_input":{{JsonSerializer.Serialize(Patch)}}}""");

        Assert.Equal("deny", run.Json.GetProperty("hookSpecificOutput").GetProperty("permissionDecision").GetString());
    }

    private static Task<Command> RunAsync(string name, string payload, string text, Func<ToolCallContext, HookResult> hook)
    {
        var dispatcher = Verbs.Guards.At();
        dispatcher.Register(HookPoint.BeforeToolCall, hook);
        return Command.RunAsync($"--host copilot --event {name}", Encoding.UTF8.GetBytes(payload + JsonSerializer.Serialize(text) + "}"), dispatcher);
    }
}
