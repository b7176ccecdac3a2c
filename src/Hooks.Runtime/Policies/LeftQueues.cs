namespace Hooks;

/// <summary>
/// The queues of hooks that were taken out, each as long as something waits or runs there. What waits still runs; fires
/// under way may still add to it; and what there is when the dispatcher is disposed is drained with it.
/// </summary>
internal sealed class LeftQueues
{
    private readonly HashSet<BackgroundQueue> _queues = [];
    private volatile bool _isClosed;

    /// <summary>Whether the dispatcher has been disposed, so that no call may come any more.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>The queues that there are now.</summary>
    public IReadOnlyList<BackgroundQueue> All
    {
        get
        {
            lock (_queues)
                return _queues.ToList();
        }
    }

    /// <summary>Remembers a queue that is not empty.</summary>
    public void Keep(BackgroundQueue queue)
    {
        lock (_queues)
        {
            if (queue.IsIdle)
                return;
            _queues.Add(queue);
            if (!_isClosed)
                return;
        }

        // It came together with the disposal, which may not have seen it.
        _ = queue.DrainAsync(Task.CompletedTask);
    }

    /// <summary>Forgets a queue that has run empty.</summary>
    public void Forget(BackgroundQueue queue)
    {
        lock (_queues)
        {
            if (queue.IsIdle)
                _queues.Remove(queue);
        }
    }

    /// <summary>The dispatcher is being disposed: from now on no call may come.</summary>
    public void Close() => _isClosed = true;
}
