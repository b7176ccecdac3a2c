using Hooks;

namespace ChatAgent.Guards;

/// <summary>The model is not offered tools that delete, and cannot call one that it knows of from elsewhere.</summary>
internal static class NoDeletions
{
    [Hook(HookPoint.BeforeToolDiscovery, Name = "no-deletions", Description = "Takes tools that delete off the offer.")]
    public static void Narrow(ToolDiscoveryContext offer) => offer.Narrow(offer.ToolNames.Where(name => !name.StartsWith("delete_", StringComparison.Ordinal)));

    [Hook(HookPoint.BeforeToolCall, Name = "no-deletions", Tools = "delete_*", Description = "Denies them all the same.")]
    public static HookResult Check(ToolCallContext call) => HookResult.Cancel("nothing is deleted here; close it instead");
}
