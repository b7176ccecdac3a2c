using System.Runtime.CompilerServices;

namespace Hooks;

// Hooks that are objects, with a life of their own: made ready before their first run, disposed with the dispatcher.
public sealed partial class HookDispatcher
{
    private readonly List<StartedHook> _objects = [];
    private readonly ConditionalWeakTable<IHook, StartedHook> _known = [];
    private bool _isStarted;

    /// <summary>
    /// Registers an object at all of its points. If the dispatcher has been started the object is initialised first;
    /// otherwise it waits for <see cref="StartAsync"/>, and counts as failed until then.
    /// </summary>
    /// <remarks>
    /// An object that is refused stays the caller's, and so does one whose initialisation fails. Only where the refusal
    /// comes after the initialisation, because the dispatcher was changed in the meantime, is the object disposed here.
    /// </remarks>
    /// <param name="hook">The object, which is disposed with the dispatcher, also if it has been unregistered by then.</param>
    /// <param name="cancellationToken">Cancels its initialisation.</param>
    /// <returns>The way to take it out again.</returns>
    /// <exception cref="InvalidOperationException">It could not be initialised; it is not registered. Or the dispatcher is sealed.</exception>
    /// <exception cref="ArgumentException">One of its points has a hook of this name, or it has no name or no points.</exception>
    /// <exception cref="ObjectDisposedException">The dispatcher has been disposed.</exception>
    public async ValueTask<HookRegistration> RegisterAsync(IHook hook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(hook);
        if (hook.Points is not { Count: > 0 } points)
            throw new ArgumentException($"The hook '{hook.Name}' names no points.", nameof(hook));
        if (string.IsNullOrWhiteSpace(hook.Name))
            throw new ArgumentException($"A hook of {hook.GetType()} has no name.", nameof(hook));
        // An object that comes again, or twice at the same time, is the same: ready if it was.
        var started = _known.GetValue(hook, static hook => new(hook));
        var infos = points.Distinct().Select(HookPoints.Get).ToList();
        if (TryAdd(started, infos) is { } waiting)
            return waiting;
        await started.InitializeAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return TryAdd(started, infos)!;
        }
        catch (Exception refusal) when (TryForget(started))
        {
            var disposal = new HookDisposal(DrainDeadline());
            await started.DisposeAsync(disposal).ConfigureAwait(false);
            if (disposal.Errors.Count > 0)
                throw new AggregateException($"The hook '{hook.Name}' was refused, and threw while it was disposed.", [refusal, .. disposal.Errors]);
            throw;
        }
    }

    /// <summary>
    /// Initialises the objects that were registered, in the order of their registration and each once, also where several
    /// start the dispatcher at the same time. Once all are initialised, a further call does nothing.
    /// </summary>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="InvalidOperationException">One could not be initialised; the message names it, and those behind it were not tried.</exception>
    /// <exception cref="ObjectDisposedException">The dispatcher has been disposed.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        while (NextToStart() is { } next)
            await next.InitializeAsync(cancellationToken).ConfigureAwait(false);
    }

    // False if the object is in force all the same, by another registration.
    private bool TryForget(StartedHook started)
    {
        lock (_changes)
            return !_objects.Contains(started) && _known.Remove(started.Hook);
    }

    // Null if there is none left. Whether there is one, and that from now on there will be none, is decided at once.
    private StartedHook? NextToStart()
    {
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var next = _objects.Find(started => !started.IsReady && started.Registration!.Registered.Any(_state.Registered.Contains));
            _isStarted |= next is null;
            return next;
        }
    }

    // Null if the object has to be initialised first; whatever else there is against it is told now.
    private HookRegistration? TryAdd(StartedHook started, IReadOnlyList<HookPointInfo> points)
    {
        HookRegistration? registration = null;
        var options = new HookRegistrationOptions { Name = started.Hook.Name, Priority = started.Hook.Priority };
        Change(state =>
        {
            RegisteredHook[] registered =
            [
                .. points.Select(info => Describe(state, info, new(null, (context, token) => started.InvokeAsync(info.Point!.Value, context, token)), info.IsBlocking, options)),
            ];
            if (_isStarted && !started.IsReady)
                return state;
            started.Registration = registration = new(this, registered);
            if (!_objects.Contains(started))
                _objects.Add(started);
            return Add(state, [.. registered]);
        });
        return registration;
    }

    private async Task DisposeObjectsAsync(HookDisposal disposal)
    {
        for (var i = _objects.Count - 1; i >= 0; i--)
            await _objects[i].DisposeAsync(disposal).ConfigureAwait(false);
    }
}
