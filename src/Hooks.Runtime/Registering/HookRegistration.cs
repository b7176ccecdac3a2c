namespace Hooks;

/// <summary>A hook that was registered at run time; disposing it unregisters the hook.</summary>
public sealed class HookRegistration : IDisposable
{
    private readonly HookDispatcher _dispatcher;

    internal HookRegistration(HookDispatcher dispatcher, IReadOnlyList<RegisteredHook> hooks)
    {
        _dispatcher = dispatcher;
        Registered = hooks;
    }

    /// <summary>The hook's name.</summary>
    public string Name => Registered[0].Hook.Name;

    /// <summary>The hook at each of its points.</summary>
    public IReadOnlyList<HookDescriptor> Hooks => [.. Registered.Select(registered => registered.Hook)];

    internal IReadOnlyList<RegisteredHook> Registered { get; }

    /// <summary>Takes the hook out; fires under way may still run it. Safe to call from within the hook.</summary>
    /// <returns>Whether it was still in.</returns>
    /// <exception cref="InvalidOperationException">The dispatcher is sealed.</exception>
    /// <exception cref="ObjectDisposedException">The dispatcher has been disposed.</exception>
    public bool Unregister() => _dispatcher.Unregister(this);

    /// <summary>Takes the hook out; does nothing where that is no longer possible, because the dispatcher is sealed or disposed.</summary>
    public void Dispose() => _dispatcher.TryUnregister(this);
}
