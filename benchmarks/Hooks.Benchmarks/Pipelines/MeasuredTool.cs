using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Hooks.Benchmarks.Pipelines;

/// <summary>A function that works for a given time and completes at once.</summary>
internal sealed class MeasuredTool(double microseconds) : AIFunction
{
    private readonly long _ticks = (long)(microseconds * Stopwatch.Frequency / 1e6);

    public override string Name => "measured";

    public override JsonElement JsonSchema { get; } = JsonElement.Parse("""{"type":"object","properties":{"path":{"type":"string"}}}""");

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var end = Stopwatch.GetTimestamp() + _ticks;
        while (Stopwatch.GetTimestamp() < end)
        {
        }

        return new("done");
    }
}
