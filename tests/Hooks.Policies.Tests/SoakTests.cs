using System.Collections.Concurrent;

namespace Hooks.Policies.Tests;

/// <summary>Many fires of hooks that misbehave in every way, on many threads, while others change the dispatcher; every count has to add up.</summary>
public sealed class SoakTests
{
    private const int Threads = 64, FiresOfAThread = 1600;

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_hundred_thousand_mixed_fires_lose_nothing(HookExecutionPath path)
    {
        var counts = new Counts();
        var reports = new ConcurrentDictionary<HookReportKind, int>();
        var failedHooks = new ConcurrentDictionary<string, int>();
        var hooks = new Scripted
        {
            OnTimed = async (call, token) =>
            {
                switch (counts.Next() % 8)
                {
                    case 0:
                        Interlocked.Increment(ref counts.Thrown);
                        throw new IOException();
                    case 1:
                        await Task.Yield();
                        Interlocked.Increment(ref counts.Thrown);
                        throw new OperationCanceledException();
                    case 2:
                        await Task.Yield();
                        Interlocked.Increment(ref counts.Cancelled);
                        return HookResult.Cancel("no");
                    case 3:
                        Interlocked.Increment(ref counts.Thrown);
                        return HookResult.Allow();
                    default:
                        return HookResult.Continue;
                }
            },
            OnAfterTimed = _ =>
            {
                Interlocked.Increment(ref counts.Through);
                return HookResult.Continue;
            },
            OnBackground = (_, _) =>
            {
                Interlocked.Increment(ref counts.Background);
                return Task.CompletedTask;
            },
        };
        var dispatcher = PolicyHooks.CreateDispatcher(hooks, new()
        {
            ExecutionPath = path,
            DrainTimeout = TimeSpan.FromMinutes(1),
            OnReport = report =>
            {
                reports.AddOrUpdate(report.Kind, 1, static (_, count) => count + 1);
                if (report.Kind == HookReportKind.Failed)
                    failedHooks.AddOrUpdate(report.Hook!.Name, 1, static (_, count) => count + 1);
            },
        });
        using var stop = new CancellationTokenSource();
        var changes = ChangeAsync(dispatcher, stop.Token);
        var verdicts = await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(() => FireAsync(dispatcher))));
        await stop.CancelAsync();
        await changes;
        await dispatcher.DisposeAsync();

        var denied = verdicts.Sum();
        Assert.Equal(counts.Thrown, failedHooks.GetValueOrDefault(Scripted.Timed));
        Assert.Equal(failedHooks.Values.Sum(), reports.GetValueOrDefault(HookReportKind.Failed));
        Assert.Equal(denied, counts.Thrown + counts.Cancelled);
        Assert.Equal(Threads * FiresOfAThread, denied + counts.Through);
        Assert.Equal(Threads * FiresOfAThread, counts.Background + reports.GetValueOrDefault(HookReportKind.Dropped));
        Assert.Equal(reports.GetValueOrDefault(HookReportKind.Dropped), dispatcher.FindHook(Scripted.Background)!.Dropped);
    }

    private static async Task<int> FireAsync(HookDispatcher dispatcher)
    {
        var denied = 0;
        for (var i = 0; i < FiresOfAThread; i++)
        {
            var call = Scene.Call();
            if ((await dispatcher.BeforeToolCallAsync(call)).IsCancel)
                denied++;
            await dispatcher.AfterToolCallAsync(call);
        }

        return denied;
    }

    // Handlers come and go, settings change; none of it concerns the hooks that are counted.
    private static async Task ChangeAsync(HookDispatcher dispatcher, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            using var observer = dispatcher.Observe<ToolCallContext>(HookPoint.BeforeToolCall, static _ => { }, new() { Priority = i % 7 });
            dispatcher.Configure(Scripted.Plain, i % 2 == 0 ? new() { Priority = 2, Timeout = TimeSpan.FromMinutes(1) } : null);
            await Task.Yield();
        }

        dispatcher.Configure(Scripted.Plain, null);
    }

    private sealed class Counts
    {
        public int Thrown, Cancelled, Through, Background;
        private int _next;

        public int Next() => Interlocked.Increment(ref _next);
    }
}
