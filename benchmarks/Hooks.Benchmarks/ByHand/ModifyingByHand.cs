using System.Runtime.CompilerServices;
using Hooks.Benchmarks.Hooked;

namespace Hooks.Benchmarks.ByHand;

/// <summary>Ten hooks that answer Modified, called by hand.</summary>
internal static class ModifyingByHand
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> FireAsync(TurnContext context, CancellationToken cancellationToken)
    {
        HookResult verdict = default;
        if (Verdicts.Ends(ModifyingHooks.Hook0(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(ModifyingHooks.Hook1(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(ModifyingHooks.Hook2(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(ModifyingHooks.Hook3(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(ModifyingHooks.Hook4(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(ModifyingHooks.Hook5(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(ModifyingHooks.Hook6(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(ModifyingHooks.Hook7(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(ModifyingHooks.Hook8(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(ModifyingHooks.Hook9(context), ref verdict)) return new(verdict);
        return new(verdict);
    }
}
