namespace Hooks.Events;

/// <summary>Subscriptions to what is wanted most often, with the data taken out. Each hears of a moment under its point's own event name.</summary>
public static class EventBusExtensions
{
    private const double MostMilliseconds = 9e14;

    /// <summary>Calls a handler with the path of each file that was written (<see cref="HookPoint.FileWrite"/>).</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="handler">Handles the path and the event.</param>
    /// <param name="options">As for other subscriptions.</param>
    public static EventSubscription OnFileWritten(this EventBus bus, Action<string, HookEvent> handler, EventSubscriptionOptions? options = null) =>
        On(bus, HookPoint.FileWrite, handler, options, (data, hookEvent) =>
        {
            if (data.TryGetString("path", out var path))
                handler(path, hookEvent);
        });

    /// <summary>Calls a handler with the message of each error (<see cref="HookPoint.ErrorOccurred"/>).</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="handler">Handles the message and the event.</param>
    /// <param name="options">As for other subscriptions.</param>
    public static EventSubscription OnError(this EventBus bus, Action<string, HookEvent> handler, EventSubscriptionOptions? options = null) =>
        On(bus, HookPoint.ErrorOccurred, handler, options, (data, hookEvent) => handler(data.GetString("error", string.Empty), hookEvent));

    /// <summary>Calls a handler with how long each session lasted and how many tokens it used (<see cref="HookPoint.SessionEnd"/>); zero where the host does not say.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="handler">Handles duration, tokens and the event.</param>
    /// <param name="options">As for other subscriptions.</param>
    public static EventSubscription OnSessionEnded(this EventBus bus, Action<TimeSpan, long, HookEvent> handler, EventSubscriptionOptions? options = null) =>
        On(bus, HookPoint.SessionEnd, handler, options, (data, hookEvent) => handler(DurationOf(data), data.GetInt64("tokens", 0), hookEvent));

    /// <summary>Calls a handler with the tool and the duration of each tool call that is over, whatever has come of it (<see cref="HookPoint.AfterToolCall"/>).</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="handler">Handles the tool's name, the duration (zero where the host does not say), and the event.</param>
    /// <param name="options">As for other subscriptions.</param>
    public static EventSubscription OnToolCalled(this EventBus bus, Action<string, TimeSpan, HookEvent> handler, EventSubscriptionOptions? options = null) =>
        On(bus, HookPoint.AfterToolCall, handler, options, (data, hookEvent) =>
        {
            if (data.TryGetString("tool", out var tool))
                handler(tool, DurationOf(data), hookEvent);
        });

    private static EventSubscription On(EventBus bus, HookPoint point, Delegate handler, EventSubscriptionOptions? options, Action<HookArguments, HookEvent> handle)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(handler);
        return bus.Subscribe(
            EventPattern.Exact(HookPoints.Get(point).EventName),
            (hookEvent, _) =>
            {
                if (hookEvent.Data?.TryGetMembers(out var data) == true)
                    handle(data, hookEvent);
                return default;
            },
            options);
    }

    // Anyone may publish under these names; a number that is no duration is none.
    private static TimeSpan DurationOf(HookArguments data) =>
        data.TryGetDouble("duration_ms", out var milliseconds) && milliseconds is >= 0 and < MostMilliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : TimeSpan.Zero;
}
