namespace Hooks.Events.Tests;

/// <summary>A bus with a clock that stands still, a publisher, and the means to hold up handlers.</summary>
internal sealed class Scene : IAsyncDisposable
{
    public Scene(Func<EventBusOptions, EventBusOptions>? with = null)
    {
        var options = new EventBusOptions { TimeProvider = Clock, OnHandlerError = (subscription, hookEvent, error) => Errors.Enqueue((subscription.Name, hookEvent.Type, error)) };
        Bus = new(with is null ? options : with(options));
        Publisher = Bus.CreatePublisher("test");
    }

    public FakeClock Clock { get; } = new();

    public EventBus Bus { get; }

    public EventPublisher Publisher { get; }

    public System.Collections.Concurrent.ConcurrentQueue<(string Subscription, string Type, Exception Error)> Errors { get; } = new();

    public EventReceipt Publish(string type, string? session = null, string? data = null, DateTimeOffset? expires = null) =>
        Publisher.Publish(new HookEvent(type) { SessionId = session, Data = data is null ? null : EventData.FromJson(data), ExpiresAt = expires });

    /// <summary>Disposes the bus, with no time for readers that nobody reads.</summary>
    public async ValueTask DisposeAsync()
    {
        var disposing = Bus.DisposeAsync();
        Clock.Advance(Bus.Options.DrainTimeout);
        await disposing;
    }

    /// <summary>Waits, without a time, until something that is under way on other threads has happened. The suite's own limit ends a wait that is in vain.</summary>
    public static async Task Until(Func<bool> happened)
    {
        while (!happened())
            await Task.Yield();
    }
}
