using System.Globalization;

namespace Hooks.Dispatch.Tests.Differential;

/// <summary>What a random test is drawn from: a number for all tables, or one table and run of it.</summary>
/// <param name="Number">The number.</param>
/// <param name="Table">The only table; null for all.</param>
/// <param name="Run">The only run of it; null for all.</param>
internal sealed record Seed(int Number, int? Table = null, int? Run = null)
{
    /// <summary>What HOOKS_SEED says, as <c>number</c>, <c>number/table</c> or <c>number/table/run</c>; else a new one.</summary>
    public static Seed FromEnvironment() =>
        Environment.GetEnvironmentVariable("HOOKS_SEED") is { Length: > 0 } text ? Parse(text) : new(Random.Shared.Next());

    public static Seed Parse(string text)
    {
        var parts = text.Split('/').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new(parts[0], parts.Length > 1 ? parts[1] : null, parts.Length > 2 ? parts[2] : null);
    }

    public Random ForTable(int table) => new(HashOf(Number, table, -1));

    public Random ForRun(int table, int run) => new(HashOf(Number, table, run));

    public override string ToString() => string.Join('/', new[] { Number, Table, Run }.Where(part => part is not null));

    // HashCode.Combine differs from process to process; a replay needs the same numbers.
    private static int HashOf(int number, int table, int run) => unchecked((((number * 486187739) + table) * 486187739) + run);
}
