using Hooks.Events;
using Samples.Screen;

namespace Watch;

/// <summary>Draws the view several times a second, over what it drew before.</summary>
internal sealed class EventView(EventBus bus, Terminal terminal)
{
    private const string Home = "\u001b[H", ClearScreen = "\u001b[2J", ClearLine = "\u001b[K", ClearBelow = "\u001b[J";

    // Characters may be wider than one column; what does not fit is cut off, not carried into the next line.
    private const string CutOff = "\u001b[?7l", Wrap = "\u001b[?7h";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly EventRates _rates = new();

    public async Task RunAsync(CancellationToken over)
    {
        // A handler of its own, with a small queue: what a slow terminal misses is counted, and holds up nobody.
        await using var seen = bus.Subscribe("**", (_, _) => default, new() { Name = "view", Capacity = 64 });
        using var timer = new PeriodicTimer(Interval);
        terminal.Out.Write(ClearScreen);
        try
        {
            do
                Draw();
            while (await timer.WaitForNextTickAsync(over));
        }
        catch (OperationCanceledException)
        {
            // One last picture, of everything.
            Draw();
        }
    }

    private void Draw()
    {
        var statistics = bus.GetStatistics();
        var lines = EventScreen.Render(statistics, bus.GetHistory(EventScreen.LastEvents), _rates.Note(statistics.ByType), terminal.Width, terminal.Height);
        terminal.Out.Write(CutOff + Home + string.Concat(lines.Select(line => ClearLine + line + "\n")) + ClearBelow + Wrap);
        terminal.Out.Flush();
    }
}
