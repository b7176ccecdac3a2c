using System.Runtime.CompilerServices;
using Hooks.Runtime.Tests.Tables;

namespace Hooks.Runtime.Tests.Policies;

/// <summary>The queue of a background hook that was taken out runs empty, and then nothing is left of it.</summary>
public sealed class LeftQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task It_goes_when_it_has_run_empty()
    {
        await using var dispatcher = new HookDispatcher(DescribedTable.Of());
        var go = new TaskCompletionSource();
        var waits = await UseAsync(dispatcher, fires: 3, go.Task);
        var unused = await UseAsync(dispatcher, fires: 0, go.Task);
        Assert.Equal(1, Count(dispatcher));
        go.SetResult();

        Assert.True(SpinWait.SpinUntil(() => Count(dispatcher) == 0, Patience));
        Assert.True(SpinWait.SpinUntil(() => IsCollected(unused), Patience), "the queue that was never used");
        Assert.True(SpinWait.SpinUntil(() => IsCollected(waits), Patience), "the queue that has run empty");
    }

    // Methods of their own, so that nothing on the stack keeps the queue.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> UseAsync(HookDispatcher dispatcher, int fires, Task go)
    {
        using var registration = dispatcher.Observe<SessionContext>(HookPoint.SessionEnd, async (_, _) => await go, new() { Background = true });
        for (var fire = 0; fire < fires; fire++)
            await dispatcher.SessionEndAsync(new());
        return new(dispatcher.Runs.Queues[0]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Count(HookDispatcher dispatcher) => dispatcher.Runs.Queues.Count;

    private static bool IsCollected(WeakReference queue)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return !queue.IsAlive;
    }
}
