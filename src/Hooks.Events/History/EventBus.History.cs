namespace Hooks.Events;

public sealed partial class EventBus
{
    /// <summary>The newest events that were published, the oldest of them first.</summary>
    /// <param name="count">How many at most; 0 for all that are kept.</param>
    /// <param name="pattern">Which types. Default: all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public IReadOnlyList<HookEvent> GetHistory(int count = 0, EventPattern? pattern = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return _history.Newest(count == 0 ? int.MaxValue : count, pattern);
    }

    /// <summary>What the bus has done so far.</summary>
    public EventBusStatistics GetStatistics()
    {
        var hooks = (Options.Hooks?.GetHooks() ?? [])
            .Where(status => status.Hook.Point.Point is HookPoint.BeforeEventEmit or HookPoint.AfterEventEmit or HookPoint.EventHandlerError)
            .ToList();
        return new()
        {
            Published = Published,
            ByType = _types.ByType.Where(type => type.Value.Value > 0).ToDictionary(type => type.Key, type => type.Value.Value, StringComparer.Ordinal),
            OtherTypes = _types.Others.Value,
            Hooks = hooks.Count,
            AsynchronousHooks = hooks.Count(status => status.Hook.IsAsynchronous),
            Publishers = [.. _publishers.Keys.Order(StringComparer.Ordinal)],
            Subscriptions = Subscriptions.ToDictionary(subscription => subscription.Name, subscription => subscription.Counts, StringComparer.Ordinal),
        };
    }
}
