using System.Net;
using System.Text;
using Hooks.Commands.Http.Tests.Serving;

namespace Hooks.Commands.Http.Tests.Answering;

/// <summary>An agent does what the hooks say, as with the command.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("PreToolUse", "ls", "Proceeds")]
    [InlineData("PreToolUse", "deny: no", "Denied 'no' to Model")]
    [InlineData("PreToolUse", "ask: sure?", "Asks 'sure?' to User")]
    [InlineData("PreToolUse", "rewrite: ls -l", "Proceeds, input {\"command\":\"ls -l\"}")]
    [InlineData("PreToolUse", "context: mind it", "Proceeds, context 'mind it'")]
    [InlineData("PreToolUse", "stop: enough", "StopsAll 'enough' to User")]
    [InlineData("PreToolUse", "throw: at", "Denied 'the hook 'Hooks.Commands.Tests.Invoking.SpokenHooks.Call' failed' to Model")]
    [InlineData("PermissionRequest", "deny: no", "Denied 'no' to Model")]
    [InlineData("PermissionRequest", "allow: yes", "Approved")]
    [InlineData("PostToolUse", "deny: no", null)]
    [InlineData("PostToolUse", "replace: [redacted]", null)]
    [InlineData("PostToolUseFailure", "context: run it again", "Proceeds, context 'run it again'")]
    [InlineData("UserPromptSubmit", "deny: a secret", "Denied 'a secret' to User")]
    [InlineData("UserPromptSubmit", "context: main", "Proceeds, context 'main'")]
    [InlineData("Stop", "retry: tests are red", "KeepsWorking 'tests are red' to Model")]
    [InlineData("Stop", "done", "Proceeds")]
    [InlineData("SubagentStop", "retry: cite", "KeepsWorking 'cite' to Model")]
    [InlineData("PreModelSwitch", "deny: cost", null)]
    [InlineData("PreCompact", "deny: not now", null)]
    [InlineData("ConfigChange", "deny: locked", null)]
    [InlineData("Notification", "", "Proceeds")]
    [InlineData("Teleported", "", null)]
    public async Task The_answer_is_the_output_of_the_command(string eventName, string text, string? action)
    {
        await using var server = await RunningServer.StartAsync();
        var payload = Payloads.Of(eventName, text);
        var output = new MemoryStream();
        var exitCode = await CommandHost.RunAsync(["--host", "claude", "--event", eventName], GeneratedHooks.CreateDispatcher(), new()
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(payload)),
            Output = output,
            Error = TextWriter.Null,
        });

        using var response = await server.PostAsync("/claude/" + eventName, payload);
        var body = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal((0, HttpStatusCode.OK), (exitCode, response.StatusCode));
        Assert.Equal(Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(body));
        Assert.Equal(body.Length == 0 ? null : "application/json", response.Content.Headers.ContentType?.ToString());
        if (action is not null)
            Assert.Equal(action, ClaudeHttpAcceptor.Judge(eventName, payload, (int)response.StatusCode, body).ToString());
        else if (eventName != "Teleported")
            Assert.Null(ClaudeHttpAcceptor.Judge(eventName, payload, (int)response.StatusCode, body).Failure);
    }

    [Theory]
    [InlineData("TaskCompleted", "deny: not yet", "StopsAll 'not yet' to User")]
    [InlineData("TaskCompleted", "done", "Proceeds")]
    [InlineData("WorktreeCreate", "replace: /w/trees/a", "Proceeds, extra 'worktree=/w/trees/a'")]
    [InlineData("WorktreeCreate", "deny: no", "Denied, FAILED 'no path'")]
    [InlineData("WorktreeCreate", "a", "Denied, FAILED 'no path'")]
    public async Task What_a_command_says_by_exit_code_or_plain_text_is_said_otherwise(string eventName, string text, string action)
    {
        await using var server = await RunningServer.StartAsync();
        var payload = Payloads.Of(eventName, text);

        using var response = await server.PostAsync("/claude/" + eventName, payload);

        var judged = ClaudeHttpAcceptor.Judge(eventName, payload, (int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(action, judged.ToString());
    }

    [Fact]
    public async Task Copilot_is_answered_in_its_own_form()
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.PostAsync("/copilot/PreToolUse",
            """{"hook_event_name":"PreToolUse","session_id":"s","timestamp":"2026-01-01T00:00:00Z","cwd":"/w","tool_name":"Bash","tool_input":{"command":"deny: no"}}""");

        Assert.Equal("""{"permissionDecision":"deny","permissionDecisionReason":"no"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Each_event_is_logged_once_with_what_its_own_hook_has_thrown()
    {
        var log = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using (var server = await RunningServer.StartAsync(log: log))
        {
            await Task.WhenAll(
                server.AnswerAsync("PreToolUse", Payloads.Shell("throw: one")), server.AnswerAsync("PreToolUse", Payloads.Shell("deny: two")), server.AnswerAsync("PreToolUse", "{"));
            Assert.Contains("secret detail: one", server.Error, StringComparison.Ordinal);
        }

        var lines = await File.ReadAllLinesAsync(log);
        File.Delete(log);
        Assert.Equal(3, lines.Length);
        Assert.Contains("secret detail: one", Assert.Single(lines, line => line.Contains("SpokenHooks.Call'", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Assert.Single(lines, line => line.Contains("\"reason\":\"two\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(lines, line => line.Contains("not JSON", StringComparison.Ordinal));
    }
}
