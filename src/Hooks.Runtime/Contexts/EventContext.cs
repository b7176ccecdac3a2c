using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>An event that is published, or on which a subscriber failed.</summary>
public sealed class EventContext : HookContext
{
    /// <summary>The event's dotted name.</summary>
    public required string Subject { get; init; }

    /// <summary>The id of the event.</summary>
    public string? EventId { get; init; }

    /// <summary>The name under which its publisher may publish: set by the bus, and nothing that an event says of itself.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where it says that it comes from, as a URI reference. Anyone may say anything; who it was is <see cref="Publisher"/>.</summary>
    public string? Source { get; init; }

    /// <summary>The event's place among those of its bus.</summary>
    public long? Sequence { get; init; }

    /// <summary>What the event carries.</summary>
    public object? Data { get; set => field = Change(value); }

    /// <summary>What is said about the event besides its data. Never null.</summary>
    public HookArguments Metadata { get => field ??= new(); set => field = Change(value); }

    /// <summary>How many subscriptions have taken it. The host fills it in.</summary>
    public int? Deliveries { get; set => field = Change(value); }

    /// <summary>The subscription that failed, at <see cref="HookPoint.EventHandlerError"/>.</summary>
    public string? Subscription { get; init; }

    /// <summary>What went wrong there.</summary>
    [JsonIgnore]
    public Exception? Error { get; init; }

    /// <summary>What went wrong, in words. Default: the message of <see cref="Error"/>.</summary>
    public string? ErrorMessage { get => field ?? Error?.Message; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override EventContext Final => (EventContext)base.Final;

    /// <inheritdoc/>
    protected override void OnCopied()
    {
        Metadata = Metadata.Clone();
    }

    private protected override void OnFrozen() => Metadata.Freeze();
}
