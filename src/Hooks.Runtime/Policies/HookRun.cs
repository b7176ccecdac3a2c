namespace Hooks;

/// <summary>How one hook is run at one point in one dispatcher.</summary>
internal sealed class HookRun(NamedHook named, HookChain chain, ChainEntry entry)
{
    private readonly HookDescriptor _hook = entry.Hook;

    // A verdict is always waited for, whatever is declared.
    private bool RunsInBackground => _hook is { Background: true, GivesVerdict: false };

    /// <summary>What it shares with the hook at other points.</summary>
    public NamedHook Named => named;

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
            Queue = named.QueueFor(isShadow),
            Alone = chain.ToGeneral([entry.With(isPlain ? null : policy)], isInBackground: true),
        };
    }

    /// <summary>The breaker, if the hook has one at this point under these settings.</summary>
    public HookCircuitBreaker? BreakerOf(HookSettings? settings) => named.BreakerOf(_hook, settings);
}
