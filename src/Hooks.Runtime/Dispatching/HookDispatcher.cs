using System.Reflection;
using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>
/// Fires hook points: each runs the hooks that the table has for it, in order, and answers with their verdict. Safe to
/// use from several threads at once.
/// </summary>
/// <remarks>
/// There is a typed entry for every point, asynchronous and synchronous, and <see cref="FireAsync(HookPoint, HookContext, CancellationToken)"/>
/// for hosts that know the point only as data. Fires nested more than <see cref="MaxDepth"/> deep, on one thread or by
/// <see cref="HookContext.Parent"/>, and fires after disposal are refused: blocking points answer Cancel, observe-only
/// points do nothing. Recursion through asynchronous code with contexts that are not linked by their parent is not noticed.
/// </remarks>
public sealed partial class HookDispatcher : IAsyncDisposable
{
    /// <summary>How deep fires may nest.</summary>
    public const int MaxDepth = 16;

    [ThreadStatic]
    private static int t_reports;

    private readonly HookDispatcherOptions _options;
    private readonly object _changes = new();
    private readonly HookRuns _runs;
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DispatcherState _state;
    private HookChain?[] _slots;
    private bool _isDisposed;

    /// <summary>A dispatcher over a table.</summary>
    /// <param name="table">The table, which must not belong to another dispatcher.</param>
    /// <param name="options">How to run the hooks. Default: compiled, no reports.</param>
    /// <exception cref="InvalidOperationException">The table belongs to another dispatcher.</exception>
    /// <exception cref="ArgumentException">An option is out of range, or names a hook that there is not; the message says which.</exception>
    public HookDispatcher(HookTable table, HookDispatcherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        _options = options ?? HookDispatcherOptions.Default;
        _options.Validate();
        AttendsAllFires = _options.AttendsAllFires;
        _runs = new(this, _options);
        foreach (var (name, settings) in _options.Hooks)
            CheckSettings(table.Hooks, name, settings);
        _state = DispatcherState.Create(table, _runs);
        if (_options.Hooks.Count > 0)
        {
            _state = _state.With(settings =>
            {
                foreach (var (name, value) in _options.Hooks)
                    settings[name] = value;
            });
        }

        _slots = _state.Slots;
        if (_options.WatchdogTimeout is { } limit)
            Watchdog = new(this, _options.TimeProvider, limit);
    }

    /// <summary>A dispatcher without hooks; disposing it does nothing.</summary>
    public static HookDispatcher None { get; } = new(new EmptyTable());

    /// <summary>The table that the dispatcher was made with.</summary>
    public HookTable Table => _state.First;

    /// <summary>Whether the point has hooks.</summary>
    /// <param name="point">The point.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public bool HasHooks(HookPoint point) => Hooked(point) is not null;

    /// <summary>Whether the custom point has hooks.</summary>
    /// <typeparam name="TContext">The class of the point's contexts.</typeparam>
    /// <exception cref="InvalidOperationException">The class is <see cref="NamedHookContext"/>, which stands for many points; ask <see cref="HasHooks(string)"/>.</exception>
    public bool HasHooks<TContext>()
        where TContext : CustomHookContext => CustomChain<TContext>() is not null;

    /// <summary>Whether the point that exists only by name has hooks.</summary>
    /// <param name="pointName">The point's name.</param>
    public bool HasHooks(string pointName) => NamedChain(pointName) is not null;

    /// <summary>
    /// Whether a fire of the point would do anything, so that a host can spare itself the context: it has hooks, somebody
    /// listens (<see cref="AddListener"/>), or the dispatcher has been disposed and would refuse.
    /// </summary>
    /// <param name="point">The point.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public bool ShouldFire(HookPoint point) =>
        HasHooks(point) || _slots[(int)point] is IListenedChain { IsHeard: true } || (_isDisposed && HookPoints.Get(point).IsBlocking);

    /// <summary>Whether every hook of the point is synchronous, so that its synchronous entry can be called.</summary>
    /// <param name="point">The point.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public bool IsSynchronous(HookPoint point) => Hooked(point)?.IsSynchronous ?? true;

    /// <summary>Whether every hook of the custom point is synchronous, so that <see cref="Fire{TContext}"/> can be called.</summary>
    /// <typeparam name="TContext">The class of the point's contexts.</typeparam>
    /// <exception cref="InvalidOperationException">The class is <see cref="NamedHookContext"/>, which stands for many points; ask <see cref="IsSynchronous(string)"/>.</exception>
    public bool IsSynchronous<TContext>()
        where TContext : CustomHookContext => CustomChain<TContext>()?.IsSynchronous ?? true;

    /// <summary>Whether the point that exists only by name can be fired with <see cref="Fire{TContext}"/>: it has no hooks that take part in a fire, since they are asynchronous.</summary>
    /// <param name="pointName">The point's name.</param>
    public bool IsSynchronous(string pointName) => NamedChain(pointName)?.IsSynchronous ?? true;

    /// <summary>Fires a point that is known only as data.</summary>
    /// <param name="point">The point.</param>
    /// <param name="context">A context of the point's class.</param>
    /// <param name="cancellationToken">
    /// The caller's token. It is tested before the first hook, and handed to hooks that take one; once it is cancelled,
    /// a hook's <see cref="OperationCanceledException"/> ends the fire.
    /// </param>
    /// <returns>The verdict; Continue where the point has no hooks or is observe-only. Argument errors come with the task too.</returns>
    /// <exception cref="ArgumentException">There is no such point, or the context is not of its class.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> FireAsync(HookPoint point, HookContext context, CancellationToken cancellationToken = default)
    {
        if (!HookPoints.TryGet(point, out var info))
            return ValueTask.FromException<HookResult>(HookPoints.NoSuchPoint(point));
        if (context?.GetType() != info.ContextType)
        {
            return ValueTask.FromException<HookResult>(new ArgumentException(
                $"{point} is fired with a {info.ContextType.Name}, not with {context?.GetType().Name ?? "null"}.", nameof(context)));
        }

        return _slots[(int)point] is { } chain ? chain.FireUntypedAsync(this, context, cancellationToken) : Unhooked(point, context);
    }

    /// <summary>Fires a custom point.</summary>
    /// <typeparam name="TContext">The class of the point's contexts.</typeparam>
    /// <param name="context">The context.</param>
    /// <param name="cancellationToken">The caller's token, as at built-in points.</param>
    /// <returns>The verdict; Continue where the point has no hooks or is observe-only.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> FireAsync<TContext>(TContext context, CancellationToken cancellationToken = default)
        where TContext : CustomHookContext
    {
        if (context is null)
            return ValueTask.FromException<HookResult>(new ArgumentNullException(nameof(context)));
        var chain = ChainOf(context);
        if (_isDisposed)
            return new(IsBlocking(context.GetType(), chain) ? Disposed(context) : default);
        if (_listeners is { } listeners)
            return ListenAsync(listeners, chain, chain?.Point ?? UnhookedPoint(context), context, cancellationToken);
        return chain is null ? default : chain.FireUntypedAsync(this, context, cancellationToken);
    }

    /// <summary>Fires a custom point of which the host itself knows what its class declares: to read that keeps 300 KB of reflection in a native program.</summary>
    internal ValueTask<HookResult> FireAsync(CustomHookContext context, HookPointInfo declared, CancellationToken cancellationToken)
    {
        var chain = ChainOf(context);
        var point = chain?.Point ?? declared;
        if (_isDisposed)
            return new(point.IsBlocking ? Disposed(context) : default);
        if (_listeners is { } listeners)
            return ListenAsync(listeners, chain, point, context, cancellationToken);
        return chain is null ? default : chain.FireUntypedAsync(this, context, cancellationToken);
    }

    /// <summary>Fires a custom point synchronously.</summary>
    /// <typeparam name="TContext">The class of the point's contexts.</typeparam>
    /// <param name="context">The context.</param>
    /// <param name="cancellationToken">The caller's token, as at built-in points.</param>
    /// <returns>The verdict; Continue where the point has no hooks or is observe-only.</returns>
    /// <exception cref="InvalidOperationException">One of the hooks is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult Fire<TContext>(TContext context, CancellationToken cancellationToken = default)
        where TContext : CustomHookContext
    {
        ArgumentNullException.ThrowIfNull(context);
        var chain = ChainOf(context);
        if (_isDisposed)
            return IsBlocking(context.GetType(), chain) ? Disposed(context) : default;
        if (_listeners is { } listeners)
            return Listen(listeners, chain, context, cancellationToken);
        return chain?.FireUntyped(this, context, cancellationToken) ?? default;
    }

    /// <summary>
    /// Adds the hooks of a plug-in that was unknown when the program was compiled; from then on the points that both
    /// hook run on the general path, by priority, hooks of equal priority in the order in which their tables were added.
    /// </summary>
    /// <remarks><see cref="Table"/> stays the first table; After and Before reach only hooks of the same table.</remarks>
    /// <param name="table">The plug-in's table.</param>
    /// <exception cref="InvalidOperationException">
    /// An assembly that contributes to it is already in, a name of its hooks is taken at its point, the table belongs to another dispatcher, the dispatcher is sealed, or this is <see cref="None"/>.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The dispatcher has been disposed.</exception>
    public void Add(HookTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Change(state => state.With(table));
    }

    /// <summary>
    /// Refuses fires from now on, lets background hooks finish (<see cref="HookDispatcherOptions.DrainTimeout"/>), and
    /// disposes the hook objects that the tables have made and those that were registered; those that were handed in to
    /// a table are left alone. A second call waits for the background hooks, and does nothing else.
    /// </summary>
    /// <exception cref="AggregateException">Hook objects threw while they were disposed, or had not ended within <see cref="HookDispatcherOptions.DrainTimeout"/>; all have been tried.</exception>
    public async ValueTask DisposeAsync()
    {
        if (ReferenceEquals(this, None))
            return;
        if (!TryClose())
        {
            await Task.WhenAny(_drained.Task, DrainDeadline()).ConfigureAwait(false);
            return;
        }

        await _runs.DrainAsync(DrainDeadline()).ConfigureAwait(false);
        _drained.SetResult();
        Watchdog?.Dispose();
        var disposal = new HookDisposal(DrainDeadline());
        await DisposeObjectsAsync(disposal).ConfigureAwait(false);
        await _state.DisposeTablesAsync(disposal).ConfigureAwait(false);
        if (disposal.Errors.Count > 0)
            throw new AggregateException("Hook objects threw while they were disposed, or took too long.", disposal.Errors);
    }

    private Task DrainDeadline() => Task.Delay(_options.DrainTimeout, _options.TimeProvider);

    // False if someone else has.
    private bool TryClose()
    {
        lock (_changes)
        {
            if (_isDisposed)
                return false;
            _isDisposed = true;

            // Whoever finds a slot empty from now on also sees why.
            Interlocked.MemoryBarrierProcessWide();
            Volatile.Write(ref _slots, new HookChain?[HookPoints.Count]);
            return true;
        }
    }

    internal HookDispatcherOptions Options => _options;

    internal HookRuns Runs => _runs;

    internal Watchdog? Watchdog { get; }

    /// <inheritdoc cref="HookDispatcherOptions.AttendsAllFires"/>
    internal bool AttendsAllFires { get; }

    /// <summary>When a fire that begins now has to be over; 0 if it may take any time.</summary>
    internal long DeadlineOfFire() => _options.FireTimeout is { } limit
        ? _options.TimeProvider.GetTimestamp() + (long)(limit.TotalSeconds * _options.TimeProvider.TimestampFrequency)
        : 0;

    /// <summary>Told of the same as <see cref="HookDispatcherOptions.OnReport"/>, for a host that did not make the options. It must not throw.</summary>
    internal Action<HookReport>? Reported { get; set; }

    internal void Report(HookReport report)
    {
        if (report.Kind == HookReportKind.Failed)
            HookTelemetry.Failed(report.Hook!, TagNames.Of(report.Exception!));
        else if (report.Kind == HookReportKind.Rejected)
            HookTelemetry.Failed(report.Hook!, TagNames.CircuitOpen);
        if ((_options.OnReport is null && Reported is null) || t_reports >= MaxDepth)
            return;
        t_reports++;
        try
        {
            Reported?.Invoke(report);
            _options.OnReport?.Invoke(report);
        }
        catch (Exception)
        {
            // A broken reporter must not open a guard.
        }
        finally
        {
            t_reports--;
        }
    }

    internal HookResult RefuseNesting(HookPointInfo point, HookContext context)
    {
        context.DecidedBy = null;
        var reason = $"hooks are nested more than {MaxDepth} deep";
        Report(HookReport.Refused(point, reason));
        return point.IsBlocking ? HookResult.Cancel(reason) : default;
    }

    // The slots are filled by point, and each point has one class of contexts.
    private static HookChain<TContext> As<TContext>(HookChain chain)
        where TContext : HookContext => Unsafe.As<HookChain<TContext>>(chain);

    private static ValueTask Observe(ValueTask<HookResult> fire) =>
        fire.IsCompletedSuccessfully ? default : new(fire.AsTask());

    // Only after disposal, and of a point without hooks, nothing but the class itself knows.
    private static bool IsBlocking(Type contextType, HookChain? chain) =>
        chain?.Point.IsBlocking ?? contextType.GetCustomAttribute<HookPointAttribute>()?.Blocking ?? true;

    private static HookResult Disposed(HookContext? context)
    {
        if (context is not null)
            context.DecidedBy = null;
        return HookResult.Cancel("the hook dispatcher has been disposed");
    }

    // What the tables say, which disposal does not change.
    private HookChain? Hooked(HookPoint point) =>
        HookPoints.TryGet(point, out _) ? _state.Slots[(int)point] : throw HookPoints.NoSuchPoint(point);

    private HookChain? CustomChain<TContext>() => typeof(TContext) != typeof(NamedHookContext)
        ? _state.FindCustom(typeof(TContext))
        : throw new InvalidOperationException($"A {nameof(NamedHookContext)} stands for many points. Ask with the name of one of them instead of the class.");

    private HookChain? NamedChain(string pointName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pointName);
        return _state.FindNamed(pointName);
    }

    private HookChain? ChainOf(CustomHookContext context) =>
        context is NamedHookContext named ? _state.FindNamed(named.PointName) : _state.FindCustom(context.GetType());

    private ValueTask<HookResult> Unhooked(HookPoint point, HookContext context) => new(UnhookedVerdict(point, context));

    private HookResult UnhookedVerdict(HookPoint point, HookContext context) =>
        _isDisposed && HookPoints.IsBlocking(point) ? Disposed(context) : default;
}
