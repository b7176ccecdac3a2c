using Hooks;

[assembly: ToolGroup("@deploy", "deploy", "rollback", "kubectl_*")]

namespace Woodgrove.Deployments;

[HookPoint("woodgrove.deploy.before", Blocking = true, Allowed = HookResultKinds.Approval | HookResultKinds.Replace)]
public sealed class DeployContext : CustomHookContext
{
    public required string Environment { get; init; }

    public required string Version { get; set; }

    public bool IsRollback { get; init; }
}

[HookPoint("woodgrove.deploy.after")]
public sealed class DeployedContext : CustomHookContext
{
    public required string Environment { get; init; }

    public TimeSpan Duration { get; init; }
}

public static class DeployGuards
{
    private static readonly DayOfWeek[] QuietDays = [DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    [Hook<DeployContext>(Name = "resolve-latest", Priority = HookPriority.High)]
    public static HookResult ResolveLatest(DeployContext deploy)
    {
        if (deploy.Version != "latest")
            return HookResult.Continue;
        deploy.Version = Versions.Newest;
        return HookResult.Modified;
    }

    [Hook<DeployContext>(Name = "no-fridays")]
    public static HookResult NoFridays(DeployContext deploy) =>
        deploy.Environment == "production" && !deploy.IsRollback && QuietDays.Contains(deploy.Time.DayOfWeek)
            ? HookResult.Ask("nobody is here at the weekend to mend it")
            : HookResult.Continue;

    [Hook<DeployContext>(Name = "already-there", After = "no-fridays")]
    public static async Task<HookResult> AlreadyThereAsync(DeployContext deploy, CancellationToken cancellationToken) =>
        await Versions.InAsync(deploy.Environment, cancellationToken) == deploy.Version
            ? HookResult.Replace(deploy.Version, "this version runs there already")
            : HookResult.Continue;

    [Hook<DeployedContext>(Name = "announce")]
    public static void Announce(DeployedContext deployed) => Console.WriteLine($"{deployed.Environment} was deployed in {deployed.Duration}");

    [Hook(HookPoint.BeforeToolCall, Name = "deploy-by-people", Tools = "@deploy")]
    public static HookResult AskForDeployments(ToolCallContext call) => HookResult.Ask($"{call.ToolName} changes a running system");
}

public sealed class Deployer(HookDispatcher hooks)
{
    public async Task<string> DeployAsync(string environment, string version, CancellationToken cancellationToken)
    {
        var context = new DeployContext { Environment = environment, Version = version };
        var verdict = await hooks.FireAsync(context, cancellationToken);
        if (verdict.Kind == HookResultKind.Replace)
            return (string)verdict.Value!;
        if (verdict.Kind is not (HookResultKind.Continue or HookResultKind.Modified))
            throw new InvalidOperationException($"{context.DecidedBy}: {verdict.Reason}");

        var started = TimeProvider.System.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        var deployed = new DeployedContext { Parent = context, Environment = environment, Duration = TimeProvider.System.GetElapsedTime(started) };
        await hooks.FireAsync(deployed, CancellationToken.None);
        return context.Version;
    }
}

internal static class Versions
{
    public static string Newest => "4.2.0";

    public static Task<string> InAsync(string environment, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<string>(cancellationToken)
            : Task.FromResult(environment == "production" ? "4.1.9" : Newest);
}
