using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>
/// A fire from descriptors for as long as there is little to do but to call hooks and to weigh their answers, which for
/// most fires is to the end. It keeps no more than it has come to, so that it costs little to begin.
/// </summary>
internal ref struct PlainFire(HookDispatcher dispatcher, HookChain chain)
{
    /// <summary>The place of the hook that ran last.</summary>
    public int At { readonly get; private set; }

    /// <summary>How it has ended.</summary>
    public PlainEnd End { readonly get; private set; }

    /// <summary>The call of the hook at <see cref="At"/>, where it has settings of its own.</summary>
    public HookAttempt Attempt { readonly get; private set; }

    /// <summary>What the hook at <see cref="At"/> waits for.</summary>
    public ValueTask<HookResult> Pending { readonly get; private set; }

    /// <summary>What the hook at <see cref="At"/> threw.</summary>
    public Exception? Error { readonly get; private set; }

    /// <summary>Runs the hooks, to the end or to where others have to go on.</summary>
    /// <returns>The verdict so far.</returns>
    public HookResult Run(HookContext context, CancellationToken cancellationToken)
    {
        var entries = chain.Entries;
        var verdict = default(HookResult);
        var at = 0;
        try
        {
            // A counter of its own: what is needed after a failure is in memory.
            for (var i = 0; i < entries.Length; i++)
            {
                at = i;
                ref readonly var entry = ref entries[i];
                if (entry.IsPlain)
                {
                    var result = entry.Table.Invoke(entry.Index, context, cancellationToken);
                    if (!result.IsContinue && chain.Stops(dispatcher, result, context, i, ref verdict))
                        break;
                }
                else if (!Call(i, context, cancellationToken, ref verdict))
                {
                    break;
                }
            }
        }
        catch (Exception error)
        {
            Error = error;
            End = PlainEnd.Failed;
        }

        At = at;
        return verdict;
    }

    // Calls a hook that is for certain tools, may suspend or has settings of its own; false if the fire ends with it.
    // Out of line, so that the loop has the registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Call(int at, HookContext context, CancellationToken cancellationToken, ref HookResult verdict)
    {
        var (table, index, hook, policy) = chain.Entries[at];
        if (hook.Tools is not null && !table.Matches(index, context))
            return true;
        if (policy?.Queue is not null)
        {
            policy.Enqueue(context);
            return true;
        }

        if (policy is not null)
        {
            if (!policy.TryEnterClosed(cancellationToken, out var attempt))
            {
                End = PlainEnd.Rejected;
                return false;
            }

            Attempt = attempt;
            cancellationToken = attempt.TokenOr(cancellationToken);
        }

        HookResult result;
        if (!hook.IsAsynchronous)
        {
            result = table.Invoke(index, context, cancellationToken);
        }
        else
        {
            var pending = table.InvokeAsync(index, context, cancellationToken);
            if (!pending.IsCompletedSuccessfully)
            {
                Pending = pending;
                End = PlainEnd.Suspended;
                return false;
            }

            result = pending.Result;
        }

        var stops = !result.IsContinue && chain.Stops(dispatcher, result, context, at, ref verdict);
        if (policy is not null)
        {
            policy.Succeeded(Attempt);
            Attempt = default;
        }

        return !stops;
    }
}

/// <summary>How a plain fire ends.</summary>
internal enum PlainEnd
{
    /// <summary>With the verdict.</summary>
    Ran,

    /// <summary>With a hook that has not completed, or has failed within its task.</summary>
    Suspended,

    /// <summary>With a hook that threw, or whose answer was not allowed.</summary>
    Failed,

    /// <summary>Before a hook whose circuit breaker is not closed.</summary>
    Rejected,
}
