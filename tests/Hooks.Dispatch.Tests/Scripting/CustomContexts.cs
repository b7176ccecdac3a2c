namespace Hooks.Dispatch.Tests.Scripting;

/// <summary>A custom point that may deny, ask, replace and so on.</summary>
[HookPoint("deploy.before", Blocking = true, Allowed = HookResultKinds.Flow)]
public sealed class DeployContext : CustomHookContext
{
    public string Target { get; set; } = "staging";
}

/// <summary>A custom point with the default set of answers, whose failures do not deny.</summary>
[HookPoint("rollback.before", Blocking = true, OnFailure = HookFailurePolicy.Continue)]
public sealed class RollbackContext : CustomHookContext;

/// <summary>A custom point that only observes, and has a tool's name.</summary>
[HookPoint("deploy.after")]
public sealed class DeployedContext : CustomHookContext
{
    public string ToolName { get; init; } = "deploy";
}

/// <summary>A custom point that nobody hooks.</summary>
[HookPoint("audit.made", Blocking = true)]
public sealed class UnhookedContext : CustomHookContext;

/// <summary>An observe-only custom point that nobody hooks.</summary>
[HookPoint("audit.seen")]
public sealed class UnhookedObservedContext : CustomHookContext;
