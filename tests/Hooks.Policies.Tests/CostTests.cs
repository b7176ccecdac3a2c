using Hooks.Policies.Tests.Telemetry;

namespace Hooks.Policies.Tests;

/// <summary>Settings of a hook that completes at once cost no memory and no look at the clock, on either path.</summary>
[Collection(nameof(Listening))]
public sealed class CostTests
{
    private const int Rounds = 200;

    private static readonly ToolCallContext ToolCall = new() { ToolName = "bash" };
    private static readonly ModelCallContext ModelCall = new();
    private static readonly AgentContext Run = new();
    private static readonly StateContext Read = new() { Key = "k" };

    private static readonly Dictionary<string, Func<HookDispatcher, CancellationToken, bool>> Ways = new()
    {
        ["timeout"] = static (dispatcher, token) => dispatcher.BeforeToolCallAsync(ToolCall, token).Result.IsContinue,
        ["timeout and breaker"] = static (dispatcher, token) => dispatcher.AfterModelCallAsync(ModelCall, token).Result.IsContinue,
        ["retries"] = static (dispatcher, token) => dispatcher.BeforeModelCallAsync(ModelCall, token).Result.IsContinue,
        ["breaker of a synchronous hook"] = static (dispatcher, token) => dispatcher.BeforeAgentExecutionAsync(Run, token).Result.IsContinue,
        ["breaker, synchronous entry"] = static (dispatcher, token) => dispatcher.BeforeAgentExecution(Run, token).IsContinue,
        ["retries of a synchronous hook"] = static (dispatcher, token) => dispatcher.BeforeStateReadAsync(Read, token).Result.IsContinue,
        ["retries, synchronous entry"] = static (dispatcher, token) => dispatcher.BeforeStateRead(Read, token).IsContinue,
    };

    public static TheoryData<HookExecutionPath, string, bool> Fires()
    {
        var data = new TheoryData<HookExecutionPath, string, bool>();
        foreach (var path in Enum.GetValues<HookExecutionPath>())
        foreach (var what in Ways.Keys)
        foreach (var canCancel in new[] { false, true })
            data.Add(path, what, canCancel);
        return data;
    }

    [Theory, MemberData(nameof(Fires))]
    public async Task A_hook_that_completes_at_once_pays_no_memory_and_no_clock(HookExecutionPath path, string what, bool canCancel)
    {
        var clock = new CountingClock();
        await using var dispatcher = PolicyHooks.CreateDispatcher(new Scripted(), new() { ExecutionPath = path, TimeProvider = clock });
        using var caller = new CancellationTokenSource();
        var token = canCancel ? caller.Token : CancellationToken.None;
        var fire = Ways[what];
        Assert.Equal(0, Allocated(() => fire(dispatcher, token)));
        Assert.Equal(0, clock.Calls);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task The_clock_is_asked_once_a_hook_has_suspended(HookExecutionPath path)
    {
        var clock = new CountingClock();
        var gate = new TaskCompletionSource<HookResult>();
        await using var dispatcher = PolicyHooks.CreateDispatcher(new Scripted { OnTimed = (_, _) => new(gate.Task) }, new() { ExecutionPath = path, TimeProvider = clock });
        var fire = dispatcher.BeforeToolCallAsync(new() { ToolName = "bash" });
        gate.SetResult(HookResult.Continue);
        await fire;
        Assert.NotEqual(0, clock.Calls);
    }

    private static long Allocated(Func<bool> fire)
    {
        for (var i = 0; i < Rounds; i++)
            Assert.True(fire());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var all = true;
        for (var i = 0; i < Rounds; i++)
            all &= fire();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(all);
        return bytes;
    }

    /// <summary>The system's clock, which counts how often it is asked.</summary>
    private sealed class CountingClock : TimeProvider
    {
        private int _calls;

        public int Calls => _calls;

        public override DateTimeOffset GetUtcNow()
        {
            Interlocked.Increment(ref _calls);
            return base.GetUtcNow();
        }

        public override long GetTimestamp()
        {
            Interlocked.Increment(ref _calls);
            return base.GetTimestamp();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref _calls);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
