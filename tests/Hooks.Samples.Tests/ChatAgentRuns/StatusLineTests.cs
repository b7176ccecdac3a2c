using ChatAgent.Screen;
using Hooks.TestKit;
using Samples.Screen;

namespace Hooks.Samples.Tests.ChatAgentRuns;

public sealed class StatusLineTests
{
    private const string Erase = "\r\e[2K";
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly FakeClock _clock = new();
    private readonly StringWriter _output = new();

    [Fact]
    public void It_shows_what_is_waited_for_and_how_long_already()
    {
        var status = Make(isLive: true);
        status.Begin("refund\u001b[2J  order=1018");
        Assert.Equal("", _output.ToString());
        _clock.Advance(2 * Tick);
        Assert.Equal($@"{Erase}  |   refund\x1b[2J  order=1018  0.1 s{Erase}  /   refund\x1b[2J  order=1018  0.2 s", _output.ToString());
        status.End();
        Assert.EndsWith(Erase, _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Once_it_is_over_nothing_more_is_written()
    {
        var status = Make(isLive: true);
        status.Begin("quick");
        status.End();
        _clock.Advance(10 * Tick);
        Assert.Equal(("", 0), (_output.ToString(), _clock.ArmedTimers));
    }

    [Fact]
    public void Where_a_line_cannot_be_written_over_there_is_none()
    {
        var status = Make(isLive: false);
        status.Begin("slow");
        _clock.Advance(10 * Tick);
        status.End();
        Assert.Equal("", _output.ToString());
    }

    private StatusLine Make(bool isLive) => new(new Terminal(_output, TextWriter.Null, null, 80, HasColours: false, isLive), _clock);
}
