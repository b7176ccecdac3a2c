namespace NativeGuard;

/// <summary>What a hook does that never gives its thread back: only the command's deadline can end it.</summary>
internal static class Blocked
{
    public static void ForEver() => new ManualResetEventSlim().Wait();
}
