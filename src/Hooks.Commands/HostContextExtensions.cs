namespace Hooks.Commands;

/// <summary>What a hook can ask and say beyond its verdict while a coding agent waits for the command.</summary>
public static class HostContextExtensions
{
    internal const string StopReason = "Hooks.Commands.StopReason";
    internal const string RewriteApproved = "Hooks.Commands.RewriteApproved";

    /// <summary>The payload behind a context.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The payload; null if no coding agent has raised the point, as in an agent that runs the same hooks itself.</returns>
    public static HostPayload? GetHostPayload(this HookContext context)
    {
        for (var at = context; at is not null; at = at.Parent)
        {
            if (at is HostEventContext hostEvent)
                return hostEvent.Payload;
        }

        return null;
    }

    /// <summary>
    /// Ends the agent's whole run, where the agent can do that; elsewhere this denies, and standard error says so. The verdict that
    /// the hook answers counts beside it.
    /// </summary>
    /// <param name="context">The context of the hook.</param>
    /// <param name="reason">The reason, which the agent shows to its user.</param>
    public static void StopEverything(this HookContext context, string reason) =>
        context.Items[StopReason] = string.IsNullOrWhiteSpace(reason) ? "A hook has stopped the agent." : reason;

    /// <summary>
    /// Lets changed arguments count as an approval where an agent takes them for one, as Codex does, which then asks nobody. Without
    /// it such a call is denied there. Other agents ask as they would have asked.
    /// </summary>
    /// <param name="context">The context of the call.</param>
    public static void ApproveRewrite(this HookContext context) => context.Items[RewriteApproved] = true;
}
