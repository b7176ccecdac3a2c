using GuardedAgent;
using Hooks.Events;
using Samples.Screen;

namespace Watch;

/// <summary>Runs the guarded agent, and shows its events: as a view that is drawn again and again, or, where there is no terminal, as lines.</summary>
internal static class WatchProgram
{
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, bool isLive, CancellationToken cancellationToken)
    {
        await using var bus = new EventBus();
        var summary = new StringWriter();
        using var over = new CancellationTokenSource();
        var showing = isLive ? new EventView(bus, terminal).RunAsync(over.Token) : PrintAsync(bus, terminal.Out);

        // The agent has no screen of its own here; what needs a person's approval is denied.
        var exitCode = await AgentProgram.RunAsync(
            arguments,
            terminal with { Out = summary, Input = null, HasColours = false },
            cancellationToken,
            dispatcher => HookEventBridge.Attach(dispatcher, bus));
        await over.CancelAsync();
        await bus.DisposeAsync();
        await showing;
        ShowSummary(terminal.Out, summary.ToString(), bus.Published);
        return exitCode;
    }

    private static async Task PrintAsync(EventBus bus, TextWriter to)
    {
        await foreach (var hookEvent in bus.SubscribeReader("**", new() { Name = "lines", Overflow = EventOverflow.Block }))
            to.WriteLine(EventLine.Format(hookEvent));
    }

    // The agent's last paragraph: how it went, and where its files are.
    private static void ShowSummary(TextWriter to, string said, long published)
    {
        var paragraph = said[(said.LastIndexOf("\n\n", StringComparison.Ordinal) + 1)..].Trim();
        to.WriteLine();
        to.WriteLine(paragraph);
        to.WriteLine($"events  {published}");
    }
}
