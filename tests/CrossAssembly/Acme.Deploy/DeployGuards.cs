using Hooks;

namespace Acme.Deploy;

public static class DeployGuards
{
    [Hook<DeployContext>(Name = "no-production")]
    public static HookResult NoProduction(DeployContext deploy) =>
        deploy.Target == "production" ? HookResult.Ask("production?") : HookResult.Continue;

    [Hook<DeployContext>(Priority = 1)]
    internal static void Log(DeployContext deploy) => deploy.AddContext("Deploy.Log " + deploy.Target);

    // The same name as a hook of Acme.Guards.
    [Hook(HookPoint.BeforeToolCall, Name = "no-force-push", Priority = 1)]
    public static HookResult NoForcePush(ToolCallContext call)
    {
        call.AddContext("Deploy.NoForcePush");
        return HookResult.Continue;
    }
}
