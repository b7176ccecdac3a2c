using System.Text.Json;

namespace Hooks.Events;

/// <summary>The hooks around one event that is published.</summary>
internal sealed class EventEmission(HookDispatcher hooks, HookEvent hookEvent, EventPublisher publisher)
{
    private EventContext? _context;

    /// <summary>The event, as hooks have left it.</summary>
    public HookEvent Event { get; private set; } = hookEvent;

    /// <summary>The context of hooks for an event.</summary>
    public static EventContext ContextOf(HookEvent hookEvent, EventPublisher? publisher, string? subscription = null, Exception? error = null) => new()
    {
        Subject = hookEvent.Type,
        EventId = hookEvent.Id,
        Publisher = publisher?.Name ?? hookEvent.Publisher,
        Source = (hookEvent.Source ?? publisher?.Source)?.Uri,
        Sequence = hookEvent.Sequence == 0 ? null : hookEvent.Sequence,
        SessionId = hookEvent.SessionId,
        CorrelationId = hookEvent.CorrelationId,
        Data = ValueOf(hookEvent.Data),
        Metadata = new(hookEvent.Metadata.Select(entry => KeyValuePair.Create(entry.Key, (object?)entry.Value))),
        Subscription = subscription,
        Error = error,
    };

    /// <summary>Asks the hooks whether the event may go out.</summary>
    /// <returns>The refusal, if it may not.</returns>
    public async ValueTask<EventReceipt?> BeforeAsync(CancellationToken cancellationToken)
    {
        if (!hooks.ShouldFire(HookPoint.BeforeEventEmit))
            return null;
        var context = ContextOf(Event, publisher);
        var (data, members) = (context.Data, (context.Data as HookArguments)?.Clone());
        var metadata = context.Metadata.Clone();
        var verdict = await hooks.BeforeEventEmitAsync(context, cancellationToken).ConfigureAwait(false);
        _context = context.Final;
        if (verdict.IsCancel)
            return EventReceipt.Refused(EventPublishStatus.Cancelled, verdict.Reason!);
        try
        {
            var isSameData = ReferenceEquals(_context.Data, data) && (members is null || members.DeepEquals((HookArguments)data!));
            var isSameMetadata = metadata.DeepEquals(_context.Metadata);
            if (!isSameData || !isSameMetadata)
                Event = Event.With(isSameData ? Event.Data : DataOf(_context.Data), isSameMetadata ? Event.Metadata : MetadataOf(_context.Metadata));
            return null;
        }
        catch (ArgumentException e)
        {
            return EventReceipt.Refused(EventPublishStatus.Cancelled, $"a hook has changed the event into what cannot be published. {e.Message}");
        }
    }

    /// <summary>Tells the hooks that the event has gone out.</summary>
    public async ValueTask AfterAsync(HookEvent published, EventReceipt receipt)
    {
        if (!hooks.ShouldFire(HookPoint.AfterEventEmit))
            return;
        var context = ContextOf(published, publisher);
        context.Deliveries = receipt.Accepted;
        try
        {
            await hooks.AfterEventEmitAsync(context).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // A hook with the policy Throw. The event is out, and its publisher has to learn so.
        }
    }

    private static object? ValueOf(EventData? data)
    {
        if (data is null)
            return null;
        if (data.Value is { } value)
            return value;
        if (data.TryGetMembers(out var members))
            return members.Clone();
        using var document = JsonDocument.Parse(data.Utf8Json);
        return document.RootElement.Clone();
    }

    private static EventData? DataOf(object? value)
    {
        const string Name = "data";
        if (value is null or EventData)
            return (EventData?)value;
        using var document = JsonDocument.Parse(new HookArguments { [Name] = value }.ToJson());
        return EventData.FromJson(document.RootElement.GetProperty(Name));
    }

    private static EventMetadata MetadataOf(HookArguments metadata) =>
        new(metadata.Select(entry => KeyValuePair.Create(entry.Key, entry.Value is long number and >= int.MinValue and <= int.MaxValue ? (int)number : entry.Value!)));
}
