namespace Hooks;

/// <summary>What one hook keeps in one dispatcher at one point: its circuit breaker, which outlives changes of its settings, as its queues do.</summary>
internal sealed class HookRun(HookDispatcher dispatcher, HookDispatcherOptions options, HookQueues queues, HookChain chain, ChainEntry entry)
{
    private readonly HookDescriptor _hook = entry.Hook;
    private readonly List<HookCircuitBreaker> _breakers = [];

    // A verdict is always waited for, whatever is declared.
    private bool RunsInBackground => _hook is { Background: true, GivesVerdict: false };

    public HookDescriptor Hook => _hook;

    public HookQueues Queues => queues;

    /// <summary>How to run the hook; null if it is only to be called.</summary>
    public HookPolicy? PolicyOf(HookSettings? settings)
    {
        var timeout = settings?.Timeout ?? (_hook.TimeoutMilliseconds > 0 ? TimeSpan.FromMilliseconds(_hook.TimeoutMilliseconds) : null);
        var retries = settings?.Retries ?? _hook.Retries;
        var breaker = BreakerOf(settings);
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

        return new(_hook)
        {
            Breaker = breaker,
            Queue = queues.For(isShadow),
            Alone = chain.ToGeneral([entry with { Policy = isPlain ? null : policy }]),
        };
    }

    /// <summary>
    /// The breaker in force under these settings. There is one for each set of figures that the hook ever had, so that
    /// chains which know one from before and chains made now share it.
    /// </summary>
    public HookCircuitBreaker? BreakerOf(HookSettings? settings)
    {
        if ((settings?.CircuitBreaker ?? (_hook.CircuitBreaker ? options.CircuitBreaker : null)) is not { } figures)
            return null;
        if (_breakers.Find(known => known.Options == figures) is { } breaker)
            return breaker;
        breaker = new(figures, options.TimeProvider, state => dispatcher.Report(HookReport.CircuitChanged(_hook, state)));
        _breakers.Add(breaker);
        HookTelemetry.Watch(_hook, breaker);
        return breaker;
    }
}
