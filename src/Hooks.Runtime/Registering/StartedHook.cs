namespace Hooks;

/// <summary>A registered object, and whether it is ready.</summary>
internal sealed class StartedHook(IHook hook)
{
    // Never disposed: a semaphore of which nobody takes the wait handle holds nothing.
    private readonly SemaphoreSlim _turn = new(1);
    private volatile bool _isReady;

    public IHook Hook => hook;

    public HookRegistration? Registration { get; set; }

    public bool IsReady => _isReady;

    /// <summary>Makes the object ready: once, however many ask for it at the same time; after a failure the next one tries again.</summary>
    public async ValueTask InitializeAsync(CancellationToken cancellationToken)
    {
        if (_isReady)
            return;
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isReady)
                return;
            await hook.InitializeAsync(cancellationToken).ConfigureAwait(false);
            _isReady = true;
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The hook '{hook.Name}' could not be initialised.", error);
        }
        finally
        {
            _turn.Release();
        }
    }

    public ValueTask<HookResult> InvokeAsync(HookPoint point, HookContext context, CancellationToken cancellationToken) => _isReady
        ? hook.InvokeAsync(point, context, cancellationToken)
        : throw new InvalidOperationException($"The hook '{hook.Name}' has not been initialised. Call HookDispatcher.StartAsync before the first fire.");
}
