namespace Hooks.Events;

/// <summary>Tasks for whose end nobody waits: what they throw is told elsewhere, or to nobody.</summary>
internal static class Unawaited
{
    public static void Forget(this Task task) =>
        task.ContinueWith(static done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    public static void Forget(this ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
            task.AsTask().Forget();
    }
}
