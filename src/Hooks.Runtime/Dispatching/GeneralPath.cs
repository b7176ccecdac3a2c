using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>
/// Runs a chain from its descriptors: the reference for what generated code does, and where generated code goes when a
/// hook fails or suspends. Completes synchronously, without allocating, as long as the hooks do.
/// </summary>
internal static class GeneralPath
{
    public static ValueTask<HookResult> StartAsync(HookDispatcher dispatcher, HookChain chain, HookContext context, CancellationToken cancellationToken)
    {
        if (context is null)
            return ValueTask.FromException<HookResult>(new ArgumentNullException(nameof(context)));
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<HookResult>(cancellationToken);
        return HookChain.MayNest(context)
            ? ContinueAsync(new(dispatcher, chain, context, cancellationToken, HookTelemetry.IsListening))
            : new(dispatcher.RefuseNesting(chain.Point, context));
    }

    public static HookResult Start(HookDispatcher dispatcher, HookChain chain, HookContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        return HookChain.MayNest(context)
            ? Continue(new(dispatcher, chain, context, cancellationToken, HookTelemetry.IsListening))
            : dispatcher.RefuseNesting(chain.Point, context);
    }

    // Inlined, because the struct is large and would be copied on the way.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ValueTask<HookResult> ContinueAsync(Fire fire) =>
        Advance(ref fire, out var pending) ? AwaitAsync(fire, pending) : fire.Outcome();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HookResult Continue(Fire fire)
    {
        // A synchronous chain never suspends; a hook that says it is synchronous and is not could not have compiled.
        Advance(ref fire, out _);
        return fire.OutcomeNow();
    }

    public static ValueTask<HookResult> AwaitAsync(Fire fire, ValueTask pending) => AwaitAsync(fire, HookTable.AsResult(pending));

    public static async ValueTask<HookResult> AwaitAsync(Fire fire, ValueTask<HookResult> pending)
    {
        do
        {
            bool goesOn;
            try
            {
                goesOn = fire.Take(await pending.ConfigureAwait(false));
            }
            catch (Exception error)
            {
                goesOn = fire.Fail(error);
            }

            if (!goesOn)
                break;
        }
        while (Advance(ref fire, out pending));
        return fire.OutcomeNow();
    }

    /// <summary>Runs hooks until the chain ends (false) or one suspends (true), on this thread.</summary>
    private static bool Advance(ref Fire fire, out ValueTask<HookResult> pending)
    {
        // Locals, because the struct is in memory and every hook would go there and back.
        var (dispatcher, chain, context, cancellationToken) = (fire.Dispatcher, fire.Chain, fire.Context, fire.CancellationToken);
        var (at, verdict, isMeasured) = (fire.At, fire.Verdict, fire.IsMeasured);
        var entries = chain.Entries;
        ref var depth = ref HookChain.Depth;
        depth++;
        while (true)
        {
            try
            {
                for (; (uint)at < (uint)entries.Length; at++)
                {
                    var (table, index, hook) = entries[at];
                    if (hook.Tools is not null && !table.Matches(index, context))
                        continue;
                    if (isMeasured && fire.Started == 0)
                        fire.Started = Stopwatch.GetTimestamp();
                    HookResult result;
                    if (!hook.IsAsynchronous)
                    {
                        result = table.Invoke(index, context, cancellationToken);
                    }
                    else
                    {
                        var task = table.InvokeAsync(index, context, cancellationToken);
                        if (!task.IsCompletedSuccessfully)
                        {
                            depth--;
                            fire.At = at;
                            fire.Verdict = verdict;
                            pending = task;
                            return true;
                        }

                        result = task.Result;
                    }

                    if (isMeasured)
                        fire.Started = HookTelemetry.Executed(hook, result, fire.Started);
                    if (!result.IsContinue && chain.Stops(dispatcher, result, context, at, ref verdict))
                        break;
                }

                break;
            }
            catch (Exception error)
            {
                fire.At = at;
                fire.Verdict = verdict;
                var goesOn = fire.Fail(error);
                at = fire.At;
                verdict = fire.Verdict;
                if (!goesOn)
                    break;
            }
        }

        depth--;
        fire.At = at;
        fire.Verdict = verdict;
        pending = default;
        return false;
    }
}
