namespace Hooks;

/// <summary>The end of the objects that a dispatcher owns: each has its turn, whatever the others throw or how long they take.</summary>
/// <param name="deadline">Ends when nobody waits any longer.</param>
internal sealed class HookDisposal(Task deadline)
{
    /// <summary>What went wrong.</summary>
    public List<Exception> Errors { get; } = [];

    /// <summary>Disposes one object. Never throws; an object that takes too long is left to itself.</summary>
    /// <param name="name">What it is called in the error.</param>
    /// <param name="dispose">Disposes it.</param>
    public async ValueTask RunAsync(string name, Func<ValueTask> dispose)
    {
        try
        {
            var running = dispose().AsTask();
            await Task.WhenAny(running, deadline).ConfigureAwait(false);
            if (!running.IsCompleted)
            {
                GeneralPath.Observe(running);
                throw new TimeoutException($"{name} has not been disposed in time, and nobody waits for it any longer.");
            }

            await running.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Errors.Add(error);
        }
    }
}
