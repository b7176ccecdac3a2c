using System.Text.Json;

namespace Hooks.Commands.Tests.Verbs;

/// <summary>Recorded payloads, run again.</summary>
public sealed class ReplayTests : IDisposable
{
    private const string Base = "\"session_id\":\"s\",\"transcript_path\":\"/t\",\"cwd\":\"/w\"";

    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-replay-").FullName;

    private string At(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Call(string command) =>
        $$"""{{{Base}},"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"{{command}}"},"tool_use_id":"t"}""";

    private static HookDispatcher Dispatcher()
    {
        var dispatcher = Guards.At();
        dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, call => call.Arguments.GetString("command") switch
        {
            "ok" => HookResult.Continue,
            "boom" => throw new InvalidOperationException("secret"),
            var command => HookResult.Cancel("no " + command),
        }, new() { Name = "Guard" });
        return dispatcher;
    }

    [Fact]
    public void Verdicts_as_a_table()
    {
        Directory.CreateDirectory(At("day"));
        File.WriteAllText(At("a.json"), Call("push"));
        File.WriteAllText(At("day/b.jsonl"), Call("ok") + "\r\n\n" + Call("x\\u001b[2J"));
        File.WriteAllText(At("notes.txt"), "not a payload");
        var run = VerbRun.Of(Dispatcher(), "replay", _folder);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal($"""
            payload{new string(' ', At("day/b.jsonl:1").Length - 7)}  host    event       verdict  decided by  reason
            {At("a.json").PadRight(At("day/b.jsonl:1").Length)}  claude  PreToolUse  Deny     Guard       no push
            {At("day/b.jsonl:1")}  claude  PreToolUse  None     -           -
            {At("day/b.jsonl:3")}  claude  PreToolUse  Deny     Guard       no x\u001B[2J

            3 replayed, 0 failed.

            """.ReplaceLineEndings("\n"), run.Output);
    }

    [Fact]
    public void Verdicts_as_json_with_what_the_agent_would_read()
    {
        File.WriteAllText(At("a.json"), Call("push"));
        var run = VerbRun.Of(Dispatcher(), "replay", At("a.json"), "--format", "json");
        var one = JsonDocument.Parse(run.Output).RootElement[0];
        Assert.Equal("deny", one.GetProperty("verdict").GetString());
        Assert.Equal("Guard", one.GetProperty("decided_by").GetString());
        var output = JsonDocument.Parse(one.GetProperty("output").GetString()!).RootElement.GetProperty("hookSpecificOutput");
        Assert.Equal("deny", output.GetProperty("permissionDecision").GetString());
        Assert.Equal(0, one.GetProperty("exit_code").GetInt32());
        Assert.Equal(0, one.GetProperty("failures").GetArrayLength());
    }

    [Fact]
    public void A_hook_that_fails_is_seen()
    {
        File.WriteAllText(At("a.json"), Call("boom"));
        var run = VerbRun.Of(Dispatcher(), "replay", At("a.json"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Deny, failed", run.Output);
        Assert.Contains("1 replayed, 1 failed.", run.Output);
        Assert.Contains("InvalidOperationException: secret", run.Output);
    }

    [Fact]
    public void A_payload_that_cannot_be_read_is_seen()
    {
        File.WriteAllText(At("a.json"), "{");
        File.WriteAllText(At("b.json"), """{"tool_name":"Bash","tool_input":{"command":"push"}}""");
        var run = VerbRun.Of(Dispatcher(), "replay", _folder);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("2 replayed, 2 failed.", run.Output);

        var named = VerbRun.Of(Dispatcher(), "replay", At("b.json"), "--host", "claude", "--event", "PreToolUse");
        Assert.Equal(0, named.ExitCode);
        Assert.Contains("no push", named.Output);
    }

    [Fact]
    public void Where_nothing_is_said_when_something_goes_wrong_no_denial_is_shown()
    {
        File.WriteAllText(At("a.json"), "{");
        var run = VerbRun.Of(Guards.At(HookPoint.BeforeAgentStop), "replay", At("a.json"), "--host", "claude", "--event", "Stop");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("None, failed", run.Output);
    }

    [Fact]
    public void A_replay_is_no_run()
    {
        File.WriteAllText(At("a.json"), Call("push"));
        VerbRun.Of(Dispatcher(), At("log.txt"), "replay", At("a.json"));
        Assert.False(File.Exists(At("log.txt")));
    }

    [Fact]
    public void A_circle_of_folders_is_gone_round_once()
    {
        File.WriteAllText(At("a.json"), Call("push"));
        Directory.CreateSymbolicLink(At("again"), _folder);
        Assert.Contains("1 replayed, 0 failed.", VerbRun.Of(Dispatcher(), "replay", _folder).Output);
        File.CreateSymbolicLink(At("b.json"), At("a.json"));
        Assert.Contains("2 replayed, 0 failed.", VerbRun.Of(Dispatcher(), "replay", _folder).Output);
    }

    [Fact]
    public void A_path_without_payloads_is_named()
    {
        var run = VerbRun.Of(Dispatcher(), "replay", _folder);
        Assert.Equal((1, $"{_folder}: no .json or .jsonl file in there\n"), (run.ExitCode, run.Error));
        Assert.StartsWith($"{At("none.json")}: cannot be read: ", VerbRun.Of(Dispatcher(), "replay", At("none.json")).Error);
    }
}
