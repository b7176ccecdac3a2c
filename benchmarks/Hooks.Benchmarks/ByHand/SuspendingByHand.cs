using System.Runtime.CompilerServices;
using Hooks.Benchmarks.Hooked;

namespace Hooks.Benchmarks.ByHand;

/// <summary>Ten asynchronous hooks of which one suspends, called by hand.</summary>
internal static class SuspendingByHand
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> FireAsync(AgentContext context, CancellationToken cancellationToken)
    {
        HookResult verdict = default;
        var pending0 = SuspendingHooks.Hook0(context);
        if (!pending0.IsCompletedSuccessfully) return GoOnAsync(0, pending0, verdict, context);
        if (Verdicts.Ends(pending0.Result, ref verdict)) return new(verdict);
        var pending1 = SuspendingHooks.Hook1(context);
        if (!pending1.IsCompletedSuccessfully) return GoOnAsync(1, pending1, verdict, context);
        if (Verdicts.Ends(pending1.Result, ref verdict)) return new(verdict);
        var pending2 = SuspendingHooks.Hook2(context);
        if (!pending2.IsCompletedSuccessfully) return GoOnAsync(2, pending2, verdict, context);
        if (Verdicts.Ends(pending2.Result, ref verdict)) return new(verdict);
        var pending3 = SuspendingHooks.Hook3(context);
        if (!pending3.IsCompletedSuccessfully) return GoOnAsync(3, pending3, verdict, context);
        if (Verdicts.Ends(pending3.Result, ref verdict)) return new(verdict);
        var pending4 = SuspendingHooks.Hook4(context);
        if (!pending4.IsCompletedSuccessfully) return GoOnAsync(4, pending4, verdict, context);
        if (Verdicts.Ends(pending4.Result, ref verdict)) return new(verdict);
        var pending5 = SuspendingHooks.Hook5(context);
        if (!pending5.IsCompletedSuccessfully) return GoOnAsync(5, pending5, verdict, context);
        if (Verdicts.Ends(pending5.Result, ref verdict)) return new(verdict);
        var pending6 = SuspendingHooks.Hook6(context);
        if (!pending6.IsCompletedSuccessfully) return GoOnAsync(6, pending6, verdict, context);
        if (Verdicts.Ends(pending6.Result, ref verdict)) return new(verdict);
        var pending7 = SuspendingHooks.Hook7(context);
        if (!pending7.IsCompletedSuccessfully) return GoOnAsync(7, pending7, verdict, context);
        if (Verdicts.Ends(pending7.Result, ref verdict)) return new(verdict);
        var pending8 = SuspendingHooks.Hook8(context);
        if (!pending8.IsCompletedSuccessfully) return GoOnAsync(8, pending8, verdict, context);
        if (Verdicts.Ends(pending8.Result, ref verdict)) return new(verdict);
        var pending9 = SuspendingHooks.Hook9(context);
        if (!pending9.IsCompletedSuccessfully) return GoOnAsync(9, pending9, verdict, context);
        if (Verdicts.Ends(pending9.Result, ref verdict)) return new(verdict);
        return new(verdict);
    }

    private static async ValueTask<HookResult> GoOnAsync(int at, ValueTask<HookResult> pending, HookResult verdict, AgentContext context)
    {
        while (true)
        {
            if (Verdicts.Ends(await pending.ConfigureAwait(false), ref verdict) || ++at == 10)
                return verdict;
            pending = at switch
            {
                1 => SuspendingHooks.Hook1(context),
                2 => SuspendingHooks.Hook2(context),
                3 => SuspendingHooks.Hook3(context),
                4 => SuspendingHooks.Hook4(context),
                5 => SuspendingHooks.Hook5(context),
                6 => SuspendingHooks.Hook6(context),
                7 => SuspendingHooks.Hook7(context),
                8 => SuspendingHooks.Hook8(context),
                _ => SuspendingHooks.Hook9(context),
            };
        }
    }
}
