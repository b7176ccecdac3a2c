namespace Hooks;

/// <summary>A hook that is registered at run time as an object, for plug-ins: it says where it runs, and has a life of its own.</summary>
public interface IHook : IAsyncDisposable
{
    /// <summary>Its name, unique at each of its points.</summary>
    string Name { get; }

    /// <summary>The points at which it runs.</summary>
    IReadOnlyList<HookPoint> Points { get; }

    /// <inheritdoc cref="HookDescriptor.Priority"/>
    int Priority => HookPriority.Normal;

    /// <summary>Makes it ready, before its first run.</summary>
    /// <param name="cancellationToken">Of whoever starts the dispatcher, or registers the hook.</param>
    ValueTask InitializeAsync(CancellationToken cancellationToken) => default;

    /// <summary>Runs it.</summary>
    /// <param name="point">The point.</param>
    /// <param name="context">A context of the point's class.</param>
    /// <param name="cancellationToken">The token of the call.</param>
    /// <returns>The answer; at an observe-only point Continue.</returns>
    ValueTask<HookResult> InvokeAsync(HookPoint point, HookContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Ends it, with the dispatcher, and behind its own initialisation. Fires that were under way are not waited for: a call
    /// that still runs finds the object disposed.
    /// </summary>
    ValueTask IAsyncDisposable.DisposeAsync() => default;
}
