using System.Diagnostics.Metrics;

namespace Hooks.Policies.Tests.Telemetry;

/// <summary>The gauge of circuit breakers: one measurement for each hook and point, of breakers that work.</summary>
[Collection(nameof(Listening))]
public sealed class GaugeTests
{
    [Fact]
    public async Task A_hook_at_two_points_has_its_one_state_at_both()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        scene.Dispatcher.FindHook(Scripted.Shared)!.CircuitBreaker!.Open();

        Assert.Equal([("BeforeWorkflowStage", 2), ("BeforeWorkflowStart", 2)], Observe(Scripted.Shared));
    }

    [Fact]
    public async Task Of_several_dispatchers_the_worst_state_is_seen_and_of_disposed_ones_none()
    {
        await using (var closed = new Scene(HookExecutionPath.Compiled))
        await using (var open = new Scene(HookExecutionPath.Compiled))
        {
            open.Dispatcher.FindHook(Scripted.SyncBroken)!.CircuitBreaker!.Open();
            Assert.Equal([("BeforeAgentExecution", 2)], Observe(Scripted.SyncBroken));
            await open.DisposeAsync();
            Assert.Equal([("BeforeAgentExecution", 0)], Observe(Scripted.SyncBroken));
        }

        Assert.Empty(Observe(Scripted.SyncBroken));
    }

    [Fact]
    public async Task A_breaker_that_was_set_and_is_no_longer_is_not_seen()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        scene.Dispatcher.Configure(Scripted.Plain, new() { CircuitBreaker = new() });
        Assert.Single(Observe(Scripted.Plain));
        scene.Dispatcher.Configure(Scripted.Plain, null);
        Assert.Empty(Observe(Scripted.Plain));

        var registration = scene.Dispatcher.Register<TurnContext>(HookPoint.BeforeTurn, static _ => default, new() { Name = "gauged", CircuitBreaker = true });
        Assert.Single(Observe("gauged"));
        registration.Dispose();
        Assert.Empty(Observe("gauged"));
    }

    [Fact]
    public void The_durations_advise_boundaries_in_seconds()
    {
        IReadOnlyList<double>? boundaries = null;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument is Histogram<double> { Name: "hook.execution.duration", Meter.Name: "Hooks" } duration)
                    boundaries = duration.Advice?.HistogramBucketBoundaries;
            },
        };
        _ = Observe(Scripted.Plain);
        listener.Start();

        Assert.NotNull(boundaries);
        Assert.Equal((0.001, 10), (boundaries[0], boundaries[^1]));
    }

    private static List<(string Point, int State)> Observe(string hook)
    {
        var seen = new List<(string Point, int State)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument is { Name: "circuit_breaker.state", Meter.Name: "Hooks" })
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, state, tags, _) =>
        {
            var of = tags.ToArray().ToDictionary(tag => tag.Key, tag => (string)tag.Value!);
            if (of["hook.name"] == hook)
                seen.Add((of["hook.point"], state));
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return [.. seen.Order()];
    }
}
