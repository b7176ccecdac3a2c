using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>
/// How one hook is run in one dispatcher, where it is more than a call: what it declares and what the options say, with
/// the objects that this needs. Immutable but for those; a hook with nothing special has none.
/// </summary>
internal sealed class HookPolicy(HookDescriptor hook)
{
    /// <summary>How long an attempt may take once it has suspended; null for the dispatcher's default.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the hook gets a token that is cancelled when its time is up.</summary>
    public bool HasOwnToken { get; init; }

    /// <summary>How many attempts follow one that failed.</summary>
    public int Retries { get; init; }

    public HookFailurePolicy FailurePolicy { get; init; } = hook.FailurePolicy;

    public HookCircuitBreaker? Breaker { get; init; }

    /// <summary>Where calls wait that nobody waits for; null for a hook that takes part in its fire.</summary>
    public BackgroundQueue? Queue { get; init; }

    /// <summary>The hook alone, as what takes a call from the queue fires it.</summary>
    public HookChain? Alone { get; init; }

    /// <summary>Leaves a copy of the context to a hook that does not take part in its fire.</summary>
    public void Enqueue(HookContext context) => Queue!.Enqueue(Alone!, context);

    /// <summary>Begins a call; false if the breaker is open.</summary>
    public bool TryEnter(CancellationToken caller, out HookAttempt attempt)
    {
        var ticket = 0;
        if (Breaker is not null && !Breaker.TryEnter(out ticket, hook))
        {
            attempt = default;
            return false;
        }

        attempt = new(ticket, HasOwnToken ? OwnToken.Take(caller) : null);
        return true;
    }

    /// <summary>Begins a call on the fast path, where the breaker has to be closed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnterClosed(CancellationToken caller, out HookAttempt attempt)
    {
        var ticket = 0;
        if (Breaker is { } breaker)
        {
            ticket = breaker.Generation;
            if (!breaker.IsClosed)
            {
                attempt = default;
                return false;
            }
        }

        attempt = new(ticket, HasOwnToken ? OwnToken.Take(caller) : null);
        return true;
    }

    /// <summary>Ends a call that has given its answer.</summary>
    /// <param name="attempt">The call.</param>
    /// <param name="isSlow">Whether it took longer than the breaker allows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Succeeded(in HookAttempt attempt, bool isSlow = false)
    {
        if (isSlow)
            Breaker?.Failed(attempt.Ticket, hook);
        else
            Breaker?.Succeeded(attempt.Ticket, hook);
        attempt.Own?.Return();
    }

    /// <summary>Ends a call that has failed.</summary>
    public void Failed(in HookAttempt attempt)
    {
        Breaker?.Failed(attempt.Ticket, hook);
        attempt.Own?.Return();
    }

    /// <summary>Ends a call that its caller has cancelled.</summary>
    public void Cancelled(in HookAttempt attempt)
    {
        Breaker?.Cancelled(attempt.Ticket);
        attempt.Own?.Return();
    }
}
