namespace Hooks.Events;

/// <summary>How the events of a subscription get to it: at once, through queues, or to a reader.</summary>
internal abstract class EventDelivery
{
    /// <summary>How many events wait.</summary>
    public virtual int Depth => 0;

    /// <summary>How many events were delivered, beyond those that the subscription's counters have.</summary>
    public virtual long Delivered => 0;

    /// <summary>How long handlers have worked, beyond what the subscription's counters have, in ticks of the bus's clock.</summary>
    public virtual long HandlerTicks => 0;

    /// <summary>Ends when all that was accepted has been dealt with, after <see cref="Complete"/>.</summary>
    public abstract Task Completion { get; }

    /// <summary>Whether the code that asks was called by the subscription's handler, so that it cannot wait for it.</summary>
    public abstract bool IsRunningHere { get; }

    /// <summary>What code that was called by the subscription's handler can wait for: <see cref="Completion"/>, but for the handlers that wait for just that.</summary>
    public virtual Task CompletionOfOthers() => Task.CompletedTask;

    /// <summary>Takes an event, or says why not; all outcomes but Queued and Blocked have been counted.</summary>
    public abstract EventOutcome Offer(HookEvent hookEvent);

    /// <summary>Waits until there is room for an event that was blocked.</summary>
    public virtual ValueTask<EventOutcome> OfferBlockedAsync(HookEvent hookEvent, CancellationToken cancellationToken) => new(EventOutcome.Rejected);

    /// <summary>Waits for room as long as the subscription lasts.</summary>
    public virtual ValueTask<EventOutcome> OfferWaitingAsync(HookEvent hookEvent) => new(EventOutcome.Rejected);

    /// <summary>Takes nothing more.</summary>
    public abstract void Complete();

    /// <summary>Gives up and counts what waits; a handler that runs may go on.</summary>
    public virtual void AbandonWaiting()
    {
    }

    /// <summary>Gives up and counts all that is not finished.</summary>
    public virtual void Stop()
    {
    }
}
