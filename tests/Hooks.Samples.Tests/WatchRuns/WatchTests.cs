using Hooks.Events;
using Samples.Screen;
using Watch;

namespace Hooks.Samples.Tests.WatchRuns;

public class WatchTests
{
    [Fact]
    public async Task Without_a_terminal_each_event_is_a_line_and_the_last_lines_say_how_it_went()
    {
        var (exitCode, output) = await RunAsync(isLive: false);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(0, exitCode);
        Assert.Contains("session.started (hooks)", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("tool.call.after", StringComparison.Ordinal) && line.Contains("outcome=denied", StringComparison.Ordinal) && line.Contains("success=false", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("session.ended", StringComparison.Ordinal));
        var events = lines.Count(line => line.StartsWith('['));
        Assert.Equal($"events  {events}", lines[^1].TrimEnd());
        Assert.Contains(lines, line => line.StartsWith("Done: ", StringComparison.Ordinal));
        Assert.DoesNotContain(output, character => character == '\u001b');
    }

    [Fact]
    public async Task In_a_terminal_the_view_is_drawn_over_itself_and_ends_with_all_events()
    {
        var (exitCode, output) = await RunAsync(isLive: true);

        Assert.Equal(0, exitCode);
        var last = output[output.LastIndexOf("\u001b[H", StringComparison.Ordinal)..];
        var published = last[(last.LastIndexOf("events  ", StringComparison.Ordinal) + 8)..].Trim();
        Assert.StartsWith($"\u001b[H\u001b[K{published} events, ", last, StringComparison.Ordinal);
        Assert.Contains("session.ended", last, StringComparison.Ordinal);
        Assert.Equal(Count("\u001b[?7l"), Count("\u001b[?7h"));
        Assert.Matches($"view +{published} ", last);

        int Count(string control) => output.Split(control).Length - 1;
    }

    [Fact]
    public void The_view_shows_counts_rates_and_drops_and_obeys_no_event()
    {
        var bus = new EventBus();
        var publisher = bus.CreatePublisher("p");
        var reader = bus.SubscribeReader("n.*", new() { Name = "slow", Capacity = 1 });
        for (var i = 0; i < 3; i++)
            publisher.Publish(new HookEvent("n.1") { Data = EventData.FromText("\u001b[2Jgone?\nreally") });
        var lines = EventScreen.Render(bus.GetStatistics(), bus.GetHistory(2), new Dictionary<string, double> { ["n.1"] = 1.5 }, 100, 40);
        GC.KeepAlive(reader);

        Assert.Equal("3 events, 1.5 a second", lines[0]);
        Assert.Contains(lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^n\.1 +3 +1\.5$"));
        Assert.Contains(lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^slow +0 +1 +2 +0$"));
        Assert.All(lines, line => Assert.DoesNotContain(line, char.IsControl));
        Assert.Equal(2, lines.Count(line => line.Contains("gone?", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(24)]
    [InlineData(40)]
    public void The_view_fits_the_terminal_with_what_is_said_below_it_and_shows_what_differs(int height)
    {
        var bus = new EventBus();
        var publisher = bus.CreatePublisher("p");
        for (var i = 0; i < 40; i++)
            publisher.Publish(new HookEvent($"n.{i}") { Data = EventData.FromJson($$"""{"point":"P","agent":"a","tool":"bash","call_id":"{{i}}","outcome":"denied","duration_ms":1.5,"verdict":"continue"}""") });
        var lines = EventScreen.Render(bus.GetStatistics(), bus.GetHistory(EventScreen.LastEvents), new Dictionary<string, double>(), 80, height);

        Assert.True(lines.Count <= height - 7, $"{lines.Count} lines");
        Assert.Contains(lines, line => line.EndsWith("bash outcome=denied 1.5 ms", StringComparison.Ordinal) && line.Contains("n.39", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("others ", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_in_a_short_line_passes_for_another_part_of_it()
    {
        var data = EventData.From(new Hooks.HookArguments { ["tool"] = "ls outcome=succeeded", ["a b"] = "c", ["reason"] = "no \"rm\"", ["verdict"] = "cancel" });
        Assert.EndsWith("""n.1                 "ls outcome=succeeded" "a b"=c reason="no \"rm\"" verdict=cancel""", ShortLine.Of(new("n.1") { Data = data }), StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(bool isLive)
    {
        var output = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, TextWriter.Null, Input: null, Width: 100, HasColours: false);
        return (await WatchProgram.RunAsync([], terminal, isLive, CancellationToken.None), output.ToString());
    }
}
