using System.Diagnostics;

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

    public static ValueTask<HookResult> ContinueAsync(Fire fire) =>
        Advance(ref fire, out var pending) ? AwaitAsync(fire, pending) : fire.Outcome();

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
        pending = default;
        HookChain.Nest();
        try
        {
            while (fire.At < fire.Chain.Entries.Length)
            {
                try
                {
                    return RunHooks(ref fire, out pending);
                }
                catch (Exception error)
                {
                    if (!fire.Fail(error))
                        return false;
                }
            }

            return false;
        }
        finally
        {
            HookChain.Leave();
        }
    }

    private static bool RunHooks(ref Fire fire, out ValueTask<HookResult> pending)
    {
        pending = default;
        var entries = fire.Chain.Entries;
        while (fire.At < entries.Length)
        {
            ref readonly var entry = ref entries[fire.At];
            if (!entry.Matches(fire.Context))
            {
                fire.At++;
                continue;
            }

            if (fire.IsMeasured)
                fire.Started = Stopwatch.GetTimestamp();
            pending = entry.InvokeAsync(fire.Context, fire.CancellationToken);
            if (!pending.IsCompletedSuccessfully)
                return true;
            if (!fire.Take(pending.Result))
                return false;
        }

        return false;
    }
}
