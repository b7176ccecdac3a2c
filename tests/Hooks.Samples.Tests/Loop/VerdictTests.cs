using GuardedAgent.Loop;
using GuardedAgent.Plan;
using GuardedAgent.Records;
using GuardedAgent.Scratch;
using GuardedAgent.Screen;
using GuardedAgent.Tools;

namespace Hooks.Samples.Tests.Loop;

public sealed class VerdictTests : IDisposable
{
    private readonly ScratchFolder _scratch = ScratchFolder.Create();
    private readonly Witness _witness = new();

    public void Dispose() => Directory.Delete(_scratch.Root, recursive: true);

    [Theory]
    [InlineData("plain", "plain: Succeeded ran plain x1, ")]
    [InlineData("skip", "skip: Succeeded ran skip x1, ")]
    [InlineData("invalid", "invalid: Denied invalid x1, Refuse")]
    [InlineData("cancel", "cancel: Denied no x1, Answer")]
    [InlineData("replace", "replace: Replaced stand-in x1, Answer")]
    [InlineData("withhold", "withhold: Withheld withheld x1, Judge")]
    [InlineData("swap", "swap: Replaced swapped x1, Judge")]
    [InlineData("fail-plain", "fail-plain: Failed it broke x1, ")]
    [InlineData("fail-retry", "fail-retry: Failed it broke x3, Recover")]
    [InlineData("fail-replace", "fail-replace: Replaced recovered x1, Recover")]
    [InlineData("fail-cancel", "fail-cancel: Failed as you were told x1, Recover")]
    public async Task A_known_verdict_is_honoured(string tool, string expected)
    {
        await RunAsync(tool, approves: false);
        Assert.Equal(["start", expected, "end: completed"], _witness.Seen);
    }

    [Theory]
    [InlineData(true, "ask: Succeeded ran ask x1, Answer")]
    [InlineData(false, "ask: Denied nobody approved it x1, Answer")]
    public async Task Ask_is_for_the_approver(bool approves, string expected)
    {
        await RunAsync("ask", approves);
        Assert.Equal(["start", expected, "end: completed"], _witness.Seen);
    }

    [Theory]
    [InlineData("redirect", "BeforeToolCall", "Redirect")]
    [InlineData("fork", "BeforeToolCall", "Fork")]
    [InlineData("cache", "BeforeToolCall", "Cache")]
    [InlineData("retry", "BeforeToolCall", "Retry")]
    [InlineData("repeat", "ToolResultReady", "Retry")]
    public async Task An_unknown_verdict_throws_and_the_session_still_ends(string tool, string point, string verdict)
    {
        var error = await Assert.ThrowsAsync<NotSupportedException>(() => RunAsync(tool, approves: true));
        Assert.Contains(point, error.Message, StringComparison.Ordinal);
        Assert.Contains(verdict, error.Message, StringComparison.Ordinal);
        Assert.Equal(3, _witness.Seen.Count);
        Assert.StartsWith($"{tool}: Failed ", _witness.Seen[1], StringComparison.Ordinal);
        Assert.Equal("end: failed", _witness.Seen[2]);
    }

    [Fact]
    public async Task A_person_at_the_terminal_says_yes_or_no()
    {
        Assert.True(await AskAsync("y\n"));
        Assert.False(await AskAsync("n\n"));
        Assert.False(await AskAsync("\n"));
        Assert.False(await AskAsync(""));

        static async Task<bool> AskAsync(string typed)
        {
            var output = new StringWriter();
            var approver = new TerminalApprover(new(output, output, new StringReader(typed), 80, HasColours: false));
            var answer = await approver.ApproveAsync(new() { ToolName = "run\u001b[2J", Arguments = new() { ["command"] = "\u001b[1A" } }, "because", default);
            Assert.Equal(@"  ?  run\x1b[2J \x1b[1A: because [y/N] ", output.ToString());
            return answer;
        }
    }

    private async Task RunAsync(string tool, bool approves)
    {
        await using var hooks = GeneratedHooks.CreateDispatcher(_witness);
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, null, 80, HasColours: false);
        var loop = new AgentLoop(hooks, new([new FakeTool(tool)]), new FixedApprover(approves), new(terminal), new Budget(1m), _scratch);
        await loop.RunAsync([new PlanStep(tool, new(), null)], default);
    }

    private sealed class FakeTool(string name) : ITool
    {
        public string Name => name;

        public bool IsReadOnly => true;

        public ValueTask<string> RunAsync(HookArguments arguments, CancellationToken cancellationToken) =>
            name.StartsWith("fail", StringComparison.Ordinal) ? throw new ToolException("it broke") : new($"ran {name}");
    }

    private sealed class FixedApprover(bool approves) : IApprover
    {
        public ValueTask<bool> ApproveAsync(ToolCallContext call, string? reason, CancellationToken cancellationToken) => new(approves);
    }
}
