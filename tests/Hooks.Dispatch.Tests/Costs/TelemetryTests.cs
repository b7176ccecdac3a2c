using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Costs;

/// <summary>The meter <c>Hooks</c>: what it counts, with which tags, and that a fire decides once whether it is measured.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class TelemetryTests
{
    [Theory, ClassData(typeof(EveryWay))]
    public async Task Executions_and_durations_are_counted_by_point_hook_and_result(Way way)
    {
        using var meter = new Meterings();
        await Scene.At(PointSpec.BeforeToolCall, way, "a", "b", new HookSpec("c") { Shape = Shape.Void }, new HookSpec("x") { Tools = "edit" })
            .Answers("a", HookResult.Modified).Answers("b", HookResult.Ask()).FireAsync();
        string[] expected =
        [
            "hook.executions 1 hook.name=a hook.point=BeforeToolCall hook.result=modified",
            "hook.executions 1 hook.name=b hook.point=BeforeToolCall hook.result=ask",
            "hook.executions 1 hook.name=c hook.point=BeforeToolCall hook.result=continue",
        ];
        Assert.Equal(expected, meter.Of("hook.executions"));
        Assert.Equal(expected.Select(line => line.Replace("hook.executions 1", "hook.execution.duration some", StringComparison.Ordinal)), meter.Of("hook.execution.duration"));
        Assert.Empty(meter.Of("hook.failures"));
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task Failures_are_counted_by_point_hook_and_error(Way way)
    {
        using var meter = new Meterings();
        await Scene.At(PointSpec.ToolError, way, "a", "b").Throws("a", new InvalidDataException()).FireAsync();
        Assert.Equal(["hook.failures 1 error.type=System.IO.InvalidDataException hook.name=a hook.point=ToolError"], meter.Of("hook.failures"));
        Assert.Equal(["hook.executions 1 hook.name=b hook.point=ToolError hook.result=continue"], meter.Of("hook.executions"));
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task Failures_alone_can_be_listened_to(Way way)
    {
        using var meter = new Meterings("hook.failures");
        await Scene.At(PointSpec.ToolError, way, "a", "b").Throws("a", new InvalidDataException()).FireAsync();
        Assert.Single(meter.Of("hook.failures"));
        Assert.Empty(meter.Of("hook.executions"));
    }

    [Theory, ClassData(typeof(AsyncWays))]
    public async Task Hooks_that_suspend_are_measured_to_their_end(Way way)
    {
        using var meter = new Meterings();
        var gate = new TaskCompletionSource<HookResult>();
        var fire = Scene.At(PointSpec.BeforeToolCall, way, new HookSpec("a") { Shape = Shape.TaskOfResult }, "b").Does("a", _ => new(gate.Task)).FireAsync();
        Assert.Empty(meter.Of("hook.executions"));
        gate.SetResult(HookResult.Skipped);
        await fire;
        Assert.Equal(
            ["hook.executions 1 hook.name=a hook.point=BeforeToolCall hook.result=skipped", "hook.executions 1 hook.name=b hook.point=BeforeToolCall hook.result=continue"],
            meter.Of("hook.executions"));
    }

    [Theory, ClassData(typeof(AsyncWays))]
    public async Task A_fire_that_began_unheard_stays_unmeasured(Way way)
    {
        Meterings? meter = null;
        var gate = new TaskCompletionSource<HookResult>();
        var fire = Scene.At(PointSpec.BeforeToolCall, way, new HookSpec("a") { Shape = Shape.TaskOfResult }, "b")
            .Does("a", _ =>
            {
                meter = new Meterings();
                return new(gate.Task);
            })
            .FireAsync();
        gate.SetResult(HookResult.Modified);
        await fire;
        using (meter)
            Assert.Empty(meter!.Of("hook.execution.duration"));
    }

    [Fact]
    public void The_meter_has_a_version_and_its_instruments_units()
    {
        using var meter = new Meterings();
        Assert.Equal(
            ["hook.execution.duration s", "hook.executions {execution}", "hook.failures {failure}"],
            meter.Instruments.Select(instrument => $"{instrument.Name} {instrument.Unit}").Where(text => text.StartsWith("hook.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(meter.Instruments, instrument => Assert.False(string.IsNullOrEmpty(instrument.Meter.Version)));
    }

    /// <summary>Listens while it lives.</summary>
    private sealed class Meterings : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<(string Instrument, string Line)> _lines = new();

        public Meterings(string? only = null)
        {
            _listener.InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name != "Hooks" || (only is not null && instrument.Name != only))
                    return;
                Instruments.Add(instrument);
                self.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value.ToString(System.Globalization.CultureInfo.InvariantCulture), tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value >= 0 ? "some" : "negative", tags));
            _listener.Start();
        }

        public List<Instrument> Instruments { get; } = [];

        public IEnumerable<string> Of(string instrument) => _lines.Where(line => line.Instrument == instrument).Select(line => line.Line);

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _lines.Enqueue((instrument.Name, $"{instrument.Name} {value} {string.Join(" ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal))}"));
    }
}
