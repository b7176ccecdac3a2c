using System.Runtime.CompilerServices;

namespace Hooks.Benchmarks.Hooked;

/// <summary>The one hook of a point.</summary>
internal static class OneHook
{
    [Hook(HookPoint.BeforeAgentInit), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook0(AgentContext context) => Calls.Continue();
}
