using System.Text.RegularExpressions;

namespace Hooks.Architecture.Tests.Documents;

/// <summary>SECURITY.md says of each blocking point whether a broken guard opens it; nobody should read something there that is not so.</summary>
public partial class SecurityDocumentTests
{
    [Fact]
    public void EveryBlockingPointIsListedAsWhatItIs()
    {
        var rows = Repository.ReadLines("SECURITY.md").Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        var points = BlockingPoint().Matches(Repository.Read("src/Hooks.Runtime/Points/HookPoint.cs"));

        Assert.NotEmpty(points);
        Assert.All(points, point =>
        {
            var name = point.Groups["name"].Value;
            var row = Assert.Single(rows, row => row.Contains($"`{name}`", StringComparison.Ordinal));
            Assert.Equal(!point.Groups["arguments"].Value.Contains("HookFailurePolicy.Continue", StringComparison.Ordinal), row.Contains("**closed**", StringComparison.Ordinal));
        });
    }

    [GeneratedRegex(@"\[HookPoint\((?<arguments>[^\n]*Blocking = true[^\n]*)\)\]\s+(?<name>\w+) =")]
    private static partial Regex BlockingPoint();
}
