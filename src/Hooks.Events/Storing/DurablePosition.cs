namespace Hooks.Events;

/// <summary>
/// How far a durable subscription has come: all stored events up to there have been dealt with, whatever became of them. Events that
/// were filtered take it on too, but never past one that still waits.
/// </summary>
internal sealed class DurablePosition(EventSubscription subscription, IEventStore store)
{
    private readonly object _lock = new();
    private readonly SemaphoreSlim _saving = new(1, 1);
    private long _offered, _dealtWith, _readTo, _saved;

    /// <summary>What the store has, from an earlier life.</summary>
    public async ValueTask<long> LoadAsync()
    {
        var position = await store.GetPositionAsync(subscription.Name, subscription.Closing).ConfigureAwait(false);
        lock (_lock)
            _offered = _dealtWith = _readTo = _saved = position;
        return position;
    }

    /// <summary>An event is about to wait for the handler.</summary>
    public void Offer(HookEvent hookEvent)
    {
        lock (_lock)
            _offered = hookEvent.Sequence;
    }

    /// <summary>The handler has dealt with an event; those come in their order.</summary>
    public ValueTask DealWithAsync(HookEvent hookEvent)
    {
        lock (_lock)
            _dealtWith = hookEvent.Sequence;
        return SaveAsync(hookEvent);
    }

    /// <summary>The store has been read.</summary>
    /// <param name="last">The last event that was read, wanted or not.</param>
    public ValueTask ReadToAsync(HookEvent last)
    {
        lock (_lock)
            _readTo = last.Sequence;
        return SaveAsync(last);
    }

    // A position that cannot be saved is nobody's failure; what is behind it will come again, which is what was promised.
    private async ValueTask SaveAsync(HookEvent hookEvent)
    {
        try
        {
            await _saving.WaitAsync(subscription.Stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        try
        {
            long position;
            lock (_lock)
                position = _dealtWith == _offered ? Math.Max(_dealtWith, _readTo) : _dealtWith;
            if (position <= _saved)
                return;
            await store.SetPositionAsync(subscription.Name, position, subscription.Stopping).ConfigureAwait(false);
            _saved = position;
        }
        catch (Exception error)
        {
            subscription.Report(hookEvent, error);
        }
        finally
        {
            _saving.Release();
        }
    }
}
