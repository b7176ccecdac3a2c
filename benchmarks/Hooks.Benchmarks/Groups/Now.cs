using System.Runtime.CompilerServices;

namespace Hooks.Benchmarks.Groups;

/// <summary>How every loop takes the verdict of an asynchronous fire, ours and the baselines' alike.</summary>
internal static class Now
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HookResult Verdict(ValueTask<HookResult> fire) => fire.IsCompletedSuccessfully ? fire.Result : throw new InvalidOperationException("A fire that should be complete is not.");
}
