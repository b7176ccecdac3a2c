namespace Hooks.Analyzers.Tests.Rules;

public class Hook120ExcludesNothingTests
{
    private const string Id = "HOOK120";

    private static readonly CompiledAssembly Guards = (HookCompilation.Library(
        "namespace Acme; public static class ShellGuards { [Hook(HookPoint.SessionEnd)] public static void End(SessionContext session) { } }") with { AssemblyName = "Acme.Guards" }).Compile();

    [Fact]
    public Task ANameThatNoReferenceHasIsReportedWithThoseThereAre() => Expect.FindAsync(
        Id,
        WithGuards,
        """[assembly: ExcludeHooks([|"Acme.Guards.dll"|])]""",
        "No referenced assembly with hooks is called 'Acme.Guards.dll', so that nothing is left out; those with hooks are: Acme.Guards");

    [Fact]
    public Task WithoutAnyReferenceThereIsNothingToExclude() => Expect.FindAsync(
        Id,
        """[assembly: ExcludeHooks([|"Acme.Guards"|])]""",
        "No referenced assembly with hooks is called 'Acme.Guards', so that nothing is left out; remove it");

    [Theory]
    [InlineData("""[assembly: ExcludeHooks("Acme.Guards")]""")]
    [InlineData("""[assembly: ExcludeHooks(" acme.guards ")]""")]
    public Task AReferenceWithHooksIsFine(string source) => Expect.NothingAsync(Id, WithGuards(source));

    private static HookCompilation WithGuards(params ReadOnlySpan<string> sources) => HookCompilation.Program([.. sources, "return;"]).WithLibraries(Guards);
}
