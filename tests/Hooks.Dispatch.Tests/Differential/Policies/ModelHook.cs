using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>What a hook of the modelled dispatcher keeps over all changes: one breaker and its queues, at whichever points it is.</summary>
internal sealed class ModelName(string name, ModelWorld world)
{
    private readonly Dictionary<RunsAside, ModelQueue> _queues = [];
    private ModelBreaker? _breaker;

    public string Name => name;

    public IEnumerable<ModelQueue> Queues => _queues.Values;

    public ModelQueue QueueOf(RunsAside aside) => _queues.TryGetValue(aside, out var queue) ? queue : _queues[aside] = new(world, name, isShadow: aside == RunsAside.InShadow);

    public ModelBreaker Breaker(HookSettings? settings) => _breaker ??= new(FiguresOf(settings), world.Clock);

    /// <summary>What is set for the hook has changed.</summary>
    public void Set(HookSettings? settings) => _breaker?.Figures = FiguresOf(settings);

    private HookCircuitBreakerOptions FiguresOf(HookSettings? settings) => settings?.CircuitBreaker ?? world.Options.Breaker;
}

/// <summary>A hook of the modelled dispatcher at one point.</summary>
internal sealed class ModelHook(HookSpec spec, ModelName named)
{
    public HookSpec Spec => spec;

    public ModelName Named => named;

    public string Name => named.Name;

    public string Status(HookSettings? settings) => FireTexts.Status(
        spec, settings is null or { IsEnabled: true }, settings is { IsShadow: true }, named.Queues.Sum(queue => queue.Waiting), named.Queues.Sum(queue => queue.Dropped), named.Queues.Sum(queue => queue.Abandoned),
        BreakerOf(settings)?.ToString() ?? "no breaker");

    /// <summary>The breaker, if the hook has one here.</summary>
    public ModelBreaker? BreakerOf(HookSettings? settings) => settings?.CircuitBreaker is not null || spec.CircuitBreaker ? named.Breaker(settings) : null;

    /// <summary>How the hook runs in fires that begin now.</summary>
    public ModelPolicy Effect(HookSettings? settings)
    {
        var declared = settings?.OnFailure ?? spec.OnFailure;
        var aside = Scenario.AsideOf(spec, settings);
        return new(this)
        {
            Timeout = settings?.Timeout ?? (spec.TimeoutMilliseconds > 0 ? TimeSpan.FromMilliseconds(spec.TimeoutMilliseconds) : null),
            Retries = settings?.Retries ?? spec.Retries,
            Priority = settings?.Priority ?? spec.Priority,
            OnFailure = declared is HookFailurePolicy.Throw or HookFailurePolicy.Continue ? declared
                : !spec.Point.IsBlocking ? HookFailurePolicy.Continue
                : declared == HookFailurePolicy.Block ? HookFailurePolicy.Block
                : spec.GivesVerdict && !spec.Point.FailureGoesOn ? HookFailurePolicy.Block
                : HookFailurePolicy.Continue,
            Breaker = BreakerOf(settings),
            Queue = aside == RunsAside.No ? null : named.QueueOf(aside),
        };
    }
}

/// <summary>How a hook runs in one fire.</summary>
internal sealed record ModelPolicy(ModelHook Hook)
{
    public TimeSpan? Timeout { get; init; }

    public int Retries { get; init; }

    public int Priority { get; init; }

    public HookFailurePolicy OnFailure { get; init; }

    public ModelBreaker? Breaker { get; init; }

    public ModelQueue? Queue { get; init; }

    public HookSpec Spec => Hook.Spec;

    public string Name => Hook.Name;

    /// <summary>Only a declared timeout hands the hook a token of its own.</summary>
    public bool HasOwnToken => Timeout is { } timeout && timeout != System.Threading.Timeout.InfiniteTimeSpan && Spec is { IsAsynchronous: true, TakesToken: true };
}
