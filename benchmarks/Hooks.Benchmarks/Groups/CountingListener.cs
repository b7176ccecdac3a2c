using System.Diagnostics.Metrics;

namespace Hooks.Benchmarks.Groups;

/// <summary>Listens to the meter <c>Hooks</c> while told to, and does the least that a listener can: it counts.</summary>
internal sealed class CountingListener
{
    private MeterListener? _listener;
    private long _measurements;

    public void Begin()
    {
        _listener = new() { InstrumentPublished = OnPublished };
        _listener.SetMeasurementEventCallback<long>((_, _, _, _) => _measurements++);
        _listener.SetMeasurementEventCallback<double>((_, _, _, _) => _measurements++);
        _measurements = 0;
        _listener.Start();
    }

    public void End()
    {
        _listener?.Dispose();
        if (_measurements == 0)
            throw new InvalidOperationException("The listener was told nothing.");
    }

    private static void OnPublished(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == "Hooks")
            listener.EnableMeasurementEvents(instrument);
    }
}
