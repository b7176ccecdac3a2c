using System.Runtime.CompilerServices;

namespace Hooks.Benchmarks.ByHand;

/// <summary>What a hand-written chain does with an answer: the same rules, without failure isolation, in its fastest form.</summary>
internal static class Verdicts
{
    /// <summary>Takes an answer; true if the chain ends with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Ends(HookResult result, ref HookResult verdict)
    {
        if (result.IsContinue)
            return false;
        if (result.IsModified)
        {
            if (verdict.IsContinue)
                verdict = result;
            return false;
        }

        // By value, so that the verdict may stay in a register.
        verdict = Weigh(result, verdict);
        return verdict.IsCancel;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static HookResult Weigh(HookResult result, HookResult verdict) => result.Kind switch
    {
        HookResultKind.Skipped => verdict,
        HookResultKind.Cancel => result,
        _ => verdict.IsContinue || verdict.IsModified || (result.Kind == HookResultKind.Ask && verdict.Kind != HookResultKind.Ask) ? result : verdict,
    };
}
