using Hooks;

namespace Acme.Deploy;

[HookPoint("deploy.before", Blocking = true)]
public sealed class DeployContext : CustomHookContext
{
    public required string Target { get; init; }
}
