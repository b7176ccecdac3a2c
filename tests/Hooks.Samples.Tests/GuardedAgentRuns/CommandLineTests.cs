namespace Hooks.Samples.Tests.GuardedAgentRuns;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Bad_lines_are_reported_and_the_rest_runs()
    {
        using var run = await AgentRun.OfPlanAsync(
            AgentRun.Shell("echo one"),
            "{not json",
            "",
            "[]",
            """{"arguments": {}}""",
            """{"tool": 7}""",
            """{"tool": "run_shell", "argument": {"command": "ls"}}""",
            """{"tool": "run_shell", "arguments": "ls"}""",
            """{"tool": "run_shell", "arguments": {"command": "a", "command": "b"}}""",
            AgentRun.Shell("echo two"));
        var errors = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal([2, 4, 5, 6, 7, 8, 9], errors.Select(line => int.Parse(line.Split(".jsonl:")[1].Split(':')[0], null)));
        Assert.EndsWith("not valid JSON at byte 1", errors[0].TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith("\"tool\" is missing", errors[2].TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("\"argument\" is not known", errors[4], StringComparison.Ordinal);
        Assert.Contains("Done: 2 calls, 0 denied", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--plan")]
    [InlineData("--plan", "no-such-file.jsonl")]
    [InlineData("--graph", "picture")]
    [InlineData("everything")]
    [InlineData("--plan", "\u001b[2J")]
    public async Task Wrong_usage_is_2(params string[] arguments)
    {
        using var run = await AgentRun.StartAsync(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("GuardedAgent: ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Errors);
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        using var run = await AgentRun.StartAsync("--help");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("--plan FILE", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flowchart", "--graph")]
    [InlineData("flowchart", "--graph", "mermaid")]
    [InlineData("16 hooks of GuardedAgent", "--graph", "text")]
    public async Task The_graph_shows_the_hooks_without_a_run(string expected, params string[] arguments)
    {
        using var run = await AgentRun.StartAsync(arguments);
        Assert.StartsWith(expected, run.Output, StringComparison.Ordinal);
        Assert.Contains("no-force-push", run.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (run.ExitCode, run.Folder));
    }
}
