using System.Diagnostics;
using Xunit.Abstractions;

namespace Hooks.Dispatch.Tests.Differential.Policies;

public sealed class PolicyDifferentialTests(ITestOutputHelper output)
{
    [Fact]
    public void Hooks_that_misbehave_do_the_same_on_both_paths_and_what_the_model_says()
    {
        var seed = Seed.FromEnvironment();
        var watch = Stopwatch.StartNew();
        var run = new PolicyRun(seed);
        run.Execute();

        var summary = $"HOOKS_SEED={seed}: {run.Scenarios} scenarios, {run.Fires} fires, {watch.Elapsed.TotalSeconds:F1} s";
        output.WriteLine(summary);
        Console.WriteLine(summary);
        output.WriteLine(string.Join('\n', run.Seen.OrderBy(moment => moment.Value).Select(moment => $"{moment.Value,6} {moment.Key}")));
        Assert.True(run.Differences.IsEmpty, $"{run.Differences.Count} differences. The first: {run.Differences.FirstOrDefault()}");
        if (seed.Table is null)
            Assert.All(PolicyRun.Moments, moment => Assert.True(run.Seen.GetValueOrDefault(moment) >= 5, $"Hardly any scenario had: {moment}"));
    }
}
