using System.Diagnostics;

namespace Hooks;

/// <summary>The spans: one for a fire, and within it one for each hook. Only while somebody listens to the source <c>Hooks</c>.</summary>
internal static class HookTracing
{
    private static readonly ActivitySource Source = new("Hooks", HookTelemetry.Version);

    public static bool IsListening => Source.HasListeners();

    public static Activity? BeginFire(HookPointInfo point, HookContext context)
    {
        var span = IsListening ? Source.StartActivity($"hook.fire {point.Name}") : null;
        if (span is null)
            return null;
        span.SetTag(TagNames.Point, point.Name);
        GenAiTags.Set(span, context);
        return span;
    }

    public static Activity? BeginHook(HookDescriptor hook, Activity? fire)
    {
        if (fire is null)
            return null;
        Activity.Current = fire;
        var span = Source.StartActivity($"hook {hook.Name}");
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
        span.Stop();
    }

    public static void Fail(Activity? span, Exception error)
    {
        if (span is null)
            return;
        span.SetTag(TagNames.ErrorType, error.GetType().FullName);
        span.SetStatus(ActivityStatusCode.Error);
        span.Stop();
    }

    public static void EndFire(Activity span, HookResult verdict, Exception? thrown)
    {
        if (thrown is null)
            End(span, verdict);
        else
            Fail(span, thrown);
    }

    /// <summary>Runs a background call within a span that belongs to the fire which has left it behind.</summary>
    public static async ValueTask<HookResult> InBackgroundAsync(HookDispatcher dispatcher, BackgroundCall call, CancellationToken cancellationToken)
    {
        using var span = call.Parent == default ? null : Source.StartActivity($"hook.background {call.Chain.Point.Name}", ActivityKind.Internal, call.Parent);
        return await call.Chain.FireUntypedAsync(dispatcher, call.Context, cancellationToken).ConfigureAwait(false);
    }
}
