using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>
/// What a fire looks at, once, to learn whether somebody listens: there is no callback that says when someone begins to.
/// An object that chains hold, since a native program asks at every static field whether its class is initialised.
/// </summary>
internal sealed class TelemetryPoll(Counter<long> executions, Histogram<double> duration, ActivitySource source)
{
    public bool IsListening
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => executions.Enabled || duration.Enabled || source.HasListeners();
    }
}
