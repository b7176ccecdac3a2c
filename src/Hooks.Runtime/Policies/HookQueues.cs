namespace Hooks;

/// <summary>
/// Where the calls of one hook wait that nobody waits for. A hook at several points has one for all of them, so that what
/// it is told stays in the order of the fires. Used under the dispatcher's lock.
/// </summary>
internal sealed class HookQueues(HookDispatcher dispatcher, int capacity)
{
    private BackgroundQueue? _background;
    private BackgroundQueue? _shadow;

    /// <summary>At how many points the hook is.</summary>
    public int Points { get; set; }

    /// <summary>The queues that the hook has needed so far.</summary>
    public IEnumerable<BackgroundQueue> Made => new[] { _background, _shadow }.OfType<BackgroundQueue>();

    /// <summary>The queue of a hook that runs in the background, or that only watches.</summary>
    public BackgroundQueue For(bool isShadow) => isShadow
        ? _shadow ??= new(dispatcher, capacity, isShadow)
        : _background ??= new(dispatcher, capacity, isShadow);
}
