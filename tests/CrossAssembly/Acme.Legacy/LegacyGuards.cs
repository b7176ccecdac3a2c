using Hooks;

[assembly: ToolGroup("@shell", "legacy_shell")]

namespace Acme.Legacy;

public static class LegacyGuards
{
    [Hook(HookPoint.BeforeToolCall, Priority = HookPriority.Highest)]
    public static HookResult DenyAll(ToolCallContext call) => HookResult.Cancel("nothing is allowed here");
}
