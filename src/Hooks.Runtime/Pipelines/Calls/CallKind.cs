namespace Hooks;

/// <summary>
/// What tells one kind of call from another: the points around it, and how its context is read and written. One object
/// for each kind, without state; <see cref="HookCall{TContext}"/> does the rest.
/// </summary>
/// <typeparam name="TContext">The class of the call's contexts.</typeparam>
internal abstract class CallKind<TContext>
    where TContext : HookContext
{
    /// <summary>What is called, in messages: tool, model, agent, stage, key.</summary>
    public abstract string Noun { get; }

    /// <summary>Where errors of such a call come from, as <see cref="ErrorContext.Origin"/> says it.</summary>
    public abstract string Origin { get; }

    /// <summary>The point whose guards decide about the call.</summary>
    public abstract HookPoint Before { get; }

    /// <summary>A point before <see cref="Before"/>, if any.</summary>
    public virtual HookPoint? Validation => null;

    /// <summary>The point that judges the result, if any.</summary>
    public virtual HookPoint? ResultReady => null;

    /// <summary>The point that deals with an error, if any.</summary>
    public virtual HookPoint? Failed => null;

    /// <summary>Whether <see cref="Failed"/> is about this error.</summary>
    public virtual bool IsDealtWith(Exception error) => true;

    /// <summary>The point that is told of the end, once for each call, if any.</summary>
    public virtual HookPoint? After => null;

    /// <summary>The point that is told of a call that has given something that can be used, if any.</summary>
    public virtual HookPoint? Succeeded => null;

    /// <summary>Whether a result that is there stands though the caller has cancelled in the meantime.</summary>
    public virtual bool KeepsLateResult => false;

    /// <summary>Something else is about to be called in place of what the guards have judged; hooks may object.</summary>
    /// <param name="dispatcher">The dispatcher.</param>
    /// <param name="judged">The call as it was judged.</param>
    /// <param name="instead">The call in its place.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The call in its place, which hooks may have changed, and Cancel where they object.</returns>
    public virtual ValueTask<(TContext Instead, HookResult Verdict)> SwitchAsync(HookDispatcher dispatcher, TContext judged, TContext instead, CancellationToken cancellationToken) =>
        new((instead, HookResult.Continue));

    /// <summary>The most that an attempt may take; null for any time.</summary>
    public virtual TimeSpan? TimeLimit(HookPipelineOptions options) => null;

    /// <summary>Whether what is called keeps to the limit on its own, because not all that it does counts.</summary>
    public virtual bool LimitsItself => false;

    /// <summary>How many attempts there have been, where what is called makes some on its own.</summary>
    /// <param name="judged">The call as it was judged.</param>
    /// <param name="attempt">How many the call has made.</param>
    public virtual int Attempts(TContext judged, int attempt) => attempt;

    /// <summary>Whether the call may be made twice or left out: whether Retry, Fork and Cache can be honoured.</summary>
    public virtual bool MayRepeat(TContext context) => true;

    /// <summary>Whether the host wants the call approved, whatever the guards say.</summary>
    public virtual bool NeedsApproval(TContext context, HookPipelineOptions options) => false;

    /// <summary>What the context says is to be called.</summary>
    public abstract string? TargetOf(TContext context);

    /// <summary>
    /// A call of something else in place of this one, or of a branch: linked to it as its parent, with the same data, and
    /// with nothing that is only known of the original target.
    /// </summary>
    /// <param name="judged">The original call as it was judged.</param>
    /// <param name="parent">Its context.</param>
    /// <param name="target">What to call.</param>
    /// <param name="arguments">Its arguments; null for those of the original.</param>
    /// <param name="number">Which of the calls in place of the original this is, counted from 1.</param>
    public abstract TContext Instead(TContext judged, TContext parent, string target, HookArguments? arguments, int number);

    /// <summary>What the call has given.</summary>
    public abstract object? ResultOf(TContext context);

    /// <summary>The result of an attempt will be kept for other calls, as it comes.</summary>
    /// <param name="lent">What the attempt is given.</param>
    public virtual void Keeps(TContext lent)
    {
    }

    /// <summary>Makes of a result that is kept, whoever called for it, what hooks let through to this call.</summary>
    /// <param name="lent">What the attempt is given.</param>
    /// <param name="result">The result as it is kept.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public virtual ValueTask<object?> FoundAsync(TContext lent, object? result, CancellationToken cancellationToken) => new(result);

    /// <summary>A result that was there already: what it has cost is not spent again.</summary>
    public virtual object? Unspent(object? result) => result;

    /// <summary>What stands in the place of the result in the context: what that has cost is spent.</summary>
    public virtual object? InPlace(object? value, TContext context) => value;

    /// <summary>The error that stands.</summary>
    public abstract Exception? ErrorOf(TContext context);

    /// <summary>The error, or the reason of a denial, in words.</summary>
    public abstract string? ErrorMessageOf(TContext context);

    /// <summary>Writes what has come of the call, or of an attempt.</summary>
    /// <param name="context">The context.</param>
    /// <param name="end">What has come of it.</param>
    public abstract void Write(TContext context, in CallEnd end);

    /// <summary>Writes which attempt this is.</summary>
    public virtual void WriteAttempt(TContext context, int attempt)
    {
    }

    /// <summary>Hands on to a further attempt what is known of the last.</summary>
    /// <param name="context">The context of the call.</param>
    /// <param name="judged">The call as it was judged.</param>
    /// <param name="lent">What the attempt is given.</param>
    public virtual void HandOn(TContext context, TContext judged, TContext lent)
    {
    }

    /// <summary>Writes how long the last attempt took.</summary>
    public virtual void WriteDuration(TContext context, TimeSpan duration)
    {
    }

    /// <summary>The request for permission that hooks see before an approver does; null where there is no such point.</summary>
    /// <param name="judged">The call as it was judged.</param>
    /// <param name="parent">The context of the call, which is the request's parent.</param>
    /// <param name="reason">Why permission is needed, or was refused.</param>
    /// <param name="deniedBy">Who refused it.</param>
    public virtual PermissionContext? PermissionOf(TContext judged, TContext parent, string? reason, string? deniedBy = null) => null;

    /// <summary>Takes over what hooks have changed in a request for permission.</summary>
    /// <returns>Whether they changed anything that matters to the guards.</returns>
    public virtual bool TakeOver(TContext context, TContext judged, PermissionContext permission) => false;

    /// <summary>Whether <see cref="ReachedAsync"/> has something to do with a call that its target has carried out.</summary>
    public virtual bool IsFollowed(HookDispatcher dispatcher, TContext judged) => false;

    /// <summary>The target has carried out the call, whatever hooks made of its result. Only where <see cref="IsFollowed"/>.</summary>
    /// <param name="dispatcher">The dispatcher; observe-only points are fired with <c>ObserveAsync</c>.</param>
    /// <param name="context">The context of the call.</param>
    /// <param name="judged">The call as it was made.</param>
    public virtual ValueTask ReachedAsync(HookDispatcher dispatcher, TContext context, TContext judged) => default;

    /// <summary>The key under which a cache holds the result; null if the call has to be made and its result not kept.</summary>
    public virtual string? CacheKeyOf(TContext judged, HookCache policy) => null;
}
