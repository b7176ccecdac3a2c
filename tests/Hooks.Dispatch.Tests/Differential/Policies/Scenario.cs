using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>Everything about one dispatcher that is drawn: its options, what is done to it, and what its hooks do.</summary>
/// <param name="Compiled">The hooks of its table, in any order.</param>
/// <param name="Registered">The handlers that may be registered.</param>
/// <param name="Options">Its options, without path, clock and report.</param>
/// <param name="Actions">What is done to it, in order.</param>
/// <param name="Rest">How long it is left alone before it is disposed.</param>
/// <param name="Seed">What the hooks' steps are drawn from.</param>
internal sealed record Scenario(IReadOnlyList<HookSpec> Compiled, IReadOnlyList<HookSpec> Registered, ScenarioOptions Options, IReadOnlyList<DispatcherAction> Actions, TimeSpan Rest, int Seed)
{
    public IEnumerable<HookSpec> Hooks => [.. Compiled, .. Registered];

    public PolicyPlan Plan => new(Seed, Hooks);

    /// <summary>The points, in one order for all.</summary>
    public IReadOnlyList<PointSpec> Points => [.. Hooks.Select(hook => hook.Point).Distinct()];

    /// <summary>Whether hooks of one name could make use of settings; a dispatcher refuses others.</summary>
    public static bool MayBeSet(IEnumerable<HookSpec> hooks, HookSettings? settings) =>
        (settings?.Timeout is null || hooks.Any(hook => hook.IsAsynchronous))
        && (settings?.OnFailure != HookFailurePolicy.Block || hooks.Any(hook => hook.Point.IsBlocking));

    /// <summary>Whether a hook does not take part in its fires, and where it runs instead.</summary>
    public static RunsAside AsideOf(HookSpec hook, HookSettings? settings) =>
        settings is { IsShadow: true } ? RunsAside.InShadow
        : hook is { Background: true, GivesVerdict: false } ? RunsAside.InBackground
        : RunsAside.No;
}

/// <summary>How a hook runs.</summary>
internal enum RunsAside
{
    No,
    InBackground,
    InShadow,
}

/// <summary>The options that are drawn.</summary>
internal sealed record ScenarioOptions(
    TimeSpan DefaultTimeout, TimeSpan? FireTimeout, TimeSpan? WatchdogTimeout, bool IsListenedTo, TimeSpan RetryDelay, double Jitter, HookCircuitBreakerOptions Breaker, int BackgroundCapacity, TimeSpan DrainTimeout, IReadOnlyDictionary<string, HookSettings> Hooks);
