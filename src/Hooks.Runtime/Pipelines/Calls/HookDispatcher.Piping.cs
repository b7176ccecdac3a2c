namespace Hooks;

// What pipelines need of the dispatcher.
public sealed partial class HookDispatcher
{
    internal HookPipelineOptions Pipeline => _options.Pipeline ?? HookPipelineOptions.Default;

    /// <summary>Fires a point whose class of contexts the caller knows.</summary>
    internal ValueTask<HookResult> FirePointAsync<TContext>(HookPoint point, TContext context, CancellationToken cancellationToken)
        where TContext : HookContext =>
        _slots[(int)point] is { } chain ? As<TContext>(chain).FireAsync(this, context, cancellationToken) : Unhooked(point, context);

    /// <summary>
    /// Fires an observe-only point after the fact: under a token of its own, and for no longer than
    /// <see cref="HookPipelineOptions.ObservationTimeout"/>. Then the context is frozen, and hosts read its successor.
    /// </summary>
    internal ValueTask ObserveAsync<TContext>(HookPoint point, TContext context)
        where TContext : HookContext
    {
        if (_slots[(int)point] is not { } chain)
            return default;

        // Synchronous hooks are over before anyone could cancel them.
        var own = chain.IsSynchronous ? null : new CancellationTokenSource();
        var fire = As<TContext>(chain).FireAsync(this, context, own?.Token ?? CancellationToken.None);
        return fire.IsCompletedSuccessfully ? default : WithinAsync(point, context, fire.AsTask(), own);
    }

    /// <summary>Whether a hook at a point gives verdicts.</summary>
    internal bool GivesVerdict(HookPoint point) => Array.Exists(_state.Slots[(int)point]?.Entries ?? [], static entry => entry.Hook.GivesVerdict);

    /// <summary>The answer of a hook cannot be carried out, which is a failure of the hook.</summary>
    /// <returns>What it becomes, as it is declared or set.</returns>
    internal HookFailurePolicy FailAfterAll(HookPoint point, HookDescriptor hook, Exception error)
    {
        var entries = _state.Slots[(int)point]?.Entries ?? [];
        var policy = Array.Find(entries, entry => ReferenceEquals(entry.Hook, hook)).Policy;
        policy?.FailedAfterAll();
        var becomes = policy?.FailurePolicy ?? hook.FailurePolicy;
        Report(HookReport.Failed(hook, becomes, error, attempt: 1));
        return becomes;
    }

    private async ValueTask WithinAsync(HookPoint point, HookContext context, Task fire, CancellationTokenSource? own)
    {
        try
        {
            await fire.WaitAsync(Pipeline.ObservationTimeout, _options.TimeProvider).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // A hook's own, or they have come to their end in that moment.
            if (fire.IsCompleted)
            {
                await fire.ConfigureAwait(false);
                return;
            }

            context.Final.Supersede();
            GeneralPath.Observe(fire);
            Report(HookReport.Abandoned(HookPoints.Get(point), $"its hooks took longer than {Pipeline.ObservationTimeout}"));
            _ = own?.CancelAsync();
        }
    }
}
