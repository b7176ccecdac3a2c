using GuardedAgent.Loop;
using GuardedAgent.Plan;
using GuardedAgent.Records;
using GuardedAgent.Scratch;
using GuardedAgent.Screen;
using GuardedAgent.Tools;
using Samples.Screen;

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
    [InlineData("redirect", "other: Succeeded ran other x1, ", "redirect: Redirected ran other x1, Answer")]
    [InlineData("fork", "other: Succeeded ran other x1, ", "fork: Succeeded ran other x1, Answer")]
    [InlineData("cache", "cache: Succeeded ran cache x1, Answer")]
    [InlineData("retry", "retry: Succeeded ran retry x1, Answer")]
    [InlineData("repeat", "repeat: Succeeded ran repeat x4, Judge")]
    public async Task So_are_those_that_call_something_else_or_again(string tool, params string[] expected)
    {
        await RunAsync(tool, approves: false);
        Assert.Equal(["start", .. expected, "end: completed"], _witness.Seen);
    }

    private async Task RunAsync(string tool, bool approves)
    {
        await using var hooks = GeneratedHooks.CreateDispatcher(_witness, new HookDispatcherOptions { Pipeline = new() { Approver = new FixedApprover(approves) } });
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, null, 80, HasColours: false);
        var loop = new AgentLoop(hooks, new([new FakeTool(tool), new FakeTool("other")]), new(terminal), new Budget(1m), _scratch);
        await loop.RunAsync([new PlanStep(tool, new(), null)], default);
    }

    private sealed class FakeTool(string name) : ITool
    {
        public string Name => name;

        public bool IsReadOnly => true;

        public ValueTask<string> RunAsync(HookArguments arguments, CancellationToken cancellationToken) =>
            name.StartsWith("fail", StringComparison.Ordinal) ? throw new ToolException("it broke") : new($"ran {name}");
    }

    private sealed class FixedApprover(bool approves) : IHookApprover
    {
        public ValueTask<HookApproval> ApproveAsync(HookApprovalRequest request, CancellationToken cancellationToken) =>
            new(approves ? HookApproval.Approve() : HookApproval.Deny("nobody approved it"));
    }
}
