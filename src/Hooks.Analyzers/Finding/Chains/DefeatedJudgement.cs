using Hooks.Shared;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>Whether a hook that runs behind a guard changes the very thing that the guard has judged.</summary>
internal static class DefeatedJudgement
{
    /// <summary>Whether hooks judge what is going to happen. Where results and errors are judged, to mask what a judge has let pass is the usual thing.</summary>
    public static bool IsPossibleAt(HookPointFacts point) =>
        point.IsBlocking && ((point.Allowed & (1 << (int)ResultKind.Ask)) != 0 || (point.Allowed & (1 << (int)ResultKind.Retry)) == 0);

    /// <summary>What is changed behind the guard; null if nothing of weight is known.</summary>
    public static ContextData? Of(ContextUse guard, ContextUse later)
    {
        if (!guard.Judges)
            return null;
        foreach (var write in later.Writes)
        {
            if (IsWeighty(write) && guard.Weighed.Contains(write.Data))
                return write.Data;
        }

        return null;
    }

    // Texts for a model are validated and then edited; the argument of a call is what will be done, however it is edited.
    private static bool IsWeighty(ContextWrite write) =>
        write.Kind == ContextWriteKind.SetAnew || (write.Kind == ContextWriteKind.SetFromItself && write.Data.Key is not null);
}
