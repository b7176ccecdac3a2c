namespace Hooks;

/// <summary>A registered object, and whether it is ready.</summary>
internal sealed class StartedHook(IHook hook)
{
    // The object whose initialisation this code belongs to.
    private static readonly AsyncLocal<StartedHook?> Current = new();

    // Never disposed: a semaphore of which nobody takes the wait handle holds nothing.
    private readonly SemaphoreSlim _turn = new(1);
    private StartedHook? _within;
    private volatile bool _isReady;
    private volatile bool _isGone;

    public IHook Hook => hook;

    public HookRegistration? Registration { get; set; }

    public bool IsReady => _isReady;

    /// <summary>Makes the object ready: once, however many ask for it at the same time; after a failure the next one tries again.</summary>
    public async ValueTask InitializeAsync(CancellationToken cancellationToken)
    {
        if (_isReady)
            return;
        for (var waiting = Current.Value; waiting is not null; waiting = waiting._within)
        {
            if (ReferenceEquals(waiting, this))
                throw new InvalidOperationException($"The hook '{hook.Name}' would wait for itself: the dispatcher is started from within its own initialisation. Start it from where the hooks are registered.");
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isGone, typeof(HookDispatcher));
            if (!_isReady)
                await InitializeNowAsync(cancellationToken).ConfigureAwait(false);
            _isReady = true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Disposes the object; one that is being initialised, as soon as that is over.</summary>
    public ValueTask DisposeAsync(HookDisposal disposal)
    {
        _isGone = true;
        return disposal.RunAsync($"The hook '{hook.Name}'", DisposeInTurnAsync);
    }

    public ValueTask<HookResult> InvokeAsync(HookPoint point, HookContext context, CancellationToken cancellationToken) => _isReady
        ? hook.InvokeAsync(point, context, cancellationToken)
        : throw new InvalidOperationException($"The hook '{hook.Name}' has not been initialised. Call HookDispatcher.StartAsync before the first fire.");

    private async ValueTask DisposeInTurnAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await hook.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            // Whoever waits to initialise it learns that it is gone.
            _turn.Release();
        }
    }

    private async ValueTask InitializeNowAsync(CancellationToken cancellationToken)
    {
        (_within, Current.Value) = (Current.Value, this);
        try
        {
            await hook.InitializeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The hook '{hook.Name}' could not be initialised.", error);
        }
    }
}
