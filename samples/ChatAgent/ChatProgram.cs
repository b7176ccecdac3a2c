using System.Globalization;
using System.Text.Json;
using ChatAgent.Chatting;
using ChatAgent.Guards;
using ChatAgent.Models;
using ChatAgent.Models.Endpoint;
using ChatAgent.Recorded;
using ChatAgent.Screen;
using ChatAgent.Shop;
using Hooks;
using Hooks.Extensions.AI;
using Microsoft.Extensions.AI;
using Samples.Screen;

namespace ChatAgent;

/// <summary>The program behind its entry point, so that tests can run it too.</summary>
internal static class ChatProgram
{
    private const int Done = 0, ModelFailed = 1, WrongUsage = 2, Cancelled = 130;

    public static async Task<int> RunAsync(string[] arguments, ChatHost host, CancellationToken cancellationToken)
    {
        try
        {
            var options = Options.Parse(arguments);
            if (options.IsHelp)
            {
                host.Terminal.Out.WriteLine(Options.Usage);
                return Done;
            }

            var pace = new Pace(options.Pace ?? (host.Terminal.IsLive ? 1 : 0), host.Time);
            if (EndpointSettings.Read(host.Variable) is { } endpoint)
                return await ChatAsync(new EndpointChatClient(endpoint, new HttpClient()), new TypedTurns(host), endpoint.ToString(), pace, host, cancellationToken);
            var recording = Recording.Load(options.Recording);
            return await ChatAsync(
                new RecordedChatClient(recording, pace), new RecordedTurns(recording), $"a recorded conversation of {recording.Count} turns", pace, host, cancellationToken);
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            host.Terminal.Error.WriteLine(SafeText.Of($"ChatAgent: {exception.Message}"));
            return WrongUsage;
        }
    }

    private static async Task<int> ChatAsync(IChatClient client, ITurns turns, string title, Pace pace, ChatHost host, CancellationToken cancellationToken)
    {
        var desk = new SupportDesk(pace);
        var status = new StatusLine(host.Terminal, host.Time);
        var timeline = new Timeline(host.Terminal, status);
        await using var hooks = GeneratedHooks.CreateDispatcher(new MailGuard(desk), timeline, new HookDispatcherOptions
        {
            TimeProvider = host.Time,
            Pipeline = new() { Approver = new TerminalApprover(host.Terminal) },
            OnReport = report => timeline.ShowNotice($"hooks: {report.Message}"),
        });
        using var model = client.WithHooks(hooks, new() { HoldBack = CardNumbers.MaxLength });
        var loop = new ChatLoop(model, [.. desk.ToTools().Select(tool => tool.WithHooks(hooks))], timeline);

        timeline.ShowHeader($"ChatAgent: {title}");
        var exitCode = Done;
        try
        {
            await new Session(hooks, loop, turns, timeline).RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            exitCode = Cancelled;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or IOException or OperationCanceledException)
        {
            timeline.EndAnswer();
            host.Terminal.Error.WriteLine(SafeText.Of($"ChatAgent: the model failed: {exception.Message}"));
            exitCode = ModelFailed;
        }

        ShowSummary(host.Terminal, timeline, desk, exitCode == Cancelled);
        return exitCode;
    }

    private static void ShowSummary(Terminal terminal, Timeline timeline, SupportDesk desk, bool isCancelled)
    {
        timeline.EndAnswer();
        var calls = string.Join(", ", timeline.Calls.Select(outcome => $"{outcome.Value} {outcome.Key.ToString().ToLowerInvariant()}"));
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(isCancelled ? "Cancelled." : "Done.")} Tool calls: {(calls.Length > 0 ? calls : "none")}. Tokens: {timeline.Tokens}."));
        foreach (var change in desk.Done)
            terminal.Out.WriteLine(SafeText.Fit($"  {change}", terminal.Width));
    }
}
