using System.Runtime.CompilerServices;

namespace Hooks.Benchmarks.Hooked;

/// <summary>One hook that suspends, without and with a time of its own.</summary>
internal static class SlowHooks
{
    [Hook(HookPoint.BeforeStateRead), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Untimed(StateContext context, CancellationToken cancellationToken) => Calls.Suspended();

    [Hook(HookPoint.BeforeStateWrite, TimeoutMilliseconds = 5000), MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> Timed(StateContext context, CancellationToken cancellationToken) => Calls.Suspended();
}
