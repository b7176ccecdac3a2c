namespace Hooks.Commands.Http;

/// <summary>Counts the requests that have not been answered.</summary>
internal sealed class RunningRequests
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The server itself is one, until it waits for the others.
    private int _count = 1;

    public void Enter() => Interlocked.Increment(ref _count);

    public void Leave()
    {
        if (Interlocked.Decrement(ref _count) == 0)
            _ended.TrySetResult();
    }

    /// <summary>Waits for those that run. Called once, when no more come in.</summary>
    public Task EndAsync()
    {
        Leave();
        return _ended.Task;
    }
}
