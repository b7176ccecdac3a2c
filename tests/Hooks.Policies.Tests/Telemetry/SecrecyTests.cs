using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hooks.Policies.Tests.Isolation;

namespace Hooks.Policies.Tests.Telemetry;

/// <summary>What hooks throw stays with the callback: spans and measurements hold its type and nothing of its text.</summary>
[Collection(nameof(Listening))]
public sealed class SecrecyTests
{
    public static TheoryData<HookExecutionPath, string> Kinds() => IsolationTests.Kinds();

    [Theory, MemberData(nameof(Kinds))]
    public async Task Nothing_of_an_exceptions_text_is_measured_or_traced(HookExecutionPath path, string kind)
    {
        var texts = new ConcurrentQueue<string?>();
        using var spans = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Hooks",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Keep(texts, span),
        };
        ActivitySource.AddActivityListener(spans);
        using var meters = new MeterListener { InstrumentPublished = static (instrument, self) => { if (instrument.Meter.Name == "Hooks") self.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Keep(texts, tags));
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Keep(texts, tags));
        meters.Start();
        await using var scene = new Scene(path);
        FailingHooks.Does = () =>
        {
            Catchable.Throw(kind);
            return default;
        };

        await scene.Dispatcher.BeforeWorkflowStartAsync(new() { WorkflowName = "w" });
        await scene.Dispatcher.ConfigurationChangeAsync(new());
        await Record.ExceptionAsync(scene.Dispatcher.BeforeTurnAsync(new()).AsTask);

        // A failed hook and a thrown fire in traces, and three failures in measurements.
        Assert.True(texts.Count(text => text == Catchable.TypeOf(kind).FullName) >= 7, string.Join(", ", texts));
        Assert.DoesNotContain(texts, text => text?.Contains(Catchable.Secret, StringComparison.Ordinal) == true);
    }

    private static void Keep(ConcurrentQueue<string?> texts, Activity span)
    {
        texts.Enqueue(span.DisplayName);
        texts.Enqueue(span.StatusDescription);
        foreach (var tag in span.TagObjects.Concat(span.Events.SelectMany(one => one.Tags)))
            texts.Enqueue(tag.Value?.ToString());
    }

    private static void Keep(ConcurrentQueue<string?> texts, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
            texts.Enqueue(tag.Value?.ToString());
    }
}
