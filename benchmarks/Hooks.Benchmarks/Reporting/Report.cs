using System.Globalization;
using System.Runtime.InteropServices;
using Hooks.Benchmarks.Groups;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Reporting;

/// <summary>Prints the tables, and remembers what is wrong.</summary>
internal sealed class Report(bool isQuick)
{
    private readonly List<string> _failures = [];
    private readonly List<string> _overBudget = [];
    private string _platform = string.Empty;

    public void WriteHead(Pace pace)
    {
        Console.WriteLine($"Hooks benchmarks: {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC");
        Console.WriteLine($"{pace.Processes} process(es) per group, {pace.Rounds} rounds each; time and ratio are medians, a ratio is that of the same round.");
        if (isQuick)
            Console.WriteLine("Quick: far too short to judge by; only counts and bytes are checked.");
    }

    public void WritePlatform(string platform)
    {
        _platform = platform;
        Console.WriteLine();
        Console.WriteLine($"# {platform}");
    }

    public void Fail(string failure) => _failures.Add(failure);

    public void Write(Group group, IReadOnlyList<IReadOnlyList<Row>> runs, bool isNative)
    {
        var table = new TextTable("", "time", "ratio", "extra", "to", "budget", "mark", "bytes", "ratios of the processes");
        var facts = group.RowsOn(isNative);
        for (var i = 0; i < facts.Count; i++)
        {
            var row = Row.Merge([.. runs.Select(run => run[i])]);
            var mark = Judge(group, facts[i], row, isNative);
            table.Add(
                row.Name,
                Time(row.Nanoseconds),
                facts[i].Baseline is null ? string.Empty : Number(row.Ratio, row.Ratio < 0.1 ? "0.0000" : "0.00"),
                facts[i].Baseline is null ? string.Empty : Extra(row),
                facts[i].Baseline ?? string.Empty,
                facts[i].Budget?.ToText(isNative) ?? string.Empty,
                mark,
                Number(row.Bytes, "0.###"),
                facts[i].Baseline is null ? string.Empty : string.Join(' ', row.Ratios.Select(ratio => Number(ratio, "0.00"))));
        }

        Console.WriteLine();
        Console.WriteLine($"{group.Title} [{group.Name}]");
        table.Write(Console.Out);
    }

    /// <summary>Prints the summary; the exit code of the program.</summary>
    public int WriteEnd()
    {
        Console.WriteLine();
        foreach (var row in _overBudget)
            Console.WriteLine($"over budget: {row}");
        foreach (var failure in _failures)
            Console.WriteLine($"WRONG: {failure}");
        if (_overBudget.Count + _failures.Count == 0)
            Console.WriteLine("All budgets are kept.");
        return _failures.Count == 0 ? 0 : 1;
    }

    private string Judge(Group group, RowFacts facts, Row row, bool isNative)
    {
        if (facts.AllocatesNothing && row.Bytes > 0)
            Fail($"{_platform}, {group.Name}, {row.Name}: {Number(row.Bytes, "0.###")} bytes a fire, promised are 0");
        if (facts.Budget is not { } budget)
            return string.Empty;
        if (budget.IsMet(row, isNative))
            return "ok";
        _overBudget.Add($"{_platform}, {group.Name}, {row.Name}: {Number(row.Ratio, "0.000")} x, {Extra(row)}, budget {budget.ToText(isNative)}");
        return "OVER";
    }

    private static string Extra(Row row) => (row.Extra >= 0 ? "+" : "-") + Time(Math.Abs(row.Extra));

    private static string Time(double nanoseconds) =>
        nanoseconds < 10_000 ? Number(nanoseconds, "0.00") + " ns" : Number(nanoseconds / 1e6, "0.000") + " ms";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
