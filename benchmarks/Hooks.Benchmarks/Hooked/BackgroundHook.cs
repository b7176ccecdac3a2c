namespace Hooks.Benchmarks.Hooked;

/// <summary>A hook in the background. It runs on another thread, so that it counts for itself.</summary>
internal static class BackgroundHook
{
    private static long s_count;

    /// <summary>How often it has run.</summary>
    public static long Count => Interlocked.Read(ref s_count);

    [Hook(HookPoint.AfterToolCall, Background = true)]
    public static void Observe(ToolCallContext context) => Interlocked.Increment(ref s_count);
}
