using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>The meter <c>Hooks</c>. Nothing is measured while nobody listens; a fire that somebody listens to takes the general path.</summary>
internal static class HookTelemetry
{
    private static readonly Meter Meter = new("Hooks", Version);

    private static readonly ConditionalWeakTable<HookCircuitBreaker, HookDescriptor> Breakers = [];

    private static readonly ObservableGauge<int> BreakerState =
        Meter.CreateObservableGauge("circuit_breaker.state", ObserveBreakers, unit: null, "0 closed, 1 half-open, 2 open.");

    private static readonly Counter<long> Executions =
        Meter.CreateCounter<long>("hook.executions", "{execution}", "Hooks that ran to an answer.");

    private static readonly Counter<long> Failures =
        Meter.CreateCounter<long>("hook.failures", "{failure}", "Hooks that threw, ran out of time, or gave an answer that their point does not allow.");

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("hook.execution.duration", "s", "How long hooks took.");

    /// <summary>The version of meter and source: that of the package.</summary>
    public static string? Version => typeof(HookTelemetry).Assembly.GetName().Version?.ToString(3);

    /// <summary>Polled once per fire: there is no callback that says when someone begins to listen.</summary>
    public static bool IsListening
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Executions.Enabled || Duration.Enabled || HookTracing.IsListening;
    }

    /// <summary>Measures a hook; the end of it, as a time stamp, is the start of the next one.</summary>
    public static long Executed(HookDescriptor hook, HookResult result, long started)
    {
        var ended = Stopwatch.GetTimestamp();
        var point = new KeyValuePair<string, object?>(TagNames.Point, hook.Point.Name);
        var name = new KeyValuePair<string, object?>(TagNames.Name, hook.Name);
        var answer = new KeyValuePair<string, object?>(TagNames.Result, TagNames.Of(result.Kind));
        try
        {
            if (Executions.Enabled)
                Executions.Add(1, point, name, answer);
            if (Duration.Enabled)
                Duration.Record(Stopwatch.GetElapsedTime(started, ended).TotalSeconds, point, name, answer);
        }
        catch (Exception)
        {
            // What a listener throws is not the hook's failure.
        }

        return ended;
    }

    public static void Failed(HookDescriptor hook, Exception error)
    {
        if (!Failures.Enabled)
            return;
        try
        {
            Failures.Add(1, new(TagNames.Point, hook.Point.Name), new(TagNames.Name, hook.Name), new(TagNames.ErrorType, error.GetType().FullName));
        }
        catch (Exception)
        {
            // What a listener throws must not keep the failure from being dealt with.
        }
    }

    /// <summary>Lets the gauge see a circuit breaker as long as it lives.</summary>
    public static void Watch(HookDescriptor hook, HookCircuitBreaker breaker)
    {
        _ = BreakerState;
        Breakers.AddOrUpdate(breaker, hook);
    }

    private static IEnumerable<Measurement<int>> ObserveBreakers()
    {
        foreach (var (breaker, hook) in Breakers)
            yield return new((int)breaker.State, new(TagNames.Point, hook.Point.Name), new(TagNames.Name, hook.Name));
    }
}
