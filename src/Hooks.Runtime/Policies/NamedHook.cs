namespace Hooks;

/// <summary>
/// What one hook keeps in one dispatcher at all of its points and over all changes of its settings: one circuit breaker,
/// and the queues where its calls wait that nobody waits for. So what it is told stays in the order of the fires, and its
/// failures count together. Used under the dispatcher's lock.
/// </summary>
internal sealed class NamedHook(HookDispatcher dispatcher, HookDispatcherOptions options, LeftQueues left)
{
    private HookCircuitBreakerOptions _figures = options.CircuitBreaker;
    private HookCircuitBreaker? _breaker;
    private BackgroundQueue? _background;
    private BackgroundQueue? _shadow;

    // Replaced, never changed: the gauge reads it at any time.
    private volatile HookDescriptor[] _guarded = [];

    /// <summary>The hook at each of its points.</summary>
    public List<HookDescriptor> At { get; } = [];

    /// <summary>The queues that the hook has needed so far.</summary>
    public IEnumerable<BackgroundQueue> Queues => new[] { _background, _shadow }.OfType<BackgroundQueue>();

    /// <summary>The hook at each point where it has the breaker.</summary>
    public IReadOnlyList<HookDescriptor> Guarded => _guarded;

    /// <summary>The queue of a hook that runs in the background, or that only watches.</summary>
    public BackgroundQueue QueueFor(bool isShadow) => isShadow
        ? _shadow ??= new(dispatcher, options.BackgroundCapacity, isShadow, left)
        : _background ??= new(dispatcher, options.BackgroundCapacity, isShadow, left);

    /// <summary>The breaker, if the hook has one at this point.</summary>
    public HookCircuitBreaker? BreakerOf(HookDescriptor hook, HookSettings? settings)
    {
        if (!IsGuarded(hook, settings))
            return null;
        if (_breaker is not null)
            return _breaker;
        _breaker = new(_figures, options.TimeProvider, (by, state) => dispatcher.Report(HookReport.CircuitChanged(by ?? hook, state)), () => dispatcher.IsSealed);
        HookTelemetry.Watch(_breaker, this);
        return _breaker;
    }

    /// <summary>Gives the breaker the figures that are set; what it has counted and its state stay.</summary>
    public void Set(HookSettings? settings)
    {
        _guarded = At.Where(hook => IsGuarded(hook, settings)).ToArray();
        _figures = settings?.CircuitBreaker ?? options.CircuitBreaker;
        if (_breaker is not null)
            _breaker.Options = _figures;
    }

    /// <summary>The hook is no longer at this point.</summary>
    public void Leave(HookDescriptor hook)
    {
        At.Remove(hook);
        if (At.Count > 0)
            return;
        End();
        foreach (var queue in Queues)
            queue.Leave();
    }

    /// <summary>Nobody is to see the breaker any more.</summary>
    public void End()
    {
        if (_breaker is not null)
            HookTelemetry.Unwatch(_breaker);
    }

    private static bool IsGuarded(HookDescriptor hook, HookSettings? settings) => hook.CircuitBreaker || settings is { CircuitBreaker: not null };
}
