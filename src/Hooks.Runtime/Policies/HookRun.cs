namespace Hooks;

/// <summary>What one hook keeps in one dispatcher: its circuit breaker and its queues, which outlive changes of its settings.</summary>
internal sealed class HookRun(HookDispatcher dispatcher, HookDispatcherOptions options, HookChain chain, ChainEntry entry)
{
    private readonly HookDescriptor _hook = entry.Hook;
    private BackgroundQueue? _background;
    private BackgroundQueue? _shadow;

    // A verdict is always waited for, whatever is declared.
    private bool RunsInBackground => _hook is { Background: true, GivesVerdict: false };

    public HookDescriptor Hook => _hook;

    public HookCircuitBreaker? Breaker { get; private set; }

    public IEnumerable<BackgroundQueue> Queues => new[] { _background, _shadow }.OfType<BackgroundQueue>();

    /// <summary>How to run the hook; null if it is only to be called.</summary>
    public HookPolicy? PolicyOf(HookSettings? settings)
    {
        var timeout = settings?.Timeout ?? (_hook.TimeoutMilliseconds > 0 ? TimeSpan.FromMilliseconds(_hook.TimeoutMilliseconds) : null);
        var retries = settings?.Retries ?? _hook.Retries;
        var breaker = FindBreaker(settings?.CircuitBreaker ?? (_hook.CircuitBreaker ? options.CircuitBreaker : null));
        var onFailure = settings?.OnFailure is { } declared ? _hook.PolicyFor(declared) : _hook.FailurePolicy;
        var isShadow = settings is { IsShadow: true };
        var isPlain = timeout is null && retries == 0 && breaker is null && onFailure == _hook.FailurePolicy;
        if (isPlain && !isShadow && !RunsInBackground)
            return null;

        var policy = new HookPolicy(_hook)
        {
            Timeout = timeout,
            HasOwnToken = timeout is not null && timeout != Timeout.InfiniteTimeSpan && _hook is { IsAsynchronous: true, TakesCancellationToken: true },
            Retries = retries,
            FailurePolicy = onFailure,
            Breaker = breaker,
        };
        if (!isShadow && !RunsInBackground)
            return policy;

        var alone = chain.ToGeneral([entry with { Policy = isPlain ? null : policy }]);
        return new(_hook) { Breaker = breaker, Queue = isShadow ? Queue(ref _shadow, alone, isShadow) : Queue(ref _background, alone, isShadow) };
    }

    /// <summary>Lets the queues run empty and end.</summary>
    public void Complete()
    {
        foreach (var queue in Queues)
            queue.Complete();
    }

    private BackgroundQueue Queue(ref BackgroundQueue? queue, HookChain alone, bool isShadow)
    {
        if (queue is null)
            queue = new(dispatcher, alone, options.BackgroundCapacity, isShadow);
        else
            queue.Chain = alone;
        return queue;
    }

    private HookCircuitBreaker? FindBreaker(HookCircuitBreakerOptions? figures)
    {
        if (figures is null)
            return null;
        if (Breaker is null || Breaker.Options != figures)
        {
            Breaker = new(figures, options.TimeProvider, state => dispatcher.Report(HookReport.CircuitChanged(_hook, state)));
            HookTelemetry.Watch(_hook, Breaker);
        }

        return Breaker;
    }
}
