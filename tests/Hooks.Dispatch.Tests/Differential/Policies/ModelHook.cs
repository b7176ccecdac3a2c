using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>A hook of the modelled dispatcher, with what it keeps over all changes.</summary>
internal sealed class ModelHook(HookSpec spec, ModelWorld world)
{
    private readonly List<ModelBreaker> _breakers = [];
    private readonly Dictionary<RunsAside, ModelQueue> _queues = [];

    public HookSpec Spec => spec;

    public string Name => spec.TableName;

    /// <summary>Whether anything waits or runs aside from the fires.</summary>
    public bool IsBusy => _queues.Values.Any(queue => queue.IsBusy);

    public IEnumerable<ModelQueue> Queues => _queues.Values;

    public void WriteStatus(HookSettings? settings) => world.Journal.Write(FireTexts.Status(
        spec, settings is null or { IsEnabled: true }, settings is { IsShadow: true }, Queues.Sum(queue => queue.Waiting), Queues.Sum(queue => queue.Dropped), Queues.Sum(queue => queue.Abandoned),
        BreakerOf(settings)?.ToString() ?? "no breaker"));

    /// <summary>The breaker that is in force: one for each set of figures that ever was.</summary>
    public ModelBreaker? BreakerOf(HookSettings? settings)
    {
        if ((settings?.CircuitBreaker ?? (spec.CircuitBreaker ? world.Options.Breaker : null)) is not { } figures)
            return null;
        if (_breakers.Find(breaker => breaker.Figures == figures) is { } known)
            return known;
        _breakers.Add(new(figures, world.Clock, state => world.Report(this, FireTexts.CircuitChanged(Name, state))));
        return _breakers[^1];
    }

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
            Queue = aside == RunsAside.No ? null : QueueOf(aside),
        };
    }

    private ModelQueue QueueOf(RunsAside aside) => _queues.TryGetValue(aside, out var queue) ? queue : _queues[aside] = new(world, this, isShadow: aside == RunsAside.InShadow);
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
