using System.Runtime.ExceptionServices;

namespace Hooks;

/// <summary>One fire on the general path: where it stands, and what it has come to.</summary>
/// <param name="dispatcher">The dispatcher that fires.</param>
/// <param name="chain">The chain.</param>
/// <param name="context">The context.</param>
/// <param name="cancellationToken">The caller's token.</param>
/// <param name="isMeasured">Whether someone listened when the fire began; a fire decides once.</param>
internal struct Fire(HookDispatcher dispatcher, HookChain chain, HookContext context, CancellationToken cancellationToken, bool isMeasured)
{
    private Exception? _thrown;

    public readonly HookDispatcher Dispatcher => dispatcher;

    public HookChain Chain { get; } = chain;

    public HookContext Context { get; } = context;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public bool IsMeasured { get; } = isMeasured;

    /// <summary>The place of the hook that runs, or is next.</summary>
    public int At { get; set; }

    /// <summary>The verdict so far.</summary>
    public HookResult Verdict { get; set; }

    /// <summary>When the hook that runs was called; a time stamp, only while measured, 0 if not known yet.</summary>
    public long Started { get; set; }

    public readonly HookDescriptor Hook => Chain.Entries[At].Hook;

    /// <summary>Takes the answer of the hook at <see cref="At"/>, which had suspended; true if the chain goes on with the next one.</summary>
    public bool Take(HookResult result)
    {
        if (IsMeasured)
            HookTelemetry.Executed(Hook, result, Started);
        Started = 0;
        var verdict = Verdict;
        var stops = !result.IsContinue && Chain.Stops(dispatcher, result, Context, At, ref verdict);
        Verdict = verdict;
        if (!stops)
            At++;
        return !stops;
    }

    /// <summary>Takes the failure of the hook at <see cref="At"/>; true if the chain goes on with the next one.</summary>
    public bool Fail(Exception error)
    {
        Started = 0;
        if (error is OperationCanceledException && CancellationToken.IsCancellationRequested)
        {
            _thrown = error;
            return false;
        }

        var hook = Hook;
        dispatcher.Report(HookReport.Failed(hook, error));
        switch (hook.FailurePolicy)
        {
            case HookFailurePolicy.Throw:
                _thrown = error;
                return false;
            case HookFailurePolicy.Continue:
                At++;
                return true;
            default:
                Verdict = HookResult.Cancel($"the hook '{hook.Name}' failed");
                Context.DecidedBy = hook;
                return false;
        }
    }

    public readonly ValueTask<HookResult> Outcome() =>
        _thrown is null ? new(Verdict)
        : _thrown is OperationCanceledException && CancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<HookResult>(CancellationToken)
        : _thrown is OperationCanceledException ? ThrowAsync(_thrown)
        : ValueTask.FromException<HookResult>(_thrown);

    // As a cancelled task, which is what it is when the hook had suspended.
    private static async ValueTask<HookResult> ThrowAsync(Exception error)
    {
        await default(ValueTask).ConfigureAwait(false);
        ExceptionDispatchInfo.Throw(error);
        return default;
    }

    public readonly HookResult OutcomeNow()
    {
        if (_thrown is not null)
            ExceptionDispatchInfo.Throw(_thrown);
        return Verdict;
    }
}
