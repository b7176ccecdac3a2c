using System.Runtime.CompilerServices;
using Hooks.Benchmarks.Hooked;

namespace Hooks.Benchmarks.ByHand;

/// <summary>Ten hooks for one tool each, called by hand: without asking for the tool, and asking for it.</summary>
internal static class MatchedByHand
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> FireAsync(ToolCallContext context, CancellationToken cancellationToken)
    {
        HookResult verdict = default;
        if (Verdicts.Ends(MatchedHooks.Hook0(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(MatchedHooks.Hook1(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(MatchedHooks.Hook2(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(MatchedHooks.Hook3(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(MatchedHooks.Hook4(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(MatchedHooks.Hook5(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(MatchedHooks.Hook6(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(MatchedHooks.Hook7(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(MatchedHooks.Hook8(context), ref verdict)) return new(verdict);
        if (Verdicts.Ends(MatchedHooks.Hook9(context), ref verdict)) return new(verdict);
        return new(verdict);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<HookResult> FireMatchingAsync(ToolCallContext context, CancellationToken cancellationToken)
    {
        HookResult verdict = default;
        if (context.ToolName.Equals("bash", StringComparison.OrdinalIgnoreCase) && Verdicts.Ends(MatchedHooks.Hook0(context), ref verdict)) return new(verdict);
        if (context.ToolName.Equals("bash", StringComparison.OrdinalIgnoreCase) && Verdicts.Ends(MatchedHooks.Hook1(context), ref verdict)) return new(verdict);
        if (context.ToolName.Equals("bash", StringComparison.OrdinalIgnoreCase) && Verdicts.Ends(MatchedHooks.Hook2(context), ref verdict)) return new(verdict);
        if (context.ToolName.Equals("bash", StringComparison.OrdinalIgnoreCase) && Verdicts.Ends(MatchedHooks.Hook3(context), ref verdict)) return new(verdict);
        if (context.ToolName.Equals("bash", StringComparison.OrdinalIgnoreCase) && Verdicts.Ends(MatchedHooks.Hook4(context), ref verdict)) return new(verdict);
        if (context.ToolName.Equals("bash", StringComparison.OrdinalIgnoreCase) && Verdicts.Ends(MatchedHooks.Hook5(context), ref verdict)) return new(verdict);
        if (context.ToolName.Equals("bash", StringComparison.OrdinalIgnoreCase) && Verdicts.Ends(MatchedHooks.Hook6(context), ref verdict)) return new(verdict);
        if (context.ToolName.Equals("bash", StringComparison.OrdinalIgnoreCase) && Verdicts.Ends(MatchedHooks.Hook7(context), ref verdict)) return new(verdict);
        if (context.ToolName.Equals("bash", StringComparison.OrdinalIgnoreCase) && Verdicts.Ends(MatchedHooks.Hook8(context), ref verdict)) return new(verdict);
        if (context.ToolName.Equals("bash", StringComparison.OrdinalIgnoreCase) && Verdicts.Ends(MatchedHooks.Hook9(context), ref verdict)) return new(verdict);
        return new(verdict);
    }
}
