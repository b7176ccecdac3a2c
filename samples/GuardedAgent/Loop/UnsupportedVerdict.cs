using Hooks;

namespace GuardedAgent.Loop;

/// <summary>A verdict that this loop does not honour. Ignoring one would mean to do what a hook has advised against.</summary>
internal static class UnsupportedVerdict
{
    public static NotSupportedException At(HookPoint point, HookResult verdict, HookContext context) => new(
        $"{point}: the hook '{context.DecidedBy?.Name}' answered {verdict.Kind}, which this agent's loop does not support");
}
