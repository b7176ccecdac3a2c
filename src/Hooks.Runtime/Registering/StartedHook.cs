namespace Hooks;

/// <summary>A registered object, and whether it is ready.</summary>
internal sealed class StartedHook(IHook hook)
{
    private volatile bool _isReady;

    public HookRegistration? Registration { get; set; }

    public IHook Hook => hook;

    public async ValueTask InitializeAsync(CancellationToken cancellationToken)
    {
        if (_isReady)
            return;
        try
        {
            await hook.InitializeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The hook '{hook.Name}' could not be initialised.", error);
        }

        _isReady = true;
    }

    public ValueTask<HookResult> InvokeAsync(HookPoint point, HookContext context, CancellationToken cancellationToken) => _isReady
        ? hook.InvokeAsync(point, context, cancellationToken)
        : throw new InvalidOperationException($"The hook '{hook.Name}' has not been initialised. Call HookDispatcher.StartAsync before the first fire.");
}
