using Samples.Screen;

namespace Hooks.Samples.Tests.Screen;

public sealed class TerminalApproverTests
{
    private const string Question = @"  ?  run\x1b[2J \x1b[1A: because \x07 [y/N] ";

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
        Assert.Equal(Question + (typed.Length == 0 ? Environment.NewLine : ""), asked);
    }

    [Fact]
    public async Task Who_cancels_instead_of_answering_leaves_no_open_line()
    {
        using var cancellation = new CancellationTokenSource();
        using var reader = new NeverAnswering();
        var output = new StringWriter();
        var asking = AskAsync(reader, output, cancellation.Token);
        await reader.Asked.WaitAsync(TimeSpan.FromSeconds(30));
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(Question + Environment.NewLine, output.ToString());
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
        return (await AskAsync(input, output, CancellationToken.None), output.ToString());
    }

    private static async Task<ToolCallContext> AskAsync(TextReader? input, StringWriter output, CancellationToken cancellationToken)
    {
        var approver = new TerminalApprover(new(output, output, input, 80, HasColours: false));
        await using var hooks = GeneratedHooks.CreateDispatcher(new Loop.Witness(), new() { Pipeline = new() { Approver = approver } });
        hooks.Register<ToolCallContext>(HookPoint.BeforeToolCall, _ => HookResult.Ask("because \u0007"));
        var call = new ToolCallContext { ToolName = "run\u001b[2J", Arguments = new() { ["command"] = "\u001b[1A" } };
        return await hooks.InvokeToolAsync(call, (_, _) => new("done"), cancellationToken);
    }

    private sealed class NeverAnswering : TextReader
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _over = new();

        public Task Asked => _asked.Task;

        public override string? ReadLine()
        {
            _asked.SetResult();
            _over.Wait();
            return null;
        }

        protected override void Dispose(bool disposing) => _over.Set();
    }
}
