using System.Globalization;

namespace Hooks.Benchmarks.Measuring;

/// <summary>The figures of one row: in a child process of one run, in the parent of all of them.</summary>
internal sealed record Row(string Name, double Nanoseconds, double Ratio, double Extra, double Bytes)
{
    private const string Mark = "row\t";

    /// <summary>The ratios of the single processes, for the reader who wants to know how far they are apart.</summary>
    public IReadOnlyList<double> Ratios { get; init; } = [];

    /// <summary>The row as a child process prints it.</summary>
    public string ToLine() => Mark + string.Join('\t', [Name, .. new[] { Nanoseconds, Ratio, Extra, Bytes }.Select(value => value.ToString("R", CultureInfo.InvariantCulture))]);

    /// <summary>Reads what a child process has printed; null for any other line.</summary>
    public static Row? Parse(string line)
    {
        if (!line.StartsWith(Mark, StringComparison.Ordinal))
            return null;
        var parts = line[Mark.Length..].Split('\t');
        double Number(int at) => double.Parse(parts[at], CultureInfo.InvariantCulture);
        return new(parts[0], Number(1), Number(2), Number(3), Number(4));
    }

    /// <summary>The medians over several processes. Bytes are the most that any of them saw.</summary>
    public static Row Merge(IReadOnlyList<Row> runs) => new(
        runs[0].Name,
        Harness.Median(runs.Select(run => run.Nanoseconds)),
        Harness.Median(runs.Select(run => run.Ratio)),
        Harness.Median(runs.Select(run => run.Extra)),
        runs.Max(run => run.Bytes))
    {
        Ratios = [.. runs.Select(run => run.Ratio)],
    };
}
