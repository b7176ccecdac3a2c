using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Realistic;

/// <summary>The rules have nothing to say of this repository's own samples, and only what is meant of its test libraries.</summary>
public class OwnProjectsTests
{
    [Fact]
    public async Task GuardedAgentIsClean()
    {
        // What the project file of the shared screen says.
        var screen = Project("samples/Samples.Screen").WithSource("Friends.cs", """[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("GuardedAgent")]""");
        var agent = Project("samples/GuardedAgent").WithLibraries(screen.Compile()) with { OutputKind = OutputKind.ConsoleApplication };

        Assert.Equal(string.Empty, await FoundAsync(agent));
    }

    [Fact]
    public async Task LegacyIsClean() => Assert.Equal(string.Empty, await FoundAsync(Acme("Legacy")));

    // Hooks that only leave a trace for the tests have nothing to judge: Budget.Check and ShellGuards.Early.
    [Fact]
    public async Task GuardsLeaveTraces() => Assert.Equal("HOOK203 HOOK203", await FoundAsync(Acme("Guards")));

    // It is there to have a name that Acme.Guards has too, and its NoForcePush only leaves a trace.
    [Fact]
    public async Task DeployHasANameOfGuards() => Assert.Equal("HOOK117 HOOK203", await FoundAsync(Acme("Deploy", Acme("Guards").Compile())));

    [Fact]
    public async Task TheHostMergesItsLibraries()
    {
        var guards = Acme("Guards").Compile();
        var host = Acme("Host", guards, Acme("Deploy", guards).Compile(), Acme("Legacy").Compile()) with { OutputKind = OutputKind.ConsoleApplication };

        Assert.Equal("HOOK202", await FoundAsync(host));
    }

    private static HookCompilation Acme(string name, params ReadOnlySpan<CompiledAssembly> libraries) =>
        Project($"tests/CrossAssembly/Acme.{name}").WithLibraries(libraries);

    private static async Task<string> FoundAsync(HookCompilation project)
    {
        project.Generate().AssertClean();
        return string.Join(' ', (await Analysis.RunAsync(project)).Select(diagnostic => diagnostic.Id));
    }

    private static HookCompilation Project(string folder)
    {
        var path = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", folder);
        var name = Path.GetFileName(folder);
        var project = HookCompilation.Library() with { AssemblyName = name, RootNamespace = name, GlobalUsings = RealisticFile.ImplicitUsings };
        foreach (var file in Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(path, file)).Order(StringComparer.Ordinal))
        {
            if (file.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
                project = RegexGenerator.Complete(project.WithSource(file, File.ReadAllText(Path.Combine(path, file))), file);
        }

        return project;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
