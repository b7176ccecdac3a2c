// Derived from the members of HookPoint; a test holds it so. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests
namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Fires <see cref="HookPoint.BeforeCompaction"/>: the conversation is about to be shortened to fit the model's window.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> BeforeCompactionAsync(CompactionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeCompaction] is { } chain
            ? As<CompactionContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.BeforeCompaction, context);

    /// <summary>Fires <see cref="HookPoint.BeforeCompaction"/> synchronously: the conversation is about to be shortened to fit the model's window.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult BeforeCompaction(CompactionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeCompaction] is { } chain
            ? As<CompactionContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.BeforeCompaction, context);

    /// <summary>Fires <see cref="HookPoint.AfterCompaction"/>: the conversation has been shortened.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask AfterCompactionAsync(CompactionContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterCompaction] is { } chain
            ? Observe(As<CompactionContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.AfterCompaction"/> synchronously: the conversation has been shortened.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void AfterCompaction(CompactionContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.AfterCompaction] is { } chain)
            As<CompactionContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.BudgetWarning"/>: spending has passed the level at which the budget warns.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask BudgetWarningAsync(BudgetContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BudgetWarning] is { } chain
            ? Observe(As<BudgetContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.BudgetWarning"/> synchronously: spending has passed the level at which the budget warns.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void BudgetWarning(BudgetContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.BudgetWarning] is { } chain)
            As<BudgetContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.BudgetExceeded"/>: spending has reached the budget's limit.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask BudgetExceededAsync(BudgetContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BudgetExceeded] is { } chain
            ? Observe(As<BudgetContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.BudgetExceeded"/> synchronously: spending has reached the budget's limit.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void BudgetExceeded(BudgetContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.BudgetExceeded] is { } chain)
            As<BudgetContext>(chain).Fire(this, context, cancellationToken);
    }
}
