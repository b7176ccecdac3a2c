using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Rules;

public class Hook202MergedReferencesTests
{
    private const string Id = "HOOK202";

    private const string Main = "static class Program { static void Main() => Console.WriteLine(GeneratedHooksAreMade()); static bool GeneratedHooksAreMade() => true; }";

    [Fact]
    public async Task ProgramNamesAllReferencesOnce()
    {
        var found = Assert.Single(await Expect.OfAsync(Id, HookCompilation.Program(Main).WithLibraries(Library("Acme.Guards", 3), Library("Acme.Audit", 1))));
        Assert.Equal(Location.None, found.Location);
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Equal(
            "The table of Acme.Agent has hooks of referenced assemblies: Acme.Audit (1), Acme.Guards (3); [assembly: ExcludeHooks(\"Acme.Audit\")] leaves those of Acme.Audit out",
            found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task LibraryWithATableSaysItAtItsClass()
    {
        var found = Assert.Single(await Expect.OfAsync(Id, HookCompilation.Library(
            """
            [HookTable]
            internal sealed partial class AgentHooks;
            """).WithLibraries(Library("Acme.Guards", 2))));
        Assert.Equal("AgentHooks", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
    }

    [Fact]
    public Task LibraryWithoutATableMergesNothing() => Expect.NothingAsync(Id, HookCompilation.Library(
        "static class Own { [Hook(HookPoint.SessionEnd)] internal static void End(SessionContext session) { } }").WithLibraries(Library("Acme.Guards", 2)));

    [Fact]
    public Task OwnHooksAreNotMerged() => Expect.NothingAsync(Id, HookCompilation.Program(
        Main + "static class Own { [Hook(HookPoint.SessionEnd)] internal static void End(SessionContext session) { } }"));

    [Fact]
    public Task ExcludedReferencesAreNotMerged() => Expect.NothingAsync(Id, HookCompilation.Program(
        "[assembly: ExcludeHooks(\"Acme.Guards\")]\n" + Main).WithLibraries(Library("Acme.Guards", 2)));

    private static CompiledAssembly Library(string name, int hooks) => (HookCompilation.Library(
        $$"""
        namespace {{name}};

        public static class Hooks
        {
            {{string.Join("\n", Enumerable.Range(0, hooks).Select(i => $"[Hook(HookPoint.SessionEnd)] public static void End{i}(SessionContext session) {{ }}"))}}
        }
        """) with { AssemblyName = name }).Compile();
}
