using System.Diagnostics;

namespace Hooks.Benchmarks.Measuring;

/// <summary>
/// Measures the rows of a group against each other: all of them in every round, each round beginning with another one,
/// so that whatever else the machine does falls on all alike. What counts is the median of the rounds' ratios.
/// </summary>
internal static class Harness
{
    public static IReadOnlyList<Row> Run(IReadOnlyList<Variant> variants, Pace pace)
    {
        var fires = WarmUp(variants, pace);
        var rounds = variants.ToDictionary(variant => variant.Name, _ => new Batch[pace.Rounds]);
        for (var round = 0; round < pace.Rounds; round++)
        {
            for (var i = 0; i < variants.Count; i++)
            {
                var at = (i + round) % variants.Count;
                variants[at].Run(fires[at], out rounds[variants[at].Name][round]);
            }
        }

        return [.. variants.Select(variant => ToRow(variant, rounds))];
    }

    /// <summary>Runs everything until it has been compiled for good; answers how many fires fill a batch.</summary>
    private static int[] WarmUp(IReadOnlyList<Variant> variants, Pace pace)
    {
        const int Fires = 500;
        var clock = Stopwatch.StartNew();
        var nanoseconds = new double[variants.Count];
        for (var turn = 0; turn < 100 || clock.Elapsed < pace.WarmUp; turn++)
        {
            for (var i = 0; i < variants.Count; i++)
            {
                variants[i].Run(Fires, out var batch);
                nanoseconds[i] = batch.Nanoseconds;
            }

            // Code moves up a tier only when no new code has been compiled for a while.
            if (turn % 25 == 24)
                Thread.Sleep(120);
        }

        return [.. nanoseconds.Select(each => (int)Math.Clamp(pace.Batch.TotalMilliseconds * 1e6 / each, 20, 2_000_000))];
    }

    private static Row ToRow(Variant variant, Dictionary<string, Batch[]> rounds)
    {
        var own = rounds[variant.Name];
        var bytes = own.Sum(batch => batch.Bytes) / (double)own.Sum(batch => (long)batch.Fires);
        var nanoseconds = Median(own.Select(batch => batch.Nanoseconds));
        if (variant.Baseline is null)
            return new(variant.Name, nanoseconds, 1, 0, bytes);
        var pairs = own.Zip(rounds[variant.Baseline], (mine, other) => (mine.Nanoseconds, Other: other.Nanoseconds)).ToList();
        return new(variant.Name, nanoseconds, Median(pairs.Select(pair => pair.Nanoseconds / pair.Other)), Median(pairs.Select(pair => pair.Nanoseconds - pair.Other)), bytes);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
