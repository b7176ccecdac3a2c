using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Hooks.Policies.Tests.Telemetry;

/// <summary>What an application sees that adds the meter <c>Hooks</c> to the OpenTelemetry SDK.</summary>
[Collection(nameof(Listening))]
public sealed class OpenTelemetryTests
{
    [Theory]
    [InlineData("hook.executions", "{execution}", MetricType.LongSum, "hook_executions_total")]
    [InlineData("hook.failures", "{failure}", MetricType.LongSum, "hook_failures_total")]
    [InlineData("hook.execution.duration", "s", MetricType.Histogram, "hook_execution_duration_seconds")]
    [InlineData("circuit_breaker.state", "", MetricType.LongGauge, "circuit_breaker_state")]
    public async Task Instruments_have_the_names_and_units_of_the_conventions(string name, string unit, MetricType type, string prometheus)
    {
        var (metrics, _) = await CollectAsync();
        var metric = Assert.Single(metrics, metric => metric.Name == name);

        Assert.Equal((unit, type, "Hooks"), (metric.Unit, metric.MetricType, metric.MeterName));
        Assert.Equal("0.1.0", metric.MeterVersion);
        Assert.Equal(prometheus, PrometheusName.Of(metric.Name, metric.Unit, metric.MetricType == MetricType.LongSum));
    }

    [Fact]
    public async Task Tags_are_point_name_result_and_error_type_and_nothing_else()
    {
        var (_, tags) = await CollectAsync();

        Assert.Equal(["hook.name", "hook.point", "hook.result"], tags["hook.executions"]);
        Assert.Equal(["hook.name", "hook.point", "hook.result"], tags["hook.execution.duration"]);
        Assert.Equal(["error.type", "hook.name", "hook.point"], tags["hook.failures"]);
        Assert.Equal(["hook.name", "hook.point"], tags["circuit_breaker.state"]);
    }

    private static async Task<(List<Metric> Metrics, Dictionary<string, SortedSet<string>> Tags)> CollectAsync()
    {
        var metrics = new List<Metric>();
        var tags = new Dictionary<string, SortedSet<string>>();
        using var provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter("Hooks")
            .AddReader(new BaseExportingMetricReader(new Kept(metrics, tags)))
            .Build();
        await using var scene = new Scene(HookExecutionPath.Compiled);
        await scene.Dispatcher.BeforeToolCallAsync(Scene.Call());
        scene.Hooks.OnSyncBroken = _ => throw new IOException();
        await scene.Dispatcher.BeforeAgentExecutionAsync(new());
        provider.ForceFlush();
        return (metrics, tags);
    }

    private sealed class Kept(List<Metric> metrics, Dictionary<string, SortedSet<string>> tags) : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch)
        {
            // Shutting down exports once more.
            if (metrics.Count > 0)
                return ExportResult.Success;
            foreach (var metric in batch)
            {
                metrics.Add(metric);

                // Its points are those of the latest collection only.
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    foreach (var tag in point.Tags)
                        (tags.TryGetValue(metric.Name, out var known) ? known : tags[metric.Name] = []).Add(tag.Key);
                }
            }

            return ExportResult.Success;
        }
    }
}

/// <summary>Tests that listen, one after the other: listeners hear the whole process.</summary>
[CollectionDefinition(nameof(Listening), DisableParallelization = true)]
public sealed class Listening;
