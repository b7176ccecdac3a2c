using System.Text.RegularExpressions;

namespace Hooks.Architecture.Tests.Documents;

/// <summary>docs/conformance.md claims nothing that no test shows; so the tests that it names have to exist.</summary>
public partial class ConformanceDocumentTests
{
    private const string Document = "docs/conformance.md";

    private static readonly ILookup<string, string> Tests = Repository.Sources
        .Where(file => TestFile().IsMatch(file))
        .SelectMany(file => In(Repository.Read(file)).Select(test => (Project: TestFile().Match(file).Groups["project"].Value, Test: test)))
        .ToLookup(test => test.Project, test => test.Test);

    [Fact]
    public void EveryTestThatIsNamedExists()
    {
        var named = Named().Matches(Repository.Read(Document)).ToList();

        Assert.True(named.Count > 100, $"Only {named.Count} tests are named.");
        Assert.Empty(
            from match in named
            where !Tests[match.Groups["project"].Value].Contains(match.Groups["test"].Value)
            select match.Value);
    }

    [Fact]
    public void EveryRowNamesATestDiffersOrComesLater() => Assert.Empty(
        from line in Rows()
        let cells = line.Split('|')
        where cells.Length != 5 || (!Named().IsMatch(cells[3]) && !cells[2].StartsWith(" **Differs**: ", StringComparison.Ordinal) && !cells[2].StartsWith(" **Not yet**: ", StringComparison.Ordinal))
        select line);

    [Fact]
    public void TheLastColumnHoldsNothingButTests() => Assert.Empty(
        from line in Rows()
        let rest = Named().Replace(line.Split('|')[3], string.Empty)
        where rest.Trim().Length > 0
        select rest);

    [Fact]
    public void TestsAreFoundWithTheirClass() =>
        Assert.Contains($"{nameof(ConformanceDocumentTests)}.{nameof(TestsAreFoundWithTheirClass)}", Tests["Architecture"]);

    private static IEnumerable<string> Rows() => Repository.ReadLines(Document)
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Behaviour |", StringComparison.Ordinal) && !line.StartsWith("| --- |", StringComparison.Ordinal));

    // A test belongs to the class whose head stands last above it.
    private static IEnumerable<string> In(string source)
    {
        var classes = Class().Matches(source).ToList();
        return
            from Match test in Test().Matches(source)
            let owner = classes.LastOrDefault(head => head.Index < test.Index)
            where owner is not null
            select $"{owner.Groups["name"].Value}.{test.Groups["name"].Value}";
    }

    [GeneratedRegex(@"`(?<project>\w+)/(?<test>\w+\.\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^tests/Hooks\.(?<project>\w+)\.Tests/")]
    private static partial Regex TestFile();

    [GeneratedRegex(@"^public (sealed |abstract |static |partial )*class (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex(@"^ +\[(Fact|Theory)\b.*?^ +public (async )?(void|Task) (?<name>\w+)\(", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Test();
}
