namespace Hooks;

/// <summary>Calls targets that may take only so long.</summary>
internal static class TimeLimit
{
    /// <summary>Calls a target, and leaves it alone when its time is up.</summary>
    /// <param name="invoke">Calls it.</param>
    /// <param name="lent">What it is given.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="tooLong">Says that it took too long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="CallTimeoutException">Its time is up, and its token cancelled.</exception>
    public static async ValueTask<object?> CallAsync<TContext>(
        Func<TContext, CancellationToken, ValueTask<object?>> invoke, TContext lent, TimeSpan limit, Func<string> tooLong, TimeProvider time, CancellationToken cancellationToken)
    {
        var own = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var isOver = true;
        try
        {
            var call = invoke(lent, own.Token);
            if (call.IsCompleted)
                return await call.ConfigureAwait(false);
            var running = call.AsTask();
            await ((Task)running).WaitAsync(limit, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // It may have come to its end in the moment in which its time was up.
            if (running.IsCompleted)
                return await running.ConfigureAwait(false);
            GeneralPath.Observe(running);
            isOver = false;
        }
        catch (CallTimeoutException error)
        {
            error.IsThrownOn = true;
            throw;
        }
        finally
        {
            if (isOver)
                own.Dispose();
        }

        Cancel(own);
        throw new CallTimeoutException(tooLong());
    }

    /// <summary>Cancels and disposes a source, and does not wait for what is done then: it may take any time.</summary>
    public static void Cancel(CancellationTokenSource own) => GeneralPath.Observe(CancelAsync(own));

    private static async Task CancelAsync(CancellationTokenSource own)
    {
        using (own)
            await own.CancelAsync().ConfigureAwait(false);
    }
}
