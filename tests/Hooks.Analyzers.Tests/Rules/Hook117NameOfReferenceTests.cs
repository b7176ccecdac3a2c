using System.Globalization;

namespace Hooks.Analyzers.Tests.Rules;

public class Hook117NameOfReferenceTests
{
    private const string Id = "HOOK117";

    private static readonly CompiledAssembly Library = (HookCompilation.Library(
        """
        namespace Acme;

        public static class Checks
        {
            [Hook(HookPoint.BeforeToolCall, Name = "check")]
            public static HookResult Check(ToolCallContext call) => HookResult.Continue;

            [Hook(HookPoint.SessionEnd)]
            public static void End(SessionContext session) { }
        }
        """) with { AssemblyName = "Acme.Lib" }).Compile();

    private static HookCompilation With(string hooks, string assembly = "") => HookCompilation.Library(
        $$"""
        {{assembly}}
        namespace Acme
        {
            static class {{(hooks.Contains("End") ? "Checks" : "Guards")}}
            {
                {{hooks}}
            }
        }
        """).WithLibraries(Library);

    [Fact]
    public async Task SameNameIsFoundAtTheName()
    {
        var found = Assert.Single(await Expect.OfAsync(Id, With(
            """[Hook(HookPoint.BeforeToolCall, Name = "check")] internal static HookResult A(ToolCallContext call) => HookResult.Continue;""")));
        Assert.Equal("\"check\"", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
        Assert.Equal(
            "Acme.Lib has a hook called 'check' too, which goes by 'Acme.Lib:check' in this table because of it; give this one another Name",
            found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task NamesBelongToTheWholeTableSoThatThePointDoesNotMatter() => Assert.Single(await Expect.OfAsync(Id, With(
        """[Hook(HookPoint.SessionStart, Name = "check")] internal static void A(SessionContext session) { }""")));

    [Fact]
    public async Task DefaultNamesAreFoundAtTheMethodOnce()
    {
        var source = HookCompilation.Library(
            """
            namespace Acme;

            static class Checks
            {
                [Hook(HookPoint.SessionStart, Name = "start")]
                [Hook(HookPoint.SessionUpdated)]
                [Hook(HookPoint.SessionEnd)]
                internal static void End(SessionContext session) { }
            }
            """);
        var found = Assert.Single(await Expect.OfAsync(Id, source.WithLibraries(Library)));
        Assert.Equal("End", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
    }

    [Fact]
    public Task OtherNamesAreFine() => Expect.NothingAsync(Id, With(
        """
        [Hook(HookPoint.BeforeToolCall, Name = "Check")] internal static HookResult A(ToolCallContext call) => HookResult.Continue;
        [Hook(HookPoint.BeforeToolCall)] internal static HookResult Check(ToolCallContext call) => HookResult.Continue;
        """));

    [Fact]
    public Task ExcludedReferencesTakeNoName() => Expect.NothingAsync(Id, With(
        """[Hook(HookPoint.BeforeToolCall, Name = "check")] internal static HookResult A(ToolCallContext call) => HookResult.Continue;""",
        """[assembly: ExcludeHooks("Acme.Lib")]"""));
}
