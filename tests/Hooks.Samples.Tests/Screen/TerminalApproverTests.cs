using Samples.Screen;

namespace Hooks.Samples.Tests.Screen;

public sealed class TerminalApproverTests
{
    [Theory]
    [InlineData("y\n", ToolCallOutcome.Succeeded)]
    [InlineData("yes\n", ToolCallOutcome.Succeeded)]
    [InlineData("n\n", ToolCallOutcome.Denied)]
    [InlineData("\n", ToolCallOutcome.Denied)]
    [InlineData("", ToolCallOutcome.Denied)]
    public async Task A_person_at_the_terminal_says_yes_or_no(string typed, ToolCallOutcome expected)
    {
        var (call, asked) = await AskAsync(new StringReader(typed));
        Assert.Equal(expected, call.Outcome);
        Assert.Equal(@"  ?  run\x1b[2J \x1b[1A: because \x07 [y/N] ", asked);
    }

    [Fact]
    public async Task Without_a_terminal_the_answer_is_no()
    {
        var (call, asked) = await AskAsync(null);
        Assert.Equal((ToolCallOutcome.Denied, "nobody is there to approve it", ""), (call.Outcome, call.ErrorMessage, asked));
    }

    private static async Task<(ToolCallContext Call, string Asked)> AskAsync(TextReader? input)
    {
        var output = new StringWriter();
        var approver = new TerminalApprover(new(output, output, input, 80, HasColours: false));
        await using var hooks = GeneratedHooks.CreateDispatcher(new Loop.Witness(), new() { Pipeline = new() { Approver = approver } });
        hooks.Register<ToolCallContext>(HookPoint.BeforeToolCall, _ => HookResult.Ask("because \u0007"));
        var call = new ToolCallContext { ToolName = "run\u001b[2J", Arguments = new() { ["command"] = "\u001b[1A" } };
        return (await hooks.InvokeToolAsync(call, (_, _) => new("done")), output.ToString());
    }
}
