namespace Hooks.Events.Tests.Soak;

/// <summary>
/// Gives the queue of the thread pool its size at once. It doubles whenever its ring comes round to a place that a thread has not
/// left yet, which happens on a machine with other work, and never shrinks: the heap would seem to grow (seen: by 131, 262 and 393 kB).
/// </summary>
internal sealed class RoomyThreadPool : IThreadPoolWorkItem
{
    private const int Places = 1 << 19;

    private readonly TaskCompletionSource _isFull = new(), _isEmpty = new();
    private int _left = Places;

    public static Task PrepareAsync()
    {
        var pool = new RoomyThreadPool();
        for (var i = 0; i < Places; i++)
            ThreadPool.UnsafeQueueUserWorkItem(pool, preferLocal: false);
        pool._isFull.SetResult();
        return pool._isEmpty.Task;
    }

    public void Execute()
    {
        _isFull.Task.Wait();
        if (Interlocked.Decrement(ref _left) == 0)
            _isEmpty.SetResult();
    }
}
