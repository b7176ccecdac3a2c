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
    /// <summary>Whether there is anything to measure with. What is asked here can be false only in a trimmed program, see ILLink.Substitutions.xml.</summary>
    public static bool IsSupported => true;

    /// <summary>The one of this process.</summary>
    public static TelemetryPoll OfProcess => IsSupported ? HookTelemetry.Poll : new(null!, null!, null!);

    public bool IsListening
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => executions.Enabled || duration.Enabled || source.HasListeners();
    }
}
