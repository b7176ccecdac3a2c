using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Realistic;

/// <summary>Good code by authors of all kinds, who never saw the rules: to none of them may the rules have anything to say.</summary>
public class RealisticFilesTests
{
    private const string Host = """
        using Hooks;

        namespace Acme.Host;

        internal static class Program
        {
            private static async Task Main()
            {
                await using var hooks = GeneratedHooks.CreateDispatcher(new Services());
                Console.WriteLine(hooks.Table.ToText());
            }

            private sealed class Services : IServiceProvider
            {
                public object? GetService(Type serviceType) => null;
            }
        }
        """;

    public static TheoryData<string> Names => [.. RealisticFile.All.Select(file => file.Name)];

    [Fact]
    public void ThereAreTwentyAuthorsAndMore()
    {
        Assert.True(RealisticFile.All.Count >= 20, $"There are {RealisticFile.All.Count}.");
        Assert.Equal(RealisticFile.All.Count, RealisticFile.All.Select(file => file.Project).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task OneFileIsClean(string name)
    {
        var file = RealisticFile.All.Single(file => file.Name == name);
        await AssertCleanAsync(file.Alone(), file.Hooks);
    }

    [Fact]
    public async Task AllFilesInOneProgramAreClean()
    {
        var files = Libraries;

        // Hooks of authors who do not know each other stand in an order that none of them has chosen.
        await AssertCleanAsync(InHost(RealisticFile.Together(files)), files.Sum(file => file.Hooks), accepted: "HOOK201");
    }

    [Fact]
    public async Task AProgramOfAllFilesAsLibrariesIsClean()
    {
        var libraries = Libraries.Select(file => file.Alone().Compile()).ToArray();

        // That it merges their hooks is what HOOK202 is there to say.
        await AssertCleanAsync(InHost(RealisticFile.Together([]).WithLibraries(libraries)), hooks: 0, accepted: "HOOK202");
    }

    // One program has one entry point and one table, so that those who bring another are left out.
    private static List<RealisticFile> Libraries => [.. RealisticFile.All.Where(file => !file.HasTable && !file.IsProgram)];

    private static HookCompilation InHost(HookCompilation project) => project.WithSource("Program.cs", Host) with
    {
        AssemblyName = "Acme.Host",
        RootNamespace = "Acme.Host",
        OutputKind = OutputKind.ConsoleApplication,
    };

    private static async Task AssertCleanAsync(HookCompilation project, int hooks, params IEnumerable<string> accepted)
    {
        var compilation = project.Generate().AssertClean().Output;
        Assert.Equal(hooks, compilation.Assembly.GetAttributes().Count(attribute => attribute.AttributeClass?.Name == nameof(HookManifestAttribute)));
        var found = (await Analysis.RunAsync(project)).Where(diagnostic => !accepted.Contains(diagnostic.Id)).Select(Analysis.Describe).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
