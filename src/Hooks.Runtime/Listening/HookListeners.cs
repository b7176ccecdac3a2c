namespace Hooks;

/// <summary>The listeners of a dispatcher at one time.</summary>
internal sealed class HookListeners(HookDispatcher dispatcher, IHookListener[] listeners)
{
    /// <summary>The most there can be: as many as a set of them has bits.</summary>
    public const int Most = 64;

    public IHookListener[] All { get; } = listeners;

    /// <summary>Asks each whether it wants to be told of a fire of the point.</summary>
    /// <returns>Those that do, a bit for each; 0 if none does.</returns>
    public ulong Poll(HookPointInfo point)
    {
        var listening = 0UL;
        for (var i = 0; i < All.Length; i++)
        {
            if (IsListening(All[i], point))
                listening |= 1UL << i;
        }

        return listening;
    }

    /// <summary>Tells those that want it; never throws.</summary>
    public ValueTask TellAsync(ulong listening, HookPointInfo point, HookContext context, HookResult verdict)
    {
        // A listener whose own work fires a point that it listens to would otherwise go on for ever.
        if (!HookChain.MayNest(context))
        {
            dispatcher.Report(HookReport.Refused(point, $"listeners are nested more than {HookDispatcher.MaxDepth} deep"));
            return default;
        }

        HookChain.Depth++;
        try
        {
            for (var i = 0; i < All.Length; i++)
            {
                if ((listening >> i & 1) == 0)
                    continue;
                var told = Tell(All[i], point, context, verdict);
                if (!told.IsCompletedSuccessfully)
                    return TellRestAsync(i, told, listening, point, context, verdict);
            }

            return default;
        }
        finally
        {
            HookChain.Depth--;
        }
    }

    private async ValueTask TellRestAsync(int last, ValueTask told, ulong listening, HookPointInfo point, HookContext context, HookResult verdict)
    {
        await WithoutThrowing(told, All[last], point).ConfigureAwait(false);
        for (var i = last + 1; i < All.Length; i++)
        {
            if ((listening >> i & 1) != 0)
                await WithoutThrowing(Tell(All[i], point, context, verdict), All[i], point).ConfigureAwait(false);
        }
    }

    private ValueTask Tell(IHookListener listener, HookPointInfo point, HookContext context, HookResult verdict)
    {
        try
        {
            return listener.OnFiredAsync(point, context, verdict);
        }
        catch (Exception error)
        {
            // A listener cannot change what its fire has come to.
            Report(listener, point, error);
            return default;
        }
    }

    private bool IsListening(IHookListener listener, HookPointInfo point)
    {
        try
        {
            return listener.IsListening(point);
        }
        catch (Exception error)
        {
            // Nor keep it from happening.
            Report(listener, point, error);
            return false;
        }
    }

    private async ValueTask WithoutThrowing(ValueTask told, IHookListener listener, HookPointInfo point)
    {
        try
        {
            await told.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Report(listener, point, error);
        }
    }

    private void Report(IHookListener listener, HookPointInfo point, Exception error) => dispatcher.Report(HookReport.ListenerFailed(point, listener, error));
}
