using System.Threading.Channels;

namespace Hooks.Events;

/// <summary>One bounded queue of a subscription, with what happens when it is full.</summary>
internal abstract class EventLane : EventDelivery
{
    private readonly ChannelWriter<HookEvent> _writer;

    // Publishers that wait for room: who comes first writes first, and nobody overtakes them.
    private readonly SemaphoreSlim? _turns;
    private int _waiting;
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
        if (options.Overflow == EventOverflow.Block)
            _turns = new(1, 1);
    }

    public override int Depth => Reader.Count;

    protected EventSubscription Subscription { get; }

    protected ChannelReader<HookEvent> Reader { get; }

    protected SubscriptionCounters Counters => Subscription.Counters;

    public override EventOutcome Offer(HookEvent hookEvent)
    {
        if (Volatile.Read(ref _waiting) == 0 && _writer.TryWrite(hookEvent))
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

    public override ValueTask<EventOutcome> OfferBlockedAsync(HookEvent hookEvent, CancellationToken cancellationToken)
    {
        // A handler that publishes into its own full queue would wait for itself.
        if (IsRunningHere)
            return new(Reject());
        return WriteInTimeAsync(hookEvent, cancellationToken);
    }

    public override ValueTask<EventOutcome> OfferWaitingAsync(HookEvent hookEvent) => WriteInTurnAsync(hookEvent, CancellationToken.None);

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

    private async ValueTask<EventOutcome> WriteInTimeAsync(HookEvent hookEvent, CancellationToken cancellationToken)
    {
        CancellationTokenSource timer;
        try
        {
            timer = new(Subscription.Options.BlockTimeout, Subscription.Clock);
        }
        catch (Exception error)
        {
            // The bus's clock has failed, and nobody can say for how long to wait.
            Subscription.Report(hookEvent, error);
            return Reject();
        }

        using (timer)
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken))
            return await WriteInTurnAsync(hookEvent, either.Token).ConfigureAwait(false);
    }

    private async ValueTask<EventOutcome> WriteInTurnAsync(HookEvent hookEvent, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _turns!.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await WriteAsync(hookEvent, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException)
        {
            return Reject();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    // Not the channel's WriteAsync: when its token is cancelled just as there is room, it may say that it was cancelled and
    // have written all the same (seen on .NET 10.0), and the event would count twice.
    private async ValueTask<EventOutcome> WriteAsync(HookEvent hookEvent, CancellationToken cancellationToken)
    {
        while (await _writer.WaitToWriteAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_writer.TryWrite(hookEvent))
                return EventOutcome.Queued;
        }

        return Counters.Count(EventOutcome.Abandoned);
    }

    private EventOutcome Drop() => Lose(EventOutcome.Dropped);

    private EventOutcome Reject() => Lose(EventOutcome.Rejected);

    private EventOutcome Lose(EventOutcome outcome)
    {
        EventTelemetry.Dropped(Subscription, outcome);
        return Counters.Count(outcome);
    }
}
