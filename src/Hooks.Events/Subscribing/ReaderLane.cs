using System.Diagnostics.CodeAnalysis;

namespace Hooks.Events;

/// <summary>A queue from which a reader takes.</summary>
internal sealed class ReaderLane(EventSubscription subscription) : EventLane(subscription)
{
    public override Task Completion => Reader.Completion;

    public override bool IsRunningHere => LaneCall.IsWithin(this);

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => Reader.WaitToReadAsync(cancellationToken);

    public bool TryTake([NotNullWhen(true)] out HookEvent? hookEvent)
    {
        while (Reader.TryRead(out hookEvent))
        {
            if (!Subscription.IsInTime(hookEvent, out _))
                continue;
            Counters.Count(EventOutcome.Delivered);
            EventTelemetry.Received(Subscription, hookEvent);
            return true;
        }

        return false;
    }

    public ValueTask EndAsync() => Subscription.DisposeAsync();
}
