using System.Diagnostics.CodeAnalysis;

namespace Hooks.Events;

/// <summary>A queue from which a reader takes.</summary>
internal sealed class ReaderLane(EventSubscription subscription) : EventLane(subscription)
{
    public override Task Completion => Reader.Completion;

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => Reader.WaitToReadAsync(cancellationToken);

    public bool TryTake([NotNullWhen(true)] out HookEvent? hookEvent)
    {
        while (Reader.TryRead(out hookEvent))
        {
            if (HasExpired(hookEvent))
                continue;
            Counters.Count(EventOutcome.Delivered);
            EventTelemetry.Delivered(Subscription, 1);
            return true;
        }

        return false;
    }
}
