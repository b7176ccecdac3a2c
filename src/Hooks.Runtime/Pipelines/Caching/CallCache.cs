namespace Hooks;

/// <summary>
/// Results of calls, kept for a while. Of several callers who want the same at the same time one makes the call, and the
/// others wait for its result.
/// </summary>
/// <param name="capacity">How many results are kept, at least 1.</param>
/// <param name="time">The clock for their age.</param>
internal sealed class CallCache(int capacity, TimeProvider time)
{
    // Whoever is within a call that others may be waiting for does not wait himself: two could wait for each other.
    private static readonly AsyncLocal<bool> IsWithinFlight = new();

    private readonly object _lock = new();
    private readonly CachedResults _results = new(capacity, time);
    private readonly Dictionary<string, Flight> _flights = new(StringComparer.Ordinal);

    /// <summary>How many results are kept, those that are too old among them.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _results.Count;
        }
    }

    /// <summary>Forgets a result.</summary>
    /// <param name="key">Its key.</param>
    public void Remove(string key)
    {
        lock (_lock)
            _results.Remove(key);
    }

    /// <summary>Gets a result that is kept or on its way, or makes the call and keeps what it gives.</summary>
    /// <param name="key">The key; equal for calls that give the same.</param>
    /// <param name="timeToLive">How old a result may be, for this caller and for those who are given this one's.</param>
    /// <param name="call">The call, under the token of the caller who makes it. What it throws is thrown to all who wait for it, and nothing is kept.</param>
    /// <param name="cancellationToken">
    /// The caller's token. Cancelled, it ends the call that the caller has made, and another who waits for it makes it anew;
    /// a caller who only waits leaves.
    /// </param>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async ValueTask<CachedResult> GetOrCallAsync(
        string key, TimeSpan timeToLive, Func<CancellationToken, ValueTask<object?>> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Flight? flight;
            bool isOwn;
            lock (_lock)
            {
                if (_results.TryGet(key, timeToLive, out var kept))
                    return new(kept, IsHit: true);
                isOwn = !_flights.TryGetValue(key, out flight);
                if (isOwn)
                    _flights.Add(key, flight = new());
            }

            if (isOwn)
                return new(await FlyAsync(key, timeToLive, flight!, call, cancellationToken).ConfigureAwait(false), IsHit: false);
            if (IsWithinFlight.Value)
                return new(await call(cancellationToken).ConfigureAwait(false), IsHit: false);
            if (await flight!.WaitAsync(cancellationToken).ConfigureAwait(false) is { IsThere: true } landed)
                return new(landed.Value, IsHit: true);
        }
    }

    private async ValueTask<object?> FlyAsync(
        string key, TimeSpan timeToLive, Flight flight, Func<CancellationToken, ValueTask<object?>> call, CancellationToken cancellationToken)
    {
        // Set in an asynchronous method, it is forgotten when the method returns.
        IsWithinFlight.Value = true;
        try
        {
            var value = await call(cancellationToken).ConfigureAwait(false);
            lock (_lock)
            {
                _results.Keep(key, value, timeToLive);
                _flights.Remove(key);
            }

            flight.Land(value);
            return value;
        }
        catch (Exception error)
        {
            lock (_lock)
                _flights.Remove(key);

            // Whatever a call throws whose caller has left came of that.
            if (cancellationToken.IsCancellationRequested)
                flight.Abandon();
            else
                flight.Fail(error);
            throw;
        }
    }
}
