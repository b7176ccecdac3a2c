namespace Hooks.Analyzers.Tests.Finding;

/// <summary>However the attribute is written, the rules see it, in the method's file and from others: most of what is no hook is told by its name alone.</summary>
public class AttributeSpellingTests
{
    [Theory]
    [InlineData("", "[Hook(HookPoint.SessionEnd, Name = \"end\")]")]
    [InlineData("", "[HookAttribute(HookPoint.SessionEnd, Name = \"end\")]")]
    [InlineData("", "[global::Hooks.Hook(HookPoint.SessionEnd, Name = \"end\")]")]
    [InlineData("using H = Hooks.HookAttribute;", "[H(HookPoint.SessionEnd, Name = \"end\")]")]
    [InlineData("using EndAttribute = Hooks.HookAttribute;", "[End(HookPoint.SessionEnd, Name = \"end\")]")]
    [InlineData("using H = Hooks;", "[H::Hook(HookPoint.SessionEnd, Name = \"end\")]")]
    [InlineData("using H = Hooks;", "[H.HookAttribute(HookPoint.SessionEnd, Name = \"end\")]")]
    [InlineData("global using H = Hooks.HookAttribute;", "[H(HookPoint.SessionEnd, Name = \"end\")]")]
    [InlineData("", "[method: Obsolete, Hook(HookPoint.SessionEnd, Name = \"end\")]")]
    public async Task InOneFile(string aliases, string attribute) => Assert.Equal(2, await FoundAsync("HOOK006", HookCompilation.Library($$"""
        {{aliases}}
        namespace Acme
        {
            static class Ends
            {
                {{attribute}} internal static void A(SessionContext session) { }
                {{attribute}} internal static void B(SessionContext session) { }
            }
        }
        """)));

    [Fact]
    public async Task AnAliasOfAllFiles() => Assert.Equal(2, await FoundAsync("HOOK006", HookCompilation.Library(
        "static class First { [H(HookPoint.SessionEnd, Name = \"end\")] internal static void A(SessionContext session) { } }",
        "static class Second { [Hook(HookPoint.SessionEnd, Name = \"end\")] internal static void B(SessionContext session) { } }",
        "global using H = Hooks.HookAttribute;")));

    [Fact]
    public async Task AnAliasWithinANamespace() => Assert.Equal(1, await FoundAsync("HOOK005", HookCompilation.Library("""
        using A = Hooks.HookAttribute;
        namespace Acme
        {
            using B = A;
            static class Ends { [B(HookPoint.SessionEnd)] internal static async void End(SessionContext session) => await Task.Yield(); }
        }
        """)));

    [Fact]
    public async Task AnAliasOfACustomPoint() => Assert.Equal(1, await FoundAsync("HOOK005", HookCompilation.Library("""
        using OnDeploy = Hooks.HookAttribute<Deploy>;
        [HookPoint("deploy")] public sealed class Deploy : CustomHookContext;
        static class Deploys { [OnDeploy] internal static async void Run(Deploy deploy) => await Task.Yield(); }
        """)));

    [Fact]
    public async Task ThePartOfAMethodThatHasNoBody() => Assert.Equal(2, await FoundAsync("HOOK006", HookCompilation.Library(
        "static partial class Ends { [Hook(HookPoint.SessionEnd, Name = \"end\")] internal static partial void A(SessionContext session); }",
        "static partial class Ends { internal static partial void A(SessionContext session) { } }",
        "static class Others { [Hook(HookPoint.SessionEnd, Name = \"end\")] internal static void B(SessionContext session) { } }")));

    [Fact]
    public async Task AnAttributeOfThatNameIsNotOurs() => Assert.Equal(0, await FoundAsync("HOOK005", HookCompilation.Library("""
        namespace Acme
        {
            public sealed class HookAttribute : Attribute;
            static class Ends { [Acme.Hook] internal static async void End(SessionContext session) => await Task.Yield(); }
        }
        """)));

    private static async Task<int> FoundAsync(string id, HookCompilation project) => (await Expect.OfAsync(id, project)).Length;
}
