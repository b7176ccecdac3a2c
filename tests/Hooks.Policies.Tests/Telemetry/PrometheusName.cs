namespace Hooks.Policies.Tests.Telemetry;

/// <summary>The name that the OpenTelemetry specification gives an instrument in Prometheus (compatibility, "Metric Metadata").</summary>
internal static class PrometheusName
{
    public static string Of(string instrument, string unit, bool isCounter)
    {
        var name = instrument.Replace('.', '_');
        if (unit == "s")
            name += "_seconds";
        else if (unit.Length > 0 && !unit.StartsWith('{'))
            name += "_" + unit;
        return isCounter ? name + "_total" : name;
    }
}
