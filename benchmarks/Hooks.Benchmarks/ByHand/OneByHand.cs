using System.Runtime.CompilerServices;
using Hooks.Benchmarks.Hooked;

namespace Hooks.Benchmarks.ByHand;

/// <summary>One hook, called by hand.</summary>
internal static class OneByHand
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Fire(AgentContext context, CancellationToken cancellationToken)
    {
        HookResult verdict = default;
        if (Verdicts.Ends(OneHook.Hook0(context), ref verdict)) return verdict;
        return verdict;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> FireAsync(AgentContext context, CancellationToken cancellationToken)
    {
        HookResult verdict = default;
        if (Verdicts.Ends(OneHook.Hook0(context), ref verdict)) return new(verdict);
        return new(verdict);
    }
}
