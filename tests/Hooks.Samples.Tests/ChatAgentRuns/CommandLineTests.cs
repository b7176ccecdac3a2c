namespace Hooks.Samples.Tests.ChatAgentRuns;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--recording")]
    [InlineData("--recording", "no-such-file.jsonl")]
    [InlineData("--pace", "fast")]
    [InlineData("--pace", "-1")]
    [InlineData("everything")]
    [InlineData("\u001b[2J")]
    public async Task Wrong_usage_is_2(params string[] arguments)
    {
        var run = await ChatRun.StartAsync(typed: null, arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("ChatAgent: ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Errors);
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        var run = await ChatRun.StartAsync(typed: null, "--help");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("CHAT_ENDPOINT", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{not json", 3, "not valid JSON at byte 1")]
    [InlineData("[]", 3, "a line is {\"user\": TEXT}")]
    [InlineData("""{"says": "hello"}""", 3, "a line is {\"user\": TEXT}")]
    [InlineData("""{"say": 7}""", 3, "a line is {\"user\": TEXT}")]
    [InlineData("""{"calls": [{"tool": "refund"}]}""", 3, "a line is {\"user\": TEXT}")]
    [InlineData("""{"calls": [{"tool": "refund", "arguments": {"a": 1, "a": 2}}]}""", 3, "a")]
    public async Task A_line_of_a_recording_that_makes_no_sense_is_named(string line, int number, string why)
    {
        var run = await PlayAsync("""{"user": "hello"}""", "", line);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains($".jsonl:{number}: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(why, run.Errors.Split($".jsonl:{number}: ")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_begins_with_a_person()
    {
        var run = await PlayAsync("""{"say": "hello"}""");
        Assert.Contains(".jsonl:1: a recording begins with \"user\"", run.Errors, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task A_tool_that_is_not_there_is_the_models_to_deal_with()
    {
        var run = await PlayAsync("""{"user": "hello"}""", """{"calls": [{"tool": "no_such_tool", "arguments": {}}]}""", """{"say": "sorry"}""");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("agent sorry", run.Output, StringComparison.Ordinal);
        Assert.Contains("Tool calls: none.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_conversation_is_130()
    {
        var run = await ChatRun.StartAsync(null, TextReader.Null, _ => null, new CancellationToken(canceled: true));
        Assert.Equal(130, run.ExitCode);
        Assert.Contains("Cancelled. Tool calls: none.", run.Output, StringComparison.Ordinal);
    }

    private static async Task<ChatRun> PlayAsync(params string[] lines)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.jsonl");
        await File.WriteAllLinesAsync(file, lines);
        try
        {
            return await ChatRun.StartAsync(typed: null, "--recording", file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
