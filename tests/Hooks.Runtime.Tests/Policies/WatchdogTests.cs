using System.Runtime.CompilerServices;
using Hooks.Runtime.Tests.Tables;

namespace Hooks.Runtime.Tests.Policies;

/// <summary>A call that never comes back is held for ever; what came and went meanwhile is not.</summary>
public sealed class WatchdogTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_call_that_was_reported_holds_no_others()
    {
        await using var dispatcher = new HookDispatcher(DescribedTable.Of());
        using var watchdog = new Watchdog(dispatcher, TimeProvider.System, Limit);
        var (reported, later) = Begin(watchdog);

        GC.Collect();

        Assert.False(later.IsAlive);
        GC.KeepAlive(reported);
    }

    // A method of its own, so that nothing on the stack keeps the calls.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (object Reported, WeakReference Later) Begin(Watchdog watchdog)
    {
        var hook = DescribedTable.Hook("a");
        var reported = watchdog.Begin(hook);
        var next = watchdog.Begin(hook);
        watchdog.End(reported);
        var later = watchdog.Begin(hook);
        watchdog.End(next);
        watchdog.End(later);
        return (reported, new(later));
    }
}
