using System.Text;
using System.Text.Json;

namespace Hooks.Commands.Tests.Invoking;

/// <summary>Where hooks only look on nothing is let through when they do not run, so that the agent is told nothing; where one decides it is told no.</summary>
public class ObserverTests
{
    private const string Result = """
        {"session_id":"s","tool_name":"Bash","toolName":"Bash","tool_input":{"command":"ls"},"toolArgs":{"command":"ls"},"tool_response":{"stdout":"KEY=1"},"tool_output":"KEY=1"}
        """;

    public static TheoryData<string, string> AfterCalls => new()
    {
        { "claude", "PostToolUse" }, { "codex", "PostToolUse" }, { "gemini", "AfterTool" }, { "copilot", "PostToolUse" }, { "copilot", "postToolUse" }, { "cursor", "postToolUse" },
    };

    public static TheoryData<string, string, string, bool> Broken
    {
        get
        {
            var data = new TheoryData<string, string, string, bool>();
            foreach (var row in AfterCalls)
            {
                foreach (var what in new[] { "nothing", "cut off", "an array", "not UTF-8", "too long", "no tool", "another event", "a bad argument" })
                {
                    data.Add((string)row[0], (string)row[1], what, false);
                    data.Add((string)row[0], (string)row[1], what, true);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_result_that_cannot_be_read(string host, string name, string what, bool decides)
    {
        var payload = what switch
        {
            "nothing" => [],
            "cut off" => Encoding.UTF8.GetBytes(Result.Trim()[..^20]),
            "an array" => "[]"u8.ToArray(),
            "not UTF-8" => [.. Encoding.UTF8.GetBytes(Result)[..20], 0xC3, 0x28, .. Encoding.UTF8.GetBytes(Result)[20..]],
            "too long" => Encoding.UTF8.GetBytes(Result.PadRight(2000)),
            "no tool" => "{}"u8.ToArray(),
            "another event" => """{"hook_event_name":"Stop"}"""u8.ToArray(),
            _ => Encoding.UTF8.GetBytes(Result),
        };

        var run = await Command.RunAsync($"--host {host} --event {name}{(what == "a bad argument" ? " --quiet" : "")}", payload, Observing(decides), new() { MaxInputBytes = 1000 });

        AssertSaid(run, host, decides);
    }

    [Theory]
    [MemberData(nameof(AfterCalls))]
    public async Task A_result_at_which_an_observer_hangs(string host, string name)
    {
        var run = await HangAsync(host, name, decides: false);

        AssertSaid(run, host, decides: false);
        Assert.Contains("8000 ms", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AfterCalls))]
    public async Task A_result_at_which_a_hook_that_decides_hangs(string host, string name) => AssertSaid(await HangAsync(host, name, decides: true), host, decides: true);

    [Theory]
    [InlineData(false, "None")]
    [InlineData(true, "Deny")]
    public async Task The_log_has_what_was_said(bool decides, string verdict)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        await Command.RunAsync("--host claude --event PostToolUse", "{"u8.ToArray(), Observing(decides), new() { LogPath = path });

        var line = JsonDocument.Parse(await File.ReadAllTextAsync(path)).RootElement;
        File.Delete(path);
        Assert.Equal(verdict, line.GetProperty("verdict").GetString());
        Assert.StartsWith("The input is not JSON", line.GetProperty("failure").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claude", "UserPromptSubmit")]
    [InlineData("codex", "UserPromptSubmit")]
    [InlineData("gemini", "BeforeAgent")]
    [InlineData("cursor", "beforeSubmitPrompt")]
    public async Task A_prompt_that_is_only_listened_to(string host, string name)
    {
        var listens = Verbs.Guards.At(HookPoint.MessageReceived);
        var decides = Verbs.Guards.At(HookPoint.MessageReceived, HookPoint.BeforeTurn);

        Assert.Equal((0, ""), Said(await Command.RunAsync($"--host {host} --event {name}", "{"u8.ToArray(), listens)));
        Assert.NotEqual("", (await Command.RunAsync($"--host {host} --event {name}", "{"u8.ToArray(), decides)).Output);
    }

    [Fact]
    public async Task An_observer_that_asks_for_its_failure_to_be_thrown_decides()
    {
        var dispatcher = Verbs.Guards.At();
        dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, _ => { }, new() { OnFailure = HookFailurePolicy.Throw });

        AssertSaid(await Command.RunAsync("--host claude --event PostToolUse", "{"u8.ToArray(), dispatcher), "claude", decides: true);
    }

    [Fact]
    public async Task An_observer_whose_failure_is_set_to_be_thrown_decides()
    {
        var dispatcher = Verbs.Guards.At();
        dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, _ => { }, new() { Name = "audit" });
        dispatcher.Configure("audit", new() { OnFailure = HookFailurePolicy.Throw });

        AssertSaid(await Command.RunAsync("--host claude --event PostToolUse", "{"u8.ToArray(), dispatcher), "claude", decides: true);
    }

    [Fact]
    public async Task A_hook_that_decides_and_takes_itself_away_has_decided()
    {
        var dispatcher = Observing(decides: false);
        HookRegistration? itself = null;
        itself = dispatcher.Register<ToolCallContext>(HookPoint.ToolResultReady, _ =>
        {
            itself!.Dispose();
            throw new InvalidOperationException("no");
        }, new() { OnFailure = HookFailurePolicy.Throw });

        AssertSaid(await Command.RunAsync("--host claude --event PostToolUse", Encoding.UTF8.GetBytes(Result), dispatcher), "claude", decides: true);
    }

    [Fact]
    public async Task A_gate_behind_an_event_that_is_only_looked_at_is_denied()
    {
        var dispatcher = Observing(decides: false);
        dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, _ => HookResult.Continue);

        var run = await Command.RunAsync("--host claude --event PostToolUse", """{"hook_event_name":"PreToolUse","session_id":"s","tool_name":"Bash","tool_input":{"command":"ls"}}"""u8.ToArray(), dispatcher);

        Assert.Contains("\"deny\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_written_blocks_nothing()
    {
        var dispatcher = Observing(decides: false);
        dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, (call, _) =>
        {
            call.AddContext("something to say");
            return default;
        });

        var exit = await CommandHost.RunAsync(["--host", "claude", "--event", "PostToolUse"], dispatcher,
            new() { Input = new MemoryStream(Encoding.UTF8.GetBytes(Result)), Output = new Verbs.BrokenStream(), Error = new StringWriter() });

        Assert.Equal(0, exit);
    }

    private static async Task<Command> HangAsync(string host, string name, bool decides)
    {
        var clock = new FakeClock();
        var dispatcher = Observing(decides: false);
        var hangs = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        if (decides)
            dispatcher.Register<ToolCallContext>(HookPoint.ToolResultReady, async (_, _) => await HangAsync());
        else
            dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, async (_, _) => await HangAsync());
        var run = Command.RunAsync($"--host {host} --event {name} --deadline 8000", Encoding.UTF8.GetBytes(Result), dispatcher, new() { TimeProvider = clock });
        await hangs.Task;
        clock.Advance(TimeSpan.FromSeconds(8));
        released.SetResult();
        return await run;

        async Task<HookResult> HangAsync()
        {
            hangs.SetResult();
            await released.Task;
            return HookResult.Continue;
        }
    }

    private static HookDispatcher Observing(bool decides)
    {
        HookPoint[] points = [HookPoint.AfterToolCall, HookPoint.FileChanged, HookPoint.FileRead];
        return Verbs.Guards.At(decides ? [.. points, HookPoint.ToolResultReady] : points);
    }

    // Cursor can be told beside the result only; the others keep it back or stop.
    private static void AssertSaid(Command run, string host, bool decides)
    {
        Assert.Equal(0, run.ExitCode);
        if (!decides)
            Assert.Equal("", run.Output);
        else
            Assert.Matches(host switch { "claude" => "\"continue\":false|updatedToolOutput", "codex" => "\"continue\":false", "gemini" => "\"decision\":\"deny\"", "copilot" => "modifiedResult", _ => "additional_context" }, run.Output);
        Assert.StartsWith("hooks: ", run.Error, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Output) Said(Command run) => (run.ExitCode, run.Output);
}
