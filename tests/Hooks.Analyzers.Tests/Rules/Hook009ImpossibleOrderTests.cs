namespace Hooks.Analyzers.Tests.Rules;

public class Hook009ImpossibleOrderTests
{
    private const string Id = "HOOK009";

    private static string Hooks(string first, string second = "", string third = "") =>
        $$"""
        namespace Acme;

        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall{{first}})]
            internal static HookResult A(ToolCallContext call) => HookResult.Continue;

            [Hook(HookPoint.BeforeToolCall{{second}})]
            internal static HookResult B(ToolCallContext call) => HookResult.Continue;

            [Hook(HookPoint.BeforeModelCall{{third}})]
            internal static HookResult C(ModelCallContext call) => HookResult.Continue;
        }
        """;

    [Theory]
    [InlineData("A")]
    [InlineData("Guards.A")]
    [InlineData("Acme.Guards.a")]
    [InlineData("Acme.Guard.A")]
    [InlineData("Lib:Acme.Guards.A")]
    public Task UnknownNameHasANearestOne(string name) => Expect.FindAsync(
        Id,
        Hooks("", $""", After = "[|{name}|]" """),
        $"The hook 'Acme.Guards.B' cannot be put in order: After names '{name}', and no hook at BeforeToolCall has that name; the nearest is 'Acme.Guards.A'");

    [Fact]
    public Task UnknownNameMayBeNearNothing() => Expect.FindAsync(
        Id,
        Hooks("", """, Before = "Acme.Guards.A | [|secrets|]" """),
        "The hook 'Acme.Guards.B' cannot be put in order: Before names 'secrets', and no hook at BeforeToolCall has that name");

    [Fact]
    public Task HookOfAnotherPointIsNamedWithItsPoint() => Expect.FindAsync(
        Id,
        Hooks("", "", """, After = "[|Acme.Guards.B|]" """),
        "The hook 'Acme.Guards.C' cannot be put in order: After names 'Acme.Guards.B', and no hook at BeforeModelCall has that name, only one at BeforeToolCall");

    [Fact]
    public Task HookItself() => Expect.FindAsync(
        Id,
        Hooks(""", Name = "a", Before = "Acme.Guards.B|[|a|]" """),
        "The hook 'a' cannot be put in order: Before names the hook itself");

    [Fact]
    public Task AfterAgainstPriority() => Expect.FindAsync(
        Id,
        Hooks(""", Priority = 20""", """, Priority = 10, After = "[|Acme.Guards.A|]" """),
        "The hook 'Acme.Guards.B' cannot be put in order: 'Acme.Guards.A' has priority 20 and comes behind 10, whatever After says; give both the same priority or take the name out");

    [Fact]
    public Task BeforeAgainstPriority() => Expect.FindAsync(
        Id,
        Hooks(""", Priority = HookPriority.High""", """, Before = "[|Acme.Guards.A|]" """),
        "The hook 'Acme.Guards.B' cannot be put in order: 'Acme.Guards.A' has priority -100 and comes before 0, whatever Before says; give both the same priority or take the name out");

    [Fact]
    public Task NamesInPlainTextsOfAllKindsAreMarkedThemselves() => Expect.FindAsync(
        Id,
        Hooks(
            """", After = @"[|x|]", Before = """[|yy|]|[|zzz|]" """".Replace("zzz|]\" ", "zzz|]\"\"\"", StringComparison.Ordinal),
            """, After = " Acme.Guards.A |[|X|]" """));

    [Fact]
    public Task AnyOtherTextIsMarkedAsAWhole() => Expect.FindAsync(
        Id,
        Hooks(""", After = [|"\u0041"|], Before = [|nameof(B)|]""", """, After = [|"Acme.Guards.A|" + "none"|]"""));

    [Fact]
    public Task CircleOfTwoIsToldOnce() => Expect.FindAsync(
        Id,
        Hooks(""", After = "Acme.Guards.B" """, """, After = "[|Acme.Guards.A|]" """),
        "The hook 'Acme.Guards.B' cannot be put in order: it would have to run before itself ('Acme.Guards.A' before 'Acme.Guards.B' before 'Acme.Guards.A'); take one of the names out");

    [Fact]
    public Task CircleInOneHook() => Expect.FindAsync(
        Id,
        Hooks("", """, Before = "Acme.Guards.A", After = "[|Acme.Guards.A|]" """));

    [Fact]
    public Task CircleOfThreeAndWhatHangsOnIt() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.SessionEnd, Name = "a", Before = "[|b|]")]
            internal static void A(SessionContext session) { }

            [Hook(HookPoint.SessionEnd, Name = "b", Before = "c")]
            internal static void B(SessionContext session) { }

            [Hook(HookPoint.SessionEnd, Name = "c", Before = "a|d")]
            internal static void C(SessionContext session) { }

            [Hook(HookPoint.SessionEnd, Name = "d", After = "a")]
            internal static void D(SessionContext session) { }

            [Hook(HookPoint.SessionEnd, Name = "e", Before = "a")]
            internal static void E(SessionContext session) { }

            [Hook(HookPoint.SessionEnd, Name = "x", After = "y")]
            internal static void X(SessionContext session) { }

            [Hook(HookPoint.SessionEnd, Name = "y", After = "[|x|]")]
            internal static void Y(SessionContext session) { }
        }
        """,
        "The hook 'a' cannot be put in order: it would have to run before itself ('a' before 'b' before 'c' before 'a'); take one of the names out");

    [Theory]
    [InlineData(""", Before = "Acme.Guards.B" """, """, After = "Acme.Guards.A" """)]
    [InlineData(""", Name = "a" """, """, After = " a | " """)]
    [InlineData(""", Priority = -1""", """, After = "Acme.Guards.A" """)]
    [InlineData(""", Priority = 9""", """, Before = "Acme.Guards.A" """)]
    [InlineData(""", After = null, Before = "" """, "")]
    public Task OrderThatCanBeKeptIsFine(string first, string second) => Expect.NothingAsync(Id, Hooks(first, second));

    [Fact]
    public async Task NameOfAHookWithAnErrorIsNoSecondError()
    {
        var found = await Analysis.RunAsync(HookCompilation.Library(
            """
            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall, Name = "first")]
                private static HookResult A(ToolCallContext call) => HookResult.Continue;

                [Hook(HookPoint.BeforeToolCall, After = "first")]
                internal static HookResult B(ToolCallContext call) => HookResult.Continue;
            }
            """));
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == Id);
        Assert.Contains(found, diagnostic => diagnostic.Id == "HOOK004");
    }

    [Fact]
    public async Task HooksOfReferencesAreKnownByBothTheirNames()
    {
        var library = Library();
        await Expect.NothingAsync(Id, HookCompilation.Program(
            """
            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall, Name = "check", After = "Acme.Lib:check", Before = "other")]
                internal static HookResult A(ToolCallContext call) => HookResult.Continue;

                static void Main() { }
            }
            """).WithLibraries(library));
    }

    [Fact]
    public async Task ExcludedHookIsExplained()
    {
        var found = await Expect.OfAsync(Id, HookCompilation.Library(
            """
            [assembly: ExcludeHooks("Acme.Lib")]

            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall, After = "check")]
                internal static HookResult A(ToolCallContext call) => HookResult.Continue;
            }
            """).WithLibraries(Library()));
        Assert.Equal(
            "The hook 'Guards.A' cannot be put in order: After names 'check', and no hook at BeforeToolCall has that name, because [assembly: ExcludeHooks(\"Acme.Lib\")] leaves it out",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static CompiledAssembly Library() => (HookCompilation.Library(
        """
        public static class Checks
        {
            [Hook(HookPoint.BeforeToolCall, Name = "check")]
            public static HookResult Check(ToolCallContext call) => HookResult.Continue;

            [Hook(HookPoint.BeforeToolCall, Name = "other", After = "check")]
            internal static HookResult Other(ToolCallContext call) => HookResult.Continue;
        }
        """) with { AssemblyName = "Acme.Lib" }).Compile();
}
