namespace Hooks;

public sealed partial class HookDispatcher
{
    // Of no class that only pipelines know, so that it does not keep one in a program without them.
    private object? _callCache;

    /// <summary>The results that hooks allowed to be used again. Made on first use.</summary>
    internal CallCache CallCache =>
        (CallCache)(Volatile.Read(ref _callCache)
            ?? Interlocked.CompareExchange(ref _callCache, new CallCache(Pipeline.CacheCapacity, _options.TimeProvider), null)
            ?? _callCache);
}
