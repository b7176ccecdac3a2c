using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Hooks;

/// <summary>One fire on the general path: where it stands, and what it has come to.</summary>
/// <param name="dispatcher">The dispatcher that fires.</param>
/// <param name="chain">The chain.</param>
/// <param name="context">The context.</param>
/// <param name="cancellationToken">The caller's token.</param>
/// <param name="isMeasured">Whether someone listened when the fire began; a fire decides once.</param>
internal partial struct Fire(HookDispatcher dispatcher, HookChain chain, HookContext context, CancellationToken cancellationToken, bool isMeasured)
{
    private const double LargestJitter = 0.25;

    private readonly HookContext _given = context;
    private Exception? _thrown;
    private bool _isExpired;

    public readonly HookDispatcher Dispatcher => dispatcher;

    public HookChain Chain { get; } = chain;

    /// <summary>The context: the caller's, or the copy that took its place when a hook ran out of time, now or in an earlier fire.</summary>
    public HookContext Context { get; private set; } = context.Final;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public bool IsMeasured { get; } = isMeasured;

    /// <summary>The place of the hook that runs, or is next.</summary>
    public int At { get; set; }

    /// <summary>The verdict so far.</summary>
    public HookResult Verdict { get; set; }

    /// <summary>When the hook that runs was called; a time stamp, only while measured, 0 if not known yet.</summary>
    public long Started { get; set; }

    /// <summary>When the whole fire has to be over; a time stamp of the dispatcher's clock, 0 if it may take any time.</summary>
    public long Deadline { get; init; }

    /// <summary>The call of the hook that runs, where it has settings of its own.</summary>
    public HookAttempt Attempt { get; set; }

    /// <summary>How many attempts of the hook at <see cref="At"/> have failed.</summary>
    public int FailedAttempts { get; private set; }

    /// <summary>Whether the fire waits for the time of the next attempt, not for a hook.</summary>
    public bool IsBetweenAttempts { get; set; }

    /// <summary>The span of the fire, and of the hook that runs; null while nobody traces.</summary>
    public Activity? Span { get; set; }

    /// <inheritdoc cref="Span"/>
    public Activity? HookSpan { get; set; }

    public readonly ref ChainEntry Entry => ref Chain.Entries[At];

    public readonly HookDescriptor Hook => Entry.Hook;

    public readonly HookPolicy? Policy => Entry.Policy;

    /// <summary>Takes the answer of the hook at <see cref="At"/>, which had suspended.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="isSlow">Whether it came later than the hook's circuit breaker allows.</param>
    public AfterHook Take(HookResult result, bool isSlow)
    {
        var verdict = Verdict;
        var stops = !result.IsContinue && Chain.Stops(dispatcher, result, Context, At, ref verdict);
        if (IsMeasured)
            EndHook(result);
        Policy?.Succeeded(Attempt, isSlow);
        Verdict = verdict;
        return stops ? AfterHook.End : Next();
    }

    /// <summary>Takes the failure of the hook at <see cref="At"/>.</summary>
    /// <param name="error">What it threw, or that it took too long.</param>
    /// <param name="timedOut">Whether it still runs.</param>
    /// <param name="isOfFire">Whether the time that was over is that of the whole fire, whatever a clock says that differs a little from the timer's.</param>
    public AfterHook Fail(Exception error, bool timedOut = false, bool isOfFire = false)
    {
        var (hook, policy) = (Hook, Policy);
        _isExpired |= isOfFire;
        if (!timedOut && error is OperationCanceledException && CancellationToken.IsCancellationRequested)
        {
            if (IsMeasured)
                CancelHook();
            policy?.Cancelled(Attempt);
            _thrown = error;
            return AfterHook.End;
        }

        if (IsMeasured)
            FailHook(error);
        var isStranded = false;
        if (timedOut)
        {
            // In this order: what the hook does when its token is cancelled comes too late already.
            isStranded = !TrySupersede(ref error);
            Attempt.Own?.Cancel();
        }

        policy?.Failed(Attempt);
        FailedAttempts++;
        dispatcher.Report(HookReport.Failed(hook, policy?.FailurePolicy ?? hook.FailurePolicy, error, FailedAttempts));
        if (isStranded)
            return Deny(hook, $"the hook '{hook.Name}' took too long, and the context cannot be copied");
        if (policy is not null && FailedAttempts <= policy.Retries && !IsOver)
        {
            return CancellationToken.IsCancellationRequested
                ? CancelWait(new OperationCanceledException(CancellationToken))
                : AfterHook.Again;
        }

        return Decide(hook, policy, $"the hook '{hook.Name}' failed", error);
    }

    /// <summary>Waits for the time of the next attempt: longer each time, and not for all callers the same.</summary>
    public ValueTask<HookResult> DelayAsync()
    {
        var delay = HookDuration.Times(dispatcher.Options.RetryDelay, FailedAttempts * (1 + (dispatcher.Options.Jitter() * LargestJitter)));
        if (Deadline != 0 && LeftOfFire <= delay)
        {
            // There will be no time for another attempt, and the fire is not to take longer because of it.
            _isExpired = true;
            delay = LeftOfFire;
        }

        return HookTable.AsResult(new ValueTask(Task.Delay(delay, dispatcher.Options.TimeProvider, CancellationToken)));
    }

    /// <summary>The caller has cancelled while the fire waited for the next attempt.</summary>
    public AfterHook CancelWait(Exception error)
    {
        _thrown = error;
        return AfterHook.End;
    }

    // The hook at At is not called, because its circuit breaker is open.
    private AfterHook Reject()
    {
        var (hook, policy) = (Hook, Policy);
        dispatcher.Report(HookReport.Rejected(hook));
        if (IsMeasured)
            HookTracing.Reject(hook, Span);
        var reason = $"the hook '{hook.Name}' failed too often and is not called";
        return Decide(hook, policy, reason, error: null);
    }

    /// <summary>Whether the fire ends in an exception.</summary>
    public readonly bool HasThrown => _thrown is not null;

    /// <summary>Whether the time of the whole fire is over.</summary>
    public readonly bool IsOver => Deadline != 0 && (_isExpired || dispatcher.Options.TimeProvider.GetTimestamp() >= Deadline);

    /// <summary>The rest of the chain does not run any more; nobody gets through because of that.</summary>
    public void Expire()
    {
        var reason = $"the hooks of {Chain.Point.Name} took longer than {dispatcher.Options.FireTimeout}";
        dispatcher.Report(HookReport.Refused(Chain.Point, reason));
        _thrown = null;
        if (!Chain.Point.IsBlocking)
            return;
        Verdict = HookResult.Cancel(reason);
        Context.DecidedBy = null;
    }

    /// <summary>How long the hook that has suspended may take from now on.</summary>
    /// <param name="isOfFire">Whether it is the time of the whole fire that will be over then.</param>
    public readonly TimeSpan TimeLeft(out bool isOfFire)
    {
        var timeout = Policy?.Timeout ?? dispatcher.Options.DefaultTimeout;
        isOfFire = Deadline != 0 && (timeout == Timeout.InfiniteTimeSpan || LeftOfFire < timeout);
        return isOfFire ? LeftOfFire : timeout;
    }

    // Timers know whole milliseconds only.
    private readonly TimeSpan LeftOfFire
    {
        get
        {
            var time = dispatcher.Options.TimeProvider;
            var left = time.GetElapsedTime(time.GetTimestamp(), Deadline);
            return left < TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
        }
    }

    public ValueTask<HookResult> Outcome()
    {
        Finish();
        return _thrown is null ? new(Verdict)
            : _thrown is OperationCanceledException && CancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<HookResult>(CancellationToken)
            : _thrown is OperationCanceledException ? ThrowAsync(_thrown)
            : ValueTask.FromException<HookResult>(_thrown);
    }

    public HookResult OutcomeNow()
    {
        Finish();
        if (_thrown is not null)
            ExceptionDispatchInfo.Throw(_thrown);
        return Verdict;
    }

    public AfterHook Next()
    {
        At++;
        FailedAttempts = 0;
        Attempt = default;
        Started = 0;
        return AfterHook.Next;
    }

    private void FailHook(Exception error)
    {
        Started = 0;
        HookTracing.Fail(HookSpan, error);
        HookSpan = null;
    }

    private void CancelHook()
    {
        Started = 0;
        HookTracing.Cancel(HookSpan);
        HookSpan = null;
    }

    /// <summary>The hook has failed, and there is no other attempt.</summary>
    public AfterHook GiveUp() => Decide(Hook, Policy, $"the hook '{Hook.Name}' failed", error: null);

    private AfterHook Decide(HookDescriptor hook, HookPolicy? policy, string reason, Exception? error)
    {
        switch (policy?.FailurePolicy ?? hook.FailurePolicy)
        {
            case HookFailurePolicy.Throw:
                _thrown = error ?? new InvalidOperationException(reason);
                return AfterHook.End;
            case HookFailurePolicy.Continue:
                return Next();
            default:
                return Deny(hook, reason);
        }
    }

    private AfterHook Deny(HookDescriptor hook, string reason)
    {
        Verdict = Chain.Point.IsBlocking ? HookResult.Cancel(reason) : default;
        Context.DecidedBy = hook;
        return AfterHook.End;
    }

    // False if a context's own code does not let it be copied: then there is none with which the fire could go on.
    private bool TrySupersede(ref Exception error)
    {
        try
        {
            Context = Context.Supersede();
            return true;
        }
        catch (Exception copying)
        {
            error = new AggregateException(error.Message, error, copying);
            return false;
        }
    }

    private readonly void Finish()
    {
        if (!ReferenceEquals(Context, _given))
            _given.DecidedBy = Context.DecidedBy;
        if (_thrown is OperationCanceledException && CancellationToken.IsCancellationRequested)
            HookTracing.Cancel(Span);
        else if (_thrown is not null)
            HookTracing.Fail(Span, _thrown);
        else
            HookTracing.End(Span, Verdict);
    }

    // As a cancelled task, which is what it is when the hook had suspended.
    private static async ValueTask<HookResult> ThrowAsync(Exception error)
    {
        await default(ValueTask).ConfigureAwait(false);
        ExceptionDispatchInfo.Throw(error);
        return default;
    }
}
