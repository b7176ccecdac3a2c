using ChatAgent.Recorded;

namespace Hooks.Samples.Tests.ChatAgentRuns;

public sealed class RecordedConversationTests : IAsyncLifetime
{
    private ChatRun _run = null!;

    public async Task InitializeAsync() => _run = await ChatRun.StartAsync(typed: null);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Every_guard_leaves_its_mark_on_the_timeline()
    {
        Assert.Matches("refund  order=1018  amount=129 +denied +-\n +approve-refunds: nobody is there to approve it", _run.At("amount=129"));
        Assert.Matches("refund  order=1018  amount=8 +succeeded ", _run.At("amount=8"));
        Assert.Matches("denied +-\n +customers-only: mail goes to customers only", _run.At("to=me@elsewhere.test"));
        Assert.Matches("denied +-\n +no-deletions: ", _run.At("delete_ticket"));
        Assert.Matches("succeeded .*\n +ask-carrier-again: 2 attempts", _run.At("track_parcel"));
        Assert.Matches("replaced .*\n +mask-cards: ", _run.At("find_customer  name=Ada"));
        Assert.Single(_run.Lines, line => line.Contains("exchange_rate  currency=USD", StringComparison.Ordinal) && line.Contains(" succeeded ", StringComparison.Ordinal));
        Assert.Single(_run.Lines, line => line.Contains("exchange_rate  currency=USD", StringComparison.Ordinal) && line.Contains(" cached ", StringComparison.Ordinal));
        Assert.Contains("Done. Tool calls: 8 succeeded, 3 denied, 2 replaced, 1 cached.", _run.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (_run.ExitCode, _run.Errors));
    }

    [Fact]
    public void Only_what_was_allowed_has_happened()
    {
        var done = _run.Lines.SkipWhile(line => !line.StartsWith("Done.", StringComparison.Ordinal)).Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0);
        Assert.Equal(["mail to ada@example.com: Your order 1017", "refunded 8.00 EUR for order 1018", "ticket 19 is closed"], done);
    }

    [Fact]
    public void No_card_number_is_shown_not_even_one_that_the_model_says_in_pieces()
    {
        Assert.DoesNotContain("4111", _run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("5500", _run.Output, StringComparison.Ordinal);
        Assert.Contains("The number on file is [card ending in 1111], valid until 09/29.", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_plain_and_fit()
    {
        Assert.DoesNotContain(_run.Output, character => char.IsControl(character) && character is not ('\n' or '\r'));
        Assert.DoesNotContain(_run.Lines, line => line.Length > ChatRun.Width);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(200)]
    public async Task A_narrow_screen_has_shorter_lines_and_the_same_calls(int width)
    {
        var run = await ChatRun.OnScreenAsync(width);
        Assert.DoesNotContain(run.Lines.TakeWhile(line => !line.StartsWith("Done.", StringComparison.Ordinal)).Skip(1), line => line.Length > width);
        Assert.Equal(14, run.Lines.Count(line => line.EndsWith(" s", StringComparison.Ordinal) || line.EndsWith("     -", StringComparison.Ordinal)));
    }

    [Fact]
    public void Everybody_has_their_say_once()
    {
        var turns = Recording.Load(null);
        Assert.True(turns.Count >= 10);
        Assert.Equal(turns.Count, _run.Lines.Count(line => line.StartsWith("you   ", StringComparison.Ordinal)));
        Assert.Equal(turns.Count, _run.Lines.Count(line => line.StartsWith("agent ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("y\n", "succeeded", true)]
    [InlineData("n\n", "denied", false)]
    public async Task A_person_at_the_terminal_decides_about_a_large_refund(string typed, string outcome, bool isPaid)
    {
        var run = await ChatRun.StartAsync(typed, "--pace", "0");
        Assert.Contains("?  refund order=1018  amount=129: pay back 129.00 EUR? [y/N] ", run.Output, StringComparison.Ordinal);
        Assert.Matches($"refund  order=1018  amount=129 +{outcome} ", run.Output);
        Assert.Equal(isPaid, run.Output.Contains("refunded 129.00 EUR", StringComparison.Ordinal));
    }
}
