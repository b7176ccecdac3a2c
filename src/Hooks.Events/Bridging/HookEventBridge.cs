using System.Collections.Concurrent;

namespace Hooks.Events;

/// <summary>Publishes the fires of a dispatcher, with their verdicts, as events under the event names of their points.</summary>
/// <remarks>
/// An event is made only if a subscription matches it, the bus keeps history, or hooks stand around its events. It is published
/// when the fire is over, before the agent goes on: a subscription with <see cref="EventOverflow.Block"/> that has no room makes the agent wait.
/// </remarks>
public sealed class HookEventBridge : IHookListener, IDisposable
{
    // What a point of a user's own is called that has the name of another: whoever listens to that takes it for what our hosts fire.
    private const string CustomPrefix = "custom.";

    private static readonly HashSet<string> BuiltInNames = [.. HookPoints.All.Select(point => point.EventName)];

    private readonly HookDispatcher _dispatcher;
    private readonly EventBus _bus;
    private readonly HookEventBridgeOptions _options;
    private readonly EventPublisher _publisher;
    private readonly ConcurrentDictionary<string, string[]> _names = new(StringComparer.Ordinal);

    private HookEventBridge(HookDispatcher dispatcher, EventBus bus, HookEventBridgeOptions options)
    {
        (_dispatcher, _bus, _options) = (dispatcher, bus, options);
        _publisher = bus.CreatePublisher(options.PublisherName, options.Publisher);
    }

    /// <summary>Begins to publish what a dispatcher fires.</summary>
    /// <param name="dispatcher">The dispatcher.</param>
    /// <param name="bus">The bus.</param>
    /// <param name="options">Which fires, and what their events carry.</param>
    /// <returns>The bridge; disposing it ends the publishing.</returns>
    /// <exception cref="ArgumentException">The publisher's name is taken, or an option is out of range.</exception>
    /// <exception cref="InvalidOperationException">The dispatcher is sealed, or <see cref="HookDispatcher.None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The dispatcher or the bus has been disposed.</exception>
    public static HookEventBridge Attach(HookDispatcher dispatcher, EventBus bus, HookEventBridgeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(dispatcher);
        ArgumentNullException.ThrowIfNull(bus);
        var bridge = new HookEventBridge(dispatcher, bus, options ?? new());
        try
        {
            dispatcher.AddListener(bridge);
        }
        catch
        {
            bridge._publisher.Dispose();
            throw;
        }

        return bridge;
    }

    /// <inheritdoc/>
    public bool IsListening(HookPointInfo point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (_bus.IsClosed || point.Point is HookPoint.BeforeEventEmit or HookPoint.AfterEventEmit or HookPoint.EventHandlerError || _options.Points?.Invoke(point) == false)
            return false;
        return Array.Exists(NamesOf(point), _bus.WouldKeep);
    }

    /// <inheritdoc/>
    public async ValueTask OnFiredAsync(HookPointInfo point, HookContext context, HookResult verdict)
    {
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(context);
        if (_options.OnlyDecisions && verdict.Kind is HookResultKind.Continue or HookResultKind.Skipped or HookResultKind.Modified)
            return;
        var data = EventData.FromJson(FireJson.Write(point, context, verdict, _options.IncludeContext));
        string? cause = null;
        foreach (var name in NamesOf(point))
        {
            var hookEvent = new HookEvent(name) { SessionId = context.SessionId, CorrelationId = context.CorrelationId, CausationId = cause, Data = data };
            cause ??= hookEvent.Id;
            if (_bus.WouldKeep(name))
                await _publisher.PublishAsync(hookEvent).ConfigureAwait(false);
        }
    }

    /// <summary>Publishes no more.</summary>
    public void Dispose()
    {
        _dispatcher.RemoveListener(this);
        _publisher.Dispose();
    }

    // The point's own name first. Points that exist only by name may be called what no event can be; they are left out.
    private string[] NamesOf(HookPointInfo point) => _names.TryGetValue(point.EventName, out var names) ? names : MakeNames(point);

    private string[] MakeNames(HookPointInfo point)
    {
        var own = point.Point is null && BuiltInNames.Contains(point.EventName) ? CustomPrefix + point.EventName : point.EventName;
        var names = _options.Aliases.SelectMany(system => point.Point is { } builtIn ? HookPoints.GetAliases(builtIn, system) : []);
        string[] made = [.. names.Prepend(own).Where(name => EventType.IsValid(name, out _)).Distinct(StringComparer.Ordinal)];

        // Names made up at run time could be any number.
        if (point.Point is not null || point.ContextType != typeof(NamedHookContext))
            _names[point.EventName] = made;
        return made;
    }
}
