using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>Listens to the meter and the spans, so that every fire of the process is measured and traced.</summary>
internal sealed class ListeningToAll : IDisposable
{
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _spans = new()
    {
        ShouldListenTo = static source => source.Name == "Hooks",
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    public ListeningToAll()
    {
        _meters.InstrumentPublished = static (instrument, meters) =>
        {
            if (instrument.Meter.Name == "Hooks")
                meters.EnableMeasurementEvents(instrument);
        };
        _meters.Start();
        ActivitySource.AddActivityListener(_spans);
    }

    public void Dispose()
    {
        _spans.Dispose();
        _meters.Dispose();
    }
}
