using System.Runtime.CompilerServices;

namespace Hooks.Benchmarks.Guards;

/// <summary>The three hooks around a measured tool call. Each counts, and objects to nothing.</summary>
public static class ThreeGuards
{
    private static long s_count;

    /// <summary>How often they were called since the last question.</summary>
    public static long TakeCount()
    {
        var count = s_count;
        s_count = 0;
        return count;
    }

    /// <summary>What each of the three does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HookResult Judge()
    {
        s_count++;
        return HookResult.Continue;
    }

    /// <summary>A guard of the call.</summary>
    [Hook(HookPoint.BeforeToolCall), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Before(ToolCallContext call) => Judge();

    /// <summary>A guard of the result.</summary>
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Result(ToolCallContext call) => Judge();

    /// <summary>An observer.</summary>
    [Hook(HookPoint.AfterToolCall), MethodImpl(MethodImplOptions.NoInlining)]
    public static void After(ToolCallContext call) => Judge();
}

/// <summary>The table of the three.</summary>
[HookTable]
public sealed partial class GuardsTable;
