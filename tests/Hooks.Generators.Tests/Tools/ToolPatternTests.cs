using Hooks.Shared;

namespace Hooks.Generators.Tests.Tools;

public class ToolPatternTests
{
    [Theory]
    [InlineData("Bash", "Exact", "Bash")]
    [InlineData("*", "Any", "")]
    [InlineData("***", "Any", "")]
    [InlineData("mcp__*", "Prefix", "mcp__")]
    [InlineData("mcp__**", "Prefix", "mcp__")]
    [InlineData("*_file", "Suffix", "_file")]
    [InlineData("*git*", "Contains", "git")]
    [InlineData("a*b", "Glob", "a*b")]
    [InlineData("*a*b", "Glob", "*a*b")]
    [InlineData("a**b", "Glob", "a*b")]
    [InlineData("?", "Glob", "?")]
    [InlineData("ba?h", "Glob", "ba?h")]
    [InlineData("*?", "Glob", "*?")]
    [InlineData("", "Never", "")]
    [InlineData("   ", "Never", "")]
    [InlineData("@nope", "Never", "@nope")]
    [InlineData("@", "Never", "@")]
    [InlineData(" Bash ", "Exact", "Bash")]
    public void OneAlternative(string tools, string kind, string text)
    {
        var pattern = Assert.Single(ToolPattern.Parse(tools, []));

        Assert.Equal((kind, text), (pattern.Kind.ToString(), pattern.Text));
    }

    [Fact]
    public void Alternatives() =>
        Assert.Equal(["Exact Bash", "Prefix x", "Never ", "Contains y"], Parse("Bash | x*||*y*"));

    [Fact]
    public void RepetitionsAreLeftOut() => Assert.Equal(["Exact Bash", "Prefix b"], Parse("Bash|bash|BASH|b*|B*"));

    [Fact]
    public void Group()
    {
        var patterns = ToolPattern.Parse("@shell", []);

        Assert.Contains(patterns, pattern => pattern is { Kind: ToolPatternKind.Exact, Text: "Bash", Source: "@shell" });
        Assert.Contains(patterns, pattern => pattern.Text == "run_shell_command");
        Assert.Equal(patterns, ToolPattern.Parse("@SHELL", []).Select(pattern => pattern with { Source = "@shell" }));
    }

    [Fact]
    public void AssembliesAddToGroupsAndMakeNewOnes()
    {
        (string, IReadOnlyList<string>)[] groups = [("@shell", ["execute_*", " sh "]), ("@Deploy", ["ship"]), ("plain", ["without_sign"])];

        Assert.Contains("Prefix execute_", Parse("@shell", groups));
        Assert.Contains("Exact sh", Parse("@shell", groups));
        Assert.Contains("Exact Bash", Parse("@shell", groups));
        Assert.Equal(["Exact ship"], Parse("@deploy", groups));
        Assert.Equal(["Exact without_sign"], Parse("@plain", groups));
    }

    [Fact]
    public void GroupsWithinGroupsAreNotFollowed() =>
        Assert.Equal(["Never @shell", "Exact x"], Parse("@all", [("@all", ["@shell", "x"])]));

    [Fact]
    public void BuiltInGroups()
    {
        Assert.Equal(["@shell", "@read", "@edit", "@search", "@fetch", "@task"], ToolGroups.BuiltIn.Select(group => group.Group));
        Assert.All(ToolGroups.BuiltIn, group => Assert.Equal(group.Tools.Count, group.Tools.Distinct(StringComparer.OrdinalIgnoreCase).Count()));
        var all = ToolGroups.BuiltIn.SelectMany(group => group.Tools).ToList();
        Assert.Equal(all.Count, all.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static IEnumerable<string> Parse(string tools, params (string, IReadOnlyList<string>)[] groups) =>
        ToolPattern.Parse(tools, groups).Select(pattern => $"{pattern.Kind} {pattern.Text}");
}
