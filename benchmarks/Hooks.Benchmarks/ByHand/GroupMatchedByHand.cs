using System.Runtime.CompilerServices;
using Hooks.Benchmarks.Hooked;

namespace Hooks.Benchmarks.ByHand;

/// <summary>Ten hooks for a group of tools each, called by hand without asking for the tool.</summary>
internal static class GroupMatchedByHand
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> FireAsync(ToolCallContext context, CancellationToken cancellationToken)
    {
        HookResult verdict = default;
        if (Verdicts.Ends(GroupMatchedHooks.Hook0(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(GroupMatchedHooks.Hook1(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(GroupMatchedHooks.Hook2(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(GroupMatchedHooks.Hook3(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(GroupMatchedHooks.Hook4(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(GroupMatchedHooks.Hook5(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(GroupMatchedHooks.Hook6(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(GroupMatchedHooks.Hook7(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(GroupMatchedHooks.Hook8(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(GroupMatchedHooks.Hook9(context), ref verdict)) return new(verdict);
        return new(verdict);
    }
}
