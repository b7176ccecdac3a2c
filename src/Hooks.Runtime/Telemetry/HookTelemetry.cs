using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>The meter <c>Hooks</c>. Nothing is measured while nobody listens; a fire that somebody listens to takes the general path.</summary>
internal static class HookTelemetry
{
    private static readonly Meter Meter = new("Hooks", Version);

    private static readonly ConditionalWeakTable<HookCircuitBreaker, NamedHook> Breakers = [];

    private static readonly ObservableGauge<int> BreakerState =
        Meter.CreateObservableGauge("circuit_breaker.state", ObserveBreakers, unit: null, "0 closed, 1 half-open, 2 open.");

    private static readonly Counter<long> Executions =
        Meter.CreateCounter<long>("hook.executions", "{execution}", "Hooks that ran to an answer.");

    private static readonly Counter<long> Failures =
        Meter.CreateCounter<long>("hook.failures", "{failure}", "Hooks that threw, ran out of time, gave an answer that their point does not allow, or were not called because their circuit breaker is open.");

    private static readonly Histogram<double> Duration = CreateDuration();

    /// <summary>The version of meter and source: that of the package.</summary>
    public static string? Version => typeof(HookTelemetry).Assembly.GetName().Version?.ToString(3);

    /// <summary>Whether somebody listens to hooks or fires, now.</summary>
    public static TelemetryPoll Poll { get; } = new(Executions, Duration, HookTracing.Source);

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

    public static void Failed(HookDescriptor hook, string? errorType)
    {
        if (!Failures.Enabled)
            return;
        try
        {
            Failures.Add(1, new(TagNames.Point, hook.Point.Name), new(TagNames.Name, hook.Name), new(TagNames.ErrorType, errorType));
        }
        catch (Exception)
        {
            // What a listener throws must not keep the failure from being dealt with.
        }
    }

    /// <summary>Lets the gauge see a circuit breaker, at every point of its hook, as long as it lives.</summary>
    public static void Watch(HookCircuitBreaker breaker, NamedHook hook)
    {
        _ = BreakerState;
        Breakers.AddOrUpdate(breaker, hook);
    }

    /// <summary>The breaker works no more: its hook was taken out, or the dispatcher disposed.</summary>
    public static void Unwatch(HookCircuitBreaker breaker) => Breakers.Remove(breaker);

    // The boundaries that a collector takes by default are made for milliseconds.
    private static Histogram<double> CreateDuration()
    {
        const string Name = "hook.execution.duration";
        const string Unit = "s";
        const string Description = "How long hooks took.";
#if NET9_0_OR_GREATER
        return Meter.CreateHistogram(Name, Unit, Description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
#else
        return Meter.CreateHistogram<double>(Name, Unit, Description);
#endif
    }

    private static IEnumerable<Measurement<int>> ObserveBreakers()
    {
        // Of several dispatchers in one process, whose hooks have the same names, an operator sees the worst.
        var worst = new Dictionary<(string Point, string Name), HookCircuitState>();
        foreach (var (breaker, named) in Breakers)
        {
            foreach (var hook in named.Guarded)
            {
                var key = (hook.Point.Name, hook.Name);
                var state = breaker.State;
                worst[key] = worst.TryGetValue(key, out var other) && other > state ? other : state;
            }
        }

        foreach (var ((point, name), state) in worst)
            yield return new((int)state, new(TagNames.Point, point), new(TagNames.Name, name));
    }
}
