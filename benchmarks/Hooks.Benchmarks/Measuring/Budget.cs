using System.Globalization;

namespace Hooks.Benchmarks.Measuring;

/// <summary>What a row may cost against its baseline.</summary>
internal abstract record Budget
{
    /// <summary>At the most so many times the baseline; the native binary may have a figure of its own.</summary>
    public static Budget Times(double jit, double? native = null) => new RatioBudget(jit, native ?? jit);

    /// <summary>At the most so many nanoseconds more than the baseline, for each of a number of hooks.</summary>
    public static Budget Nanoseconds(double most, int hooks = 1) => new ExtraBudget(most, hooks);

    /// <summary>At least as slow as the baseline: rows of others, which ours has to beat.</summary>
    public static Budget Slower { get; } = new SlowerBudget();

    public abstract bool IsMet(Row row, bool isNative);

    public abstract string ToText(bool isNative);

    private static string Number(double value) => value.ToString("0.0##", CultureInfo.InvariantCulture);

    private sealed record RatioBudget(double Jit, double Native) : Budget
    {
        public override bool IsMet(Row row, bool isNative) => row.Ratio <= (isNative ? Native : Jit);

        public override string ToText(bool isNative) => $"<= {Number(isNative ? Native : Jit)} x";
    }

    private sealed record ExtraBudget(double Most, int Hooks) : Budget
    {
        public override bool IsMet(Row row, bool isNative) => row.Extra / Hooks <= Most;

        public override string ToText(bool isNative) => Hooks == 1 ? $"<= +{Number(Most)} ns" : $"<= +{Number(Most)} ns a hook";
    }

    private sealed record SlowerBudget : Budget
    {
        public override bool IsMet(Row row, bool isNative) => row.Ratio > 1;

        public override string ToText(bool isNative) => "> 1 x";
    }
}
