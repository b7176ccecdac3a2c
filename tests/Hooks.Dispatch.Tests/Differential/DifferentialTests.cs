using System.Diagnostics;
using Xunit.Abstractions;

namespace Hooks.Dispatch.Tests.Differential;

public sealed class DifferentialTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Random_tables_do_the_same_on_both_paths_and_what_the_model_says()
    {
        var seed = Seed.FromEnvironment();
        var watch = Stopwatch.StartNew();
        var differential = new DifferentialRun(seed, NaiveModel.Fire);
        await differential.ExecuteAsync();

        var tables = seed.Table is null ? DifferentialRun.Tables : 1;
        var runs = seed.Run is null ? tables * DifferentialRun.RunsPerTable : 1;
        var summary = $"HOOKS_SEED={seed}: {tables} tables, {runs} runs, {differential.Fires} fires, {watch.Elapsed.TotalSeconds:F1} s";
        output.WriteLine(summary);
        Console.WriteLine(summary);
        output.WriteLine(string.Join('\n', differential.Seen.OrderBy(moment => moment.Value).Select(moment => $"{moment.Value,6} {moment.Key}")));
        Assert.True(differential.Differences.IsEmpty, $"{differential.Differences.Count} differences. The first: {differential.Differences.FirstOrDefault()}");
        if (seed.Table is null)
            Assert.All(DifferentialRun.Moments, moment => Assert.True(differential.Seen.GetValueOrDefault(moment) >= 5, $"Hardly any run had: {moment}"));
    }

    [Fact]
    public async Task A_difference_is_found_and_its_seed_shows_it_again()
    {
        // A wrong model stands for a wrong dispatcher: it says that every fire is cancelled.
        var first = new DifferentialRun(new Seed(4711, Table: 7), (_, _) => new RunTrace().Cancelled());
        await first.ExecuteAsync();
        Assert.True(first.Differences.TryPeek(out var difference));

        var seed = Seed.Parse(difference["HOOKS_SEED=".Length..difference.IndexOf(':', StringComparison.Ordinal)]);
        var again = new DifferentialRun(seed, (_, _) => new RunTrace().Cancelled());
        await again.ExecuteAsync();
        Assert.Equal(difference, Assert.Single(again.Differences, text => text == difference));
    }
}
