using System.Diagnostics;
using System.Globalization;
using Hooks.Analyzers.Tests.Agreement.Drawing;
using Xunit.Abstractions;

namespace Hooks.Analyzers.Tests.Agreement;

/// <summary>
/// Generator and analyzers cannot disagree: an attribute either makes a hook that is in the table, or has an error that says why not.
/// HOOKS_SEED shows a run again, HOOKS_PROJECTS makes it longer.
/// </summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private const int Projects = 300;

    [Fact]
    public async Task EveryHookIsInTheTableOrHasAnError()
    {
        var seed = Seed.FromEnvironment();
        var wanted = int.Parse(Environment.GetEnvironmentVariable("HOOKS_PROJECTS") is { Length: > 0 } text ? text : $"{Projects}", CultureInfo.InvariantCulture);
        var watch = Stopwatch.StartNew();
        var run = new AgreementRun(seed, wanted);
        await run.ExecuteAsync();

        var summary = $"{run.Summary}; {watch.Elapsed.TotalSeconds:F1} s";
        output.WriteLine(summary);
        Console.WriteLine(summary);
        output.WriteLine(string.Join('\n', run.Seen.OrderBy(label => label.Value).Select(label => $"{label.Value,6} {label.Key}")));
        Assert.True(run.Problems.IsEmpty, $"{run.Problems.Count} projects show problems. {summary}\n{string.Join("\n\n", run.Problems.Take(5))}");
        if (seed.Project is null && wanted >= Projects)
        {
            Assert.True(run.Discarded <= wanted / 10, "C# refuses too many of the projects.");
            Assert.True(run.Dropped <= run.Hooks / 5, "C# refuses too many of the members.");
            Assert.Equal("", string.Join(", ", Kinds.Where(kind => run.Seen.GetValueOrDefault(kind) == 0)));
        }
    }

    [Theory]
    [InlineData("HOOK001")]
    [InlineData("HOOK004")]
    [InlineData("HOOK012")]
    public async Task ARuleThatSaysNothingIsNoticedAndMadeSmall(string id)
    {
        var run = new AgreementRun(new(20260102), projects: 8, deafTo: id);
        await run.ExecuteAsync();

        var problem = run.Problems.First();
        Assert.Contains("not in the table, has no error of its own, and its method has none", problem, StringComparison.Ordinal);
        Assert.Single(ProjectText.KeysIn(problem));
        var again = new AgreementRun(Seed.Parse(problem["HOOKS_SEED=".Length..problem.IndexOf(':')]), projects: 1, deafTo: id);
        await again.ExecuteAsync();
        Assert.Equal(problem, Assert.Single(again.Problems));
    }

    /// <summary>What must come up, or the draw has become too tame to prove anything.</summary>
    private static IEnumerable<string> Kinds =>
        new[]
        {
            AttributeChoices.Names, AttributeChoices.CustomNames, AttributeChoices.Points, AttributeChoices.Contexts, AttributeChoices.Priorities, AttributeChoices.Tools,
            AttributeChoices.Failures, AttributeChoices.Timeouts, AttributeChoices.Attempts, AttributeChoices.Ways, AttributeChoices.Others, AttributeChoices.Lists, SignatureChoices.Returns, SignatureChoices.Parameters, SignatureChoices.Accessibilities,
            MemberChoices.All, MemberChoices.Statements, TypeChoices.All, ProjectChoices.Kinds, ProjectChoices.Namespaces, ProjectChoices.Heads,
        }
        .SelectMany(choices => choices).Select(choice => choice.Label).Concat(Judge.Errors)
        .Append("async").Append("name: a look-alike").Append("description: none");
}
