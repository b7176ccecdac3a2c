// Derived from the members of HookPoint; a test holds it so. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests
namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Fires <see cref="HookPoint.SystemStartup"/>: the host has started.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask SystemStartupAsync(SystemContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SystemStartup] is { } chain
            ? Observe(As<SystemContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.SystemStartup"/> synchronously: the host has started.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void SystemStartup(SystemContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.SystemStartup] is { } chain)
            As<SystemContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.SystemShutdown"/>: the host is about to shut down.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask SystemShutdownAsync(SystemContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SystemShutdown] is { } chain
            ? Observe(As<SystemContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.SystemShutdown"/> synchronously: the host is about to shut down.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void SystemShutdown(SystemContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.SystemShutdown] is { } chain)
            As<SystemContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.ConfigurationChange"/>: a setting is about to change.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> ConfigurationChangeAsync(SystemContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ConfigurationChange] is { } chain
            ? As<SystemContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.ConfigurationChange, context);

    /// <summary>Fires <see cref="HookPoint.ConfigurationChange"/> synchronously: a setting is about to change.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult ConfigurationChange(SystemContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ConfigurationChange] is { } chain
            ? As<SystemContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.ConfigurationChange, context);

    /// <summary>Fires <see cref="HookPoint.ResourceLimitExceeded"/>: a limit on a resource, such as disk space or open connections, has been exceeded.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask ResourceLimitExceededAsync(SystemContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ResourceLimitExceeded] is { } chain
            ? Observe(As<SystemContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.ResourceLimitExceeded"/> synchronously: a limit on a resource, such as disk space or open connections, has been exceeded.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void ResourceLimitExceeded(SystemContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.ResourceLimitExceeded] is { } chain)
            As<SystemContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.SecurityViolation"/>: something has been blocked, or found out, that breaks a security rule.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask SecurityViolationAsync(SystemContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.SecurityViolation] is { } chain
            ? Observe(As<SystemContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.SecurityViolation"/> synchronously: something has been blocked, or found out, that breaks a security rule.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void SecurityViolation(SystemContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.SecurityViolation] is { } chain)
            As<SystemContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.PerformanceThresholdExceeded"/>: a measured time or rate has passed its threshold.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask PerformanceThresholdExceededAsync(SystemContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.PerformanceThresholdExceeded] is { } chain
            ? Observe(As<SystemContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.PerformanceThresholdExceeded"/> synchronously: a measured time or rate has passed its threshold.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void PerformanceThresholdExceeded(SystemContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.PerformanceThresholdExceeded] is { } chain)
            As<SystemContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.MemoryUsageHigh"/>: the process uses more memory than its threshold.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask MemoryUsageHighAsync(SystemContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.MemoryUsageHigh] is { } chain
            ? Observe(As<SystemContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.MemoryUsageHigh"/> synchronously: the process uses more memory than its threshold.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void MemoryUsageHigh(SystemContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.MemoryUsageHigh] is { } chain)
            As<SystemContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.CpuUsageHigh"/>: the process uses more processor time than its threshold.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask CpuUsageHighAsync(SystemContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.CpuUsageHigh] is { } chain
            ? Observe(As<SystemContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.CpuUsageHigh"/> synchronously: the process uses more processor time than its threshold.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void CpuUsageHigh(SystemContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.CpuUsageHigh] is { } chain)
            As<SystemContext>(chain).Fire(this, context, cancellationToken);
    }
}
