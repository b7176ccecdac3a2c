using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Groups;

/// <summary>Rows that are measured together, in a process of their own.</summary>
internal abstract class Group(string name, string title)
{
    /// <summary>The name on the command line.</summary>
    public string Name { get; } = name;

    public string Title { get; } = title;

    /// <summary>Whether the group is not in the native binary.</summary>
    public bool IsJitOnly { get; init; }

    /// <summary>Whether it takes minutes, so that a quick run leaves it out unless it is named.</summary>
    public bool IsSlow { get; init; }

    /// <summary>The rows in order, with baselines and budgets; making them must cost nothing.</summary>
    public abstract IReadOnlyList<RowFacts> Rows { get; }

    /// <summary>Those of the rows that the program on one platform has.</summary>
    public IReadOnlyList<RowFacts> RowsOn(bool isNative) => isNative ? [.. Rows.Where(static row => !row.IsJitOnly)] : Rows;

    public abstract IReadOnlyList<Row> Run(Pace pace);
}

/// <summary>What is known about a row before it is measured.</summary>
internal sealed record RowFacts(string Name, string? Baseline, Budget? Budget, bool AllocatesNothing, bool IsJitOnly = false);
