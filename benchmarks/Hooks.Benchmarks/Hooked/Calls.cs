using System.Runtime.CompilerServices;

namespace Hooks.Benchmarks.Hooked;

/// <summary>What every measured hook does: count, and answer. The count shows that no chain has left a hook out.</summary>
internal static class Calls
{
    public static long Count;

    /// <summary>What the suspended hook waits for.</summary>
    public static Suspension Suspension { get; } = new();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HookResult Continue()
    {
        Count++;
        return HookResult.Continue;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HookResult Modified()
    {
        Count++;
        return HookResult.Modified;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ValueTask<HookResult> Completed()
    {
        Count++;
        return new(HookResult.Continue);
    }

    public static ValueTask<HookResult> Suspended()
    {
        Count++;
        return Suspension.Begin();
    }
}
