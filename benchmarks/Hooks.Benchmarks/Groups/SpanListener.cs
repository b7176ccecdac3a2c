using System.Diagnostics;

namespace Hooks.Benchmarks.Groups;

/// <summary>Listens to the source <c>Hooks</c> while told to: every span is made with all its data, and counted.</summary>
internal sealed class SpanListener
{
    private ActivityListener? _listener;
    private long _spans;

    public void Begin()
    {
        _listener = new()
        {
            ShouldListenTo = static source => source.Name == "Hooks",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _ => _spans++,
        };
        _spans = 0;
        ActivitySource.AddActivityListener(_listener);
    }

    public void End()
    {
        _listener?.Dispose();
        if (_spans == 0)
            throw new InvalidOperationException("The listener was told nothing.");
    }
}
