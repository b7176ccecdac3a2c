namespace Hooks.Events;

// Publishing with something around it: hooks, the store, a span.
public sealed partial class EventBus
{
    private readonly SemaphoreSlim _storing = new(1, 1);
    private bool _isNumbered;

    private async ValueTask<EventReceipt> PublishAroundAsync(EventPublisher publisher, HookEvent hookEvent, EventRoute route, EventPublishOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var span = EventTelemetry.BeginPublish(hookEvent, publisher);
        try
        {
            return await PublishWithinAsync(publisher, hookEvent, route, options, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            EventTelemetry.End(span);
        }
    }

    private async ValueTask<EventReceipt> PublishWithinAsync(EventPublisher publisher, HookEvent hookEvent, EventRoute route, EventPublishOptions options, CancellationToken cancellationToken)
    {
        var hooks = route.IsAboutEvents ? null : Options.Hooks;
        var emission = hooks is null ? null : new EventEmission(hooks, hookEvent, publisher);
        if (emission is not null)
        {
            if (await emission.BeforeAsync(cancellationToken).ConfigureAwait(false) is { } refusal)
                return refusal;
            if (!ReferenceEquals(emission.Event, hookEvent) && route.Schema is not null && Check(route.Schema, emission.Event) is { } error)
                return EventReceipt.Refused(EventPublishStatus.Invalid, $"a hook has changed the event: {error}");
            hookEvent = emission.Event;

            // Hooks take their time.
            if (_isClosed)
                return EventReceipt.Refused(EventPublishStatus.NotAccepted, EventReceipt.BusDisposed);
        }

        if (options.StoreFirst)
        {
            var (stored, failure) = await StoreAsync(publisher, hookEvent, cancellationToken).ConfigureAwait(false);
            if (stored is null)
                return EventReceipt.Refused(EventPublishStatus.NotStored, $"the event could not be stored: {failure!.GetType().Name}");
            hookEvent = stored;
        }
        else
        {
            hookEvent = Stamp(publisher, hookEvent);
        }

        // Asked again: a subscription that has begun meanwhile may have read the store before the event was in it.
        var receipt = await Deliver(hookEvent, _index.Find(hookEvent.Type), cancellationToken).ConfigureAwait(false);
        if (emission is not null)
            await emission.AfterAsync(hookEvent, receipt).ConfigureAwait(false);
        return receipt;
    }

    // One at a time, so that the order in the store is that of the sequence: what makes the way from a replay to live events
    // free of gaps and duplicates.
    private async ValueTask<(HookEvent? Event, Exception? Error)> StoreAsync(EventPublisher publisher, HookEvent hookEvent, CancellationToken cancellationToken)
    {
        var store = Options.Store ?? throw new InvalidOperationException($"The event '{hookEvent.Type}' is to be stored, and the bus has no store. Set {nameof(EventBusOptions)}.{nameof(EventBusOptions.Store)}.");
        await _storing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isNumbered)
            {
                // What an earlier bus has stored comes before.
                ContinueAfter(await store.GetLastSequenceAsync(cancellationToken).ConfigureAwait(false));
                _isNumbered = true;
            }

            var stamped = Stamp(publisher, hookEvent);
            await store.AppendAsync([stamped], cancellationToken).ConfigureAwait(false);
            stamped.IsStored = true;
            return (stamped, null);
        }
        catch (Exception error) when (!(error is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return (null, error);
        }
        finally
        {
            _storing.Release();
        }
    }

    private void ContinueAfter(long sequence)
    {
        long now;
        do
        {
            now = Volatile.Read(ref _sequence);
        }
        while (now < sequence && Interlocked.CompareExchange(ref _sequence, sequence, now) != now);
    }

    internal async ValueTask ReportAsync(EventSubscription subscription, HookEvent hookEvent, Exception error)
    {
        try
        {
            Options.OnHandlerError?.Invoke(subscription, hookEvent, error);
        }
        catch (Exception)
        {
            // A broken reporter must not keep others from hearing of it.
        }

        if (Options.Hooks is not { } hooks || !hooks.ShouldFire(HookPoint.EventHandlerError) || _index.Find(hookEvent.Type).IsAboutEvents)
            return;
        try
        {
            await hooks.EventHandlerErrorAsync(EventEmission.ContextOf(hookEvent, publisher: null, subscription.Name, error)).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // A hook with the policy Throw; there is nobody to throw to.
        }
    }
}
