using System.Text;
using System.Text.Json;

namespace Hooks.Commands.Tests.Invoking;

public class FailureTests
{
    private const string Denied = """{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"Denied, because a hook could not decide."}}""";

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("""{"hook_event_name":"PreToolUse"}""")]
    [InlineData("""{"hook_event_name":"PreToolUse","tool_name":7}""")]
    [InlineData("""{"hook_event_name":"PreToolUse","tool_name":"Read"}""")]
    [InlineData("""{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":null}""")]
    [InlineData("""{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":[]}""")]
    [InlineData("""{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"ls","command":"rm"}}""")]
    [InlineData("""{"hook_event_name":"Stop","tool_name":"Bash","tool_input":{"command":"ls"}}""")]
    public async Task What_cannot_be_read_is_denied_at_a_gate(string payload)
    {
        var run = await Command.RunAsync("--host claude --event PreToolUse", payload);

        Assert.Equal((0, Denied), (run.ExitCode, run.Output));
        Assert.StartsWith("hooks: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claude", "PostToolUse")]
    [InlineData("codex", "PreToolUse")]
    [InlineData("codex", "PostToolUse")]
    [InlineData("codex", "PermissionRequest")]
    [InlineData("gemini", "BeforeTool")]
    [InlineData("gemini", "AfterTool")]
    [InlineData("gemini", "BeforeModel")]
    [InlineData("gemini", "BeforeToolSelection")]
    [InlineData("copilot", "PreToolUse")]
    [InlineData("copilot", "permissionRequest")]
    [InlineData("cursor", "preToolUse")]
    [InlineData("cursor", "beforeSubmitPrompt")]
    public async Task Every_agent_is_told_no_when_nothing_can_be_read(string host, string name)
    {
        var run = await Command.RunAsync($"--host {host} --event {name}", "{");

        Assert.Equal(0, run.ExitCode);
        Assert.NotEqual("", run.Output);
        Assert.DoesNotContain("\"allow\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claude", "Stop")]
    [InlineData("claude", "SessionStart")]
    [InlineData("gemini", "AfterAgent")]
    [InlineData("cursor", "stop")]
    public async Task Stops_and_observers_stay_silent(string host, string name)
    {
        var run = await Command.RunAsync($"--host {host} --event {name}", "{");

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Without_an_event_unreadable_input_is_refused_by_the_exit_code()
    {
        var run = await Command.RunAsync("", "{");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(Decision.GenericReason, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--host claude --event PreToolUse --deadline soon", "'soon' is not a number of milliseconds")]
    [InlineData("--host claude --event PreToolUse --verbose", "'--verbose' is not an option")]
    [InlineData("--host claude --event PreToolUse --deadline", "--deadline has no value")]
    public async Task Arguments_that_are_wrong_deny_and_are_named(string args, string error)
    {
        var run = await Command.RunAsync(args, """{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{}}""");

        Assert.Equal(Denied, run.Output);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--host claude --event PreTooluse")]
    [InlineData("--host claude --event Notification")]
    [InlineData("--event PreTooluse")]
    public async Task A_gate_that_the_arguments_do_not_name_is_denied_all_the_same(string args)
    {
        var run = await Command.RunAsync(args, """{"hook_event_name":"PreToolUse","session_id":"s","tool_name":"Bash","tool_input":{"command":"ls"}}""");

        Assert.Equal(Denied, run.Output);
        Assert.Contains("of the event 'PreToolUse', but the command was started for", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claude", "PostToolUse", "PreToolUse", "\"permissionDecision\":\"deny\"")]
    [InlineData("codex", "PostToolUse", "PreToolUse", "\"permissionDecision\":\"deny\"")]
    [InlineData("codex", "PreToolUse", "UserPromptSubmit", "\"decision\":\"block\"")]
    [InlineData("claude", "PreToolUse", "PermissionRequest", "\"behavior\":\"deny\"")]
    [InlineData("copilot", "PreToolUse", "permissionRequest", "\"behavior\":\"deny\"")]
    [InlineData("cursor", "postToolUse", "preToolUse", "\"permission\":\"deny\"")]
    public async Task A_gate_that_is_not_the_one_of_the_arguments_is_denied_in_its_own_form(string host, string started, string said, string denial)
    {
        var run = await Command.RunAsync($"--host {host} --event {started}", $$$"""{"hook_event_name":"{{{said}}}","session_id":"s","tool_name":"Bash","tool_input":{"command":"ls"}}""");

        Assert.Contains(denial, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_that_run_beside_each_other_log_one_line_each()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        await Parallel.ForAsync(0, 400, async (_, _) => await Command.RunAsync("--host claude --event Stop", "{"u8.ToArray(), options: new() { LogPath = path }));

        var lines = await File.ReadAllLinesAsync(path);
        File.Delete(path);
        Assert.Equal(400, lines.Length);
        Assert.All(lines, line => Assert.Equal("Stop", JsonDocument.Parse(line).RootElement.GetProperty("event").GetString()));
    }

    [Fact]
    public async Task Input_beyond_the_limit_is_denied()
    {
        var payload = Encoding.UTF8.GetBytes("""{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"ls"}}""");

        Assert.Equal(Denied, (await Command.RunAsync("--host claude --event PreToolUse", payload, options: new() { MaxInputBytes = payload.Length - 1 })).Output);
        Assert.Equal("", (await Command.RunAsync("--host claude --event PreToolUse", payload, options: new() { MaxInputBytes = payload.Length })).Output);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_obstacle() =>
        Assert.Equal("", (await Command.RunAsync("--host claude --event PreToolUse", "\uFEFF" + """{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"ls"}}""")).Output);

    [Fact]
    public async Task The_deadline_denies_while_a_hook_still_waits()
    {
        var clock = new FakeClock();
        var dispatcher = GeneratedHooks.CreateDispatcher(new HookDispatcherOptions { DefaultTimeout = Timeout.InfiniteTimeSpan });
        var waits = new TaskCompletionSource();
        dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, async (_, cancellationToken) =>
        {
            waits.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return HookResult.Continue;
        });
        var run = Command.RunAsync("--host claude --event PreToolUse --deadline 8000", """{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{}}"""u8.ToArray(), dispatcher, new() { TimeProvider = clock });
        await waits.Task;

        clock.Advance(TimeSpan.FromSeconds(8));

        Assert.Equal(Denied, (await run).Output);
        Assert.Contains("8000 ms", (await run).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_has_the_details_that_the_model_does_not_get()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        await Command.RunAsync("--host claude --event PreToolUse", """{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"deny: no"}}"""u8.ToArray(), options: new() { LogPath = path });
        await Command.RunAsync("--host claude --event PreToolUse", "{"u8.ToArray(), options: new() { LogPath = path });

        var lines = await File.ReadAllLinesAsync(path);
        File.Delete(path);
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"reason\":\"no\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("not JSON", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_hook_throws_reaches_people_and_the_log_and_not_the_model()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        var run = await Command.RunAsync("--host claude --event PreToolUse", """{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"throw: x"}}"""u8.ToArray(), options: new() { LogPath = path });

        var line = await File.ReadAllTextAsync(path);
        File.Delete(path);
        Assert.DoesNotContain("secret detail", run.Output, StringComparison.Ordinal);
        Assert.Contains("hooks: BeforeToolCall: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("\n       System.InvalidOperationException: secret detail: x\n          at ", run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("secret detail: x", JsonDocument.Parse(line).RootElement.GetProperty("failure").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PreToolUse", 2)]
    [InlineData("Stop", 0)]
    public async Task An_answer_that_cannot_be_written_denies_by_the_exit_code(string name, int exitCode)
    {
        var error = new StringWriter();
        var payload = $$"""{"hook_event_name":"{{name}}","tool_name":"Bash","tool_input":{"command":"deny: no"},"last_assistant_message":"retry: go on"}""";
        var exit = await CommandHost.RunAsync(["--host", "claude", "--event", name], GeneratedHooks.CreateDispatcher(),
            new() { Input = new MemoryStream(Encoding.UTF8.GetBytes(payload)), Output = new Verbs.BrokenStream(), Error = error });

        Assert.Equal(exitCode, exit);
        Assert.Contains("hooks: The answer cannot be written: No space left on device", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_hook_throws_on_is_told_once()
    {
        var dispatcher = Verbs.Guards.At();
        dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, _ => throw new InvalidOperationException("secret"), new() { OnFailure = HookFailurePolicy.Throw });

        var run = await Command.RunAsync("--host claude --event PreToolUse", """{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{}}"""u8.ToArray(), dispatcher);

        Assert.Equal(Denied, run.Output);
        Assert.Equal(2, run.Error.Split("System.InvalidOperationException: secret").Length);
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_changes_no_verdict()
    {
        var run = await Command.RunAsync("--host claude --event PreToolUse", "{"u8.ToArray(), options: new() { LogPath = Path.Combine(Path.GetTempPath(), "no-such-folder", "x", "log") });

        Assert.Equal(Denied, run.Output);
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("codex", """{"hook_event_name":"PreToolUse","turn_id":"t","tool_name":"Bash","tool_input":{"command":"deny: no"}}""", "permissionDecisionReason")]
    [InlineData("gemini", """{"hook_event_name":"BeforeTool","timestamp":"2026-01-01T00:00:00Z","tool_name":"run_shell_command","tool_input":{"command":"deny: no"}}""", "\"decision\":\"deny\"")]
    [InlineData("copilot", """{"hook_event_name":"PreToolUse","timestamp":"2026-01-01T00:00:00Z","tool_name":"Bash","tool_input":{"command":"deny: no"}}""", "{\"permissionDecision\":\"deny\"")]
    [InlineData("cursor", """{"hook_event_name":"preToolUse","cursor_version":"3.9","tool_name":"Shell","tool_input":{"command":"deny: no"}}""", "\"permission\":\"deny\"")]
    [InlineData("claude", """{"hook_event_name":"PreToolUse","session_id":"s","tool_name":"Bash","tool_input":{"command":"deny: no"}}""", "permissionDecisionReason")]
    public async Task The_agent_is_known_by_its_payload(string host, string payload, string answer)
    {
        var run = await Command.RunAsync("", payload);

        Assert.True(run.Output.Contains(answer, StringComparison.Ordinal), $"{host}: {run.Output}");
    }

    [Fact]
    public async Task An_event_that_nobody_knows_is_let_be()
    {
        var run = await Command.RunAsync("", """{"hook_event_name":"PreTeleport","session_id":"s","cwd":"/"}""");

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Contains("PreTeleport", run.Error, StringComparison.Ordinal);
    }
}
