using System.Threading.Channels;

namespace Hooks.Events;

/// <summary>One bounded queue of a subscription, with what happens when it is full.</summary>
internal abstract class EventLane : EventDelivery
{
    private readonly ChannelWriter<HookEvent> _writer;
    private volatile bool _isCompleted;

    protected EventLane(EventSubscription subscription)
    {
        Subscription = subscription;
        var options = subscription.Options;
        var channelOptions = new BoundedChannelOptions(options.Capacity) { SingleReader = true };
        if (options.Overflow == EventOverflow.DropOldest)
            channelOptions.FullMode = BoundedChannelFullMode.DropOldest;
        var channel = options.Overflow == EventOverflow.DropOldest
            ? Channel.CreateBounded<HookEvent>(channelOptions, dropped => Drop())
            : Channel.CreateBounded<HookEvent>(channelOptions);
        (_writer, Reader) = (channel.Writer, channel.Reader);
    }

    public override int Depth => Reader.Count;

    public override bool IsRunningHere => EventSubscription.Running.Value == Subscription;

    protected EventSubscription Subscription { get; }

    protected ChannelReader<HookEvent> Reader { get; }

    protected SubscriptionCounters Counters => Subscription.Counters;

    public override EventOutcome Offer(HookEvent hookEvent)
    {
        if (_writer.TryWrite(hookEvent))
            return EventOutcome.Queued;
        if (_isCompleted)
            return Counters.Count(EventOutcome.Abandoned);
        return Subscription.Options.Overflow switch
        {
            EventOverflow.DropNewest => Drop(),
            EventOverflow.Reject => Reject(),
            _ => EventOutcome.Blocked,
        };
    }

    public override async ValueTask<EventOutcome> OfferBlockedAsync(HookEvent hookEvent, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(Subscription.Options.BlockTimeout, Subscription.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        return await WriteAsync(hookEvent, either.Token).ConfigureAwait(false);
    }

    public override ValueTask<EventOutcome> OfferWaitingAsync(HookEvent hookEvent) => WriteAsync(hookEvent, CancellationToken.None);

    public override void Complete()
    {
        _isCompleted = true;
        _writer.TryComplete();
    }

    public override void AbandonWaiting()
    {
        while (Reader.TryRead(out _))
            Counters.Count(EventOutcome.Abandoned);
    }

    /// <summary>Whether the event's time is over; it is counted then.</summary>
    protected bool HasExpired(HookEvent hookEvent)
    {
        // Asked first of the bus: an event that nobody has looked at on this core yet takes longer to read than to handle.
        if (!Subscription.MayExpire || !hookEvent.IsExpired(Subscription.Clock.GetUtcNow()))
            return false;
        Counters.Count(EventOutcome.Expired);
        return true;
    }

    // Not the channel's WriteAsync: when its token is cancelled just as there is room, it may say that it was cancelled and
    // have written all the same (seen on .NET 10.0), and the event would count twice.
    private async ValueTask<EventOutcome> WriteAsync(HookEvent hookEvent, CancellationToken cancellationToken)
    {
        try
        {
            while (await _writer.WaitToWriteAsync(cancellationToken).ConfigureAwait(false))
            {
                if (_writer.TryWrite(hookEvent))
                    return EventOutcome.Queued;
            }

            return Counters.Count(EventOutcome.Abandoned);
        }
        catch (OperationCanceledException)
        {
            return Reject();
        }
    }

    private EventOutcome Drop() => Lose(EventOutcome.Dropped);

    private EventOutcome Reject() => Lose(EventOutcome.Rejected);

    private EventOutcome Lose(EventOutcome outcome)
    {
        EventTelemetry.Dropped(Subscription, outcome);
        return Counters.Count(outcome);
    }
}
