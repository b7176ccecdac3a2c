using System.Runtime.CompilerServices;
using Hooks.Benchmarks.Hooked;

namespace Hooks.Benchmarks.ByHand;

/// <summary>Ten hooks, called by hand.</summary>
internal static class TenByHand
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Fire(ToolCallContext context, CancellationToken cancellationToken)
    {
        HookResult verdict = default;
        if (Verdicts.Ends(TenHooks.Hook0(context), ref verdict)) return verdict;
        if (Verdicts.Ends(TenHooks.Hook1(context), ref verdict)) return verdict;
        if (Verdicts.Ends(TenHooks.Hook2(context), ref verdict)) return verdict;
        if (Verdicts.Ends(TenHooks.Hook3(context), ref verdict)) return verdict;
        if (Verdicts.Ends(TenHooks.Hook4(context), ref verdict)) return verdict;
        if (Verdicts.Ends(TenHooks.Hook5(context), ref verdict)) return verdict;
        if (Verdicts.Ends(TenHooks.Hook6(context), ref verdict)) return verdict;
        if (Verdicts.Ends(TenHooks.Hook7(context), ref verdict)) return verdict;
        if (Verdicts.Ends(TenHooks.Hook8(context), ref verdict)) return verdict;
        if (Verdicts.Ends(TenHooks.Hook9(context), ref verdict)) return verdict;
        return verdict;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> FireAsync(ToolCallContext context, CancellationToken cancellationToken)
    {
        HookResult verdict = default;
        if (Verdicts.Ends(TenHooks.Hook0(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(TenHooks.Hook1(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(TenHooks.Hook2(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(TenHooks.Hook3(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(TenHooks.Hook4(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(TenHooks.Hook5(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(TenHooks.Hook6(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(TenHooks.Hook7(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(TenHooks.Hook8(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(TenHooks.Hook9(context), ref verdict)) return new(verdict);
        return new(verdict);
    }
}
