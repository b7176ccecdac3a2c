// Derived from the members of HookPoint; a test holds it so. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests
namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Fires <see cref="HookPoint.ErrorOccurred"/>: an error has been reported that has no point of its own.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask ErrorOccurredAsync(ErrorContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ErrorOccurred] is { } chain
            ? Observe(As<ErrorContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.ErrorOccurred"/> synchronously: an error has been reported that has no point of its own.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void ErrorOccurred(ErrorContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.ErrorOccurred] is { } chain)
            As<ErrorContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.ErrorRecovered"/>: work goes on after an error that was reported before.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask ErrorRecoveredAsync(ErrorContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ErrorRecovered] is { } chain
            ? Observe(As<ErrorContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.ErrorRecovered"/> synchronously: work goes on after an error that was reported before.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void ErrorRecovered(ErrorContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.ErrorRecovered] is { } chain)
            As<ErrorContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.JobExecuted"/>: a scheduled job has run.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask JobExecutedAsync(JobContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.JobExecuted] is { } chain
            ? Observe(As<JobContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.JobExecuted"/> synchronously: a scheduled job has run.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void JobExecuted(JobContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.JobExecuted] is { } chain)
            As<JobContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.Notification"/>: the agent has something to tell its user: it waits, it needs permission, it is done.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask NotificationAsync(NotificationContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.Notification] is { } chain
            ? Observe(As<NotificationContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.Notification"/> synchronously: the agent has something to tell its user: it waits, it needs permission, it is done.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void Notification(NotificationContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.Notification] is { } chain)
            As<NotificationContext>(chain).Fire(this, context, cancellationToken);
    }
}
