using System.Diagnostics;

namespace Hooks;

/// <summary>The spans: one for a fire, and within it one for each hook. Only while somebody listens to the source <c>Hooks</c>.</summary>
internal static class HookTracing
{
    public static ActivitySource Source { get; } = new("Hooks", HookTelemetry.Version);

    /// <summary>The span within which this thread works.</summary>
    public static Activity? Current => TelemetryPoll.IsSupported ? Activity.Current : null;

    private static bool IsListening => Source.HasListeners();

    public static Activity? BeginFire(HookPointInfo point, HookContext context)
    {
        if (!IsListening || Start($"hook.fire {point.Name}") is not { } span)
            return null;
        span.SetTag(TagNames.Point, point.Name);
        GenAiTags.Set(span, context);
        return span;
    }

    public static Activity? BeginHook(HookDescriptor hook, Activity? fire)
    {
        if (!TelemetryPoll.IsSupported || fire is null)
            return null;
        Activity.Current = fire;
        var span = Start($"hook {hook.Name}");
        span?.SetTag(TagNames.Point, hook.Point.Name).SetTag(TagNames.Name, hook.Name);
        return span;
    }

    /// <summary>The hook has suspended: what runs on this thread from now on is not within its span.</summary>
    public static void Leave(Activity? span)
    {
        if (span is not null && ReferenceEquals(Activity.Current, span))
            Activity.Current = span.Parent;
    }

    /// <summary>The fire has suspended: its caller goes on outside its span.</summary>
    public static ValueTask<HookResult> Outside(Activity fire, ValueTask<HookResult> pending)
    {
        Activity.Current = fire.Parent;
        return pending;
    }

    public static void End(Activity? span, HookResult result)
    {
        if (span is null)
            return;
        span.SetTag(TagNames.Result, TagNames.Of(result.Kind));
        Stop(span);
    }

    public static void Fail(Activity? span, Exception error) => Fail(span, TagNames.Of(error));

    /// <summary>The caller has cancelled, which is nobody's failure.</summary>
    public static void Cancel(Activity? span)
    {
        if (span is null)
            return;
        span.SetTag(TagNames.Result, TagNames.Cancelled);
        Stop(span);
    }

    /// <summary>The hook counts as failed without having been called.</summary>
    public static void Reject(HookDescriptor hook, Activity? fire) => Fail(BeginHook(hook, fire), TagNames.CircuitOpen);

    /// <summary>
    /// Runs a background call within a span that belongs to the fire which has left it behind. It takes the place of a
    /// fire's span, so that there are as many of those as fires.
    /// </summary>
    public static async ValueTask<HookResult> InBackgroundAsync(HookDispatcher dispatcher, BackgroundCall call, CancellationToken cancellationToken)
    {
        var span = IsListening ? Start($"hook.background {call.Chain.Point.Name}", call.Parent) : null;
        span?.SetTag(TagNames.Point, call.Chain.Point.Name).SetTag(TagNames.Name, call.Hook.Name);
        try
        {
            return await call.Chain.FireUntypedAsync(dispatcher, call.Context, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A fire that is refused has no end.
            if (span is { IsStopped: false })
                Stop(span);
        }
    }

    private static void Fail(Activity? span, string? errorType)
    {
        if (span is null)
            return;
        span.SetTag(TagNames.ErrorType, errorType);
        span.SetStatus(ActivityStatusCode.Error);
        Stop(span);
    }

    // What a listener throws is neither the hook's failure nor the fire's; what it fires is nested in the fire that it listens to.
    private static Activity? Start(string name, ActivityContext parent = default)
    {
        if (!TelemetryPoll.IsSupported)
            return null;
        var current = Activity.Current;
        HookChain.Depth++;
        try
        {
            return Source.StartActivity(name, ActivityKind.Internal, parent);
        }
        catch (Exception)
        {
            Activity.Current = current;
            return null;
        }
        finally
        {
            HookChain.Depth--;
        }
    }

    private static void Stop(Activity span)
    {
        HookChain.Depth++;
        try
        {
            span.Stop();
        }
        catch (Exception)
        {
            Leave(span);
        }
        finally
        {
            HookChain.Depth--;
        }
    }
}
