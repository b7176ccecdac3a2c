namespace Hooks.Architecture.Tests.Packages;

public class DependencyRuleTests
{
    private const string Runtime = "Hooks.Runtime", Events = "Hooks.Events";

    public static TheoryData<string> Names { get; } = [.. Package.All.Select(package => package.Name)];

    [Fact]
    public void RuntimeUsesNothing()
    {
        var runtime = Find(Runtime);

        Assert.Empty(runtime.DeclaredPackages);
        Assert.Empty(runtime.OurReferences);
        Assert.Empty(runtime.ForeignAssemblies);
        Assert.Contains("System.Runtime", runtime.ReferencedAssemblies);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ArrowsBetweenOurPackagesAreThoseOfTheRule(string name)
    {
        var package = Find(name);
        string[] allowed = package switch
        {
            { Name: Runtime } or { IsRoslynComponent: true } => [],
            { Name: Events } => [Runtime],

            // What a package keeps apart so that others need not carry it builds on that package.
            { Name: "Hooks.Commands.Http" } => [Runtime, "Hooks.Commands"],
            _ => [Runtime, Events],
        };

        Assert.Empty(package.OurReferences.Except(allowed));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GeneratorsAndAnalyzersUseTheCompilerOnly(string name)
    {
        var package = Find(name);
        if (!package.IsRoslynComponent)
            return;

        Assert.Contains(package.ForeignAssemblies, IsOfRoslyn);
        Assert.All(package.ForeignAssemblies.Concat(package.DeclaredPackages), used => Assert.True(IsOfRoslyn(used) || IsOfWorkspaces(package, used), used));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheDocumentedTableSaysWhatAPackageUses(string name)
    {
        var package = Find(name);
        Assert.True(PackageTable.Rows.ContainsKey(name), $"docs/architecture.md has no row for {name}.");
        var row = PackageTable.Rows[name];

        Assert.Equal(row.Ours.Order(StringComparer.Ordinal), package.OurReferences.Order(StringComparer.Ordinal));
        Assert.Equal(row.ThirdParty.Order(StringComparer.Ordinal), package.DeclaredPackages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheDocumentedTableNamesNoPackageThatIsNotThere() =>
        Assert.Empty(PackageTable.Rows.Keys.Except(Package.All.Select(package => package.Name)));

    private static bool IsOfRoslyn(string used) => used.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
        && !used.Contains("Workspaces", StringComparison.Ordinal);

    // Only code fixes change documents; an analyzer beside Workspaces would not load in the command-line compiler.
    private static bool IsOfWorkspaces(Package package, string used) => package.Name == "Hooks.Analyzers.CodeFixes"
        && (used.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || used == "System.Composition.AttributedModel");

    private static Package Find(string name) => Package.All.Single(package => package.Name == name);
}
