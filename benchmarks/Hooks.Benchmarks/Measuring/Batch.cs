using System.Diagnostics;

namespace Hooks.Benchmarks.Measuring;

/// <summary>What a batch of fires cost.</summary>
internal readonly record struct Batch(int Fires, long Ticks, long Bytes)
{
    public double Nanoseconds => Ticks * (1e9 / Stopwatch.Frequency) / Fires;

    public static Batch Measure(Variant variant, int fires)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        var last = variant.Loop(fires);
        var ticks = Stopwatch.GetTimestamp() - started;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        if (last != variant.Expected)
            throw new WrongCountException($"{variant.Name}: the verdict was {last}, not {variant.Expected}");
        return new(fires, ticks, bytes);
    }
}
