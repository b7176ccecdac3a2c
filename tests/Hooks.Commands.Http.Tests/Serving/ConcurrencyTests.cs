namespace Hooks.Commands.Http.Tests.Serving;

/// <summary>Events beside each other get each its own answer, and no more of them run than were allowed.</summary>
public sealed class ConcurrencyTests
{
    private const int Many = 64;

    [Fact]
    public async Task Sixty_four_events_at_a_time_do_not_mix()
    {
        var log = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var server = await RunningServer.StartAsync(atOnce: Many, log: log);
        using var all = new CountdownEvent(Many);
        server.Dispatcher.Register<ToolCallContext>(
            HookPoint.BeforeToolCall,
            (call, _) =>
            {
                // Each holds a thread until all are there.
                all.Signal();
                all.Wait();
                Console.WriteLine($"printed for {call.Arguments.GetString("command")}");
                return new(HookResult.Continue);
            },
            new() { Priority = HookPriority.Highest });

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => server.AnswerAsync("PreToolUse", Payloads.Shell(Command(i)))));

        for (var i = 0; i < Many; i++)
            Assert.Equal(Expected(i), answers[i]);

        var lines = await File.ReadAllLinesAsync(log);
        File.Delete(log);
        Assert.Equal(Many / 4, lines.Count(line => line.Contains("\"verdict\":\"Deny\"", StringComparison.Ordinal)));
        Assert.Equal(Many, lines.Length);
    }

    [Fact]
    public async Task No_more_run_beside_each_other_than_allowed()
    {
        await using var server = await RunningServer.StartAsync(atOnce: 2);
        var entered = 0;
        var leave = new TaskCompletionSource();
        server.Dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, async (_, _) =>
        {
            Interlocked.Increment(ref entered);
            await leave.Task;
            return HookResult.Continue;
        });
        var requests = Enumerable.Range(0, 5).Select(_ => server.AnswerAsync("PreToolUse", Payloads.Shell("ls"))).ToList();
        while (Volatile.Read(ref entered) < 2 || server.Clock.ArmedTimers < (2 * 2) + 3)
            await Task.Yield();

        server.Clock.Advance(TimeSpan.FromSeconds(8));

        Assert.All(await Task.WhenAll(requests), answer => Assert.Equal(Payloads.Denied, answer));
        Assert.Equal(2, entered);
        leave.SetResult();
    }

    private static string Command(int i) => (i % 4) switch
    {
        0 => $"deny: no {i}",
        1 => $"ask: sure {i}",
        2 => $"context: mind {i}",
        _ => $"ls {i}",
    };

    private static string Expected(int i) => (i % 4) switch
    {
        0 => Specific($"\"permissionDecision\":\"deny\",\"permissionDecisionReason\":\"no {i}\""),
        1 => Specific($"\"permissionDecision\":\"ask\",\"permissionDecisionReason\":\"sure {i}\""),
        2 => Specific($"\"additionalContext\":\"mind {i}\""),
        _ => "",
    };

    private static string Specific(string members) => $"{{\"hookSpecificOutput\":{{\"hookEventName\":\"PreToolUse\",{members}}}}}";
}
