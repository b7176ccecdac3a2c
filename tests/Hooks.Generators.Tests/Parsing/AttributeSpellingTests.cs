namespace Hooks.Generators.Tests.Parsing;

/// <summary>However the attribute is written, it is found, once.</summary>
public class AttributeSpellingTests
{
    [Theory]
    [InlineData("", "[Hook(HookPoint.BeforeToolCall)]")]
    [InlineData("", "[HookAttribute(HookPoint.BeforeToolCall)]")]
    [InlineData("", "[Hooks.Hook(HookPoint.BeforeToolCall)]")]
    [InlineData("", "[global::Hooks.HookAttribute(global::Hooks.HookPoint.BeforeToolCall)]")]
    [InlineData("", "[method: Hook(HookPoint.BeforeToolCall)]")]
    [InlineData("using On = Hooks.HookAttribute;", "[On(HookPoint.BeforeToolCall)]")]
    [InlineData("using static Hooks.HookPoint;", "[Hook(BeforeToolCall)]")]
    [InlineData("using H = Hooks;", "[H::Hook(H::HookPoint.BeforeToolCall)]")]
    [InlineData("", "[System.Obsolete, Hook(HookPoint.BeforeToolCall)]")]
    public void BuiltIn(string usings, string attribute) =>
        Assert.Single(Parsed.Hooks($"{usings} public static class Guards {{ {attribute} public static void A(ToolCallContext c) {{ }} }}"));

    [Theory]
    [InlineData("", "[Hook<Acme.DeployContext>]")]
    [InlineData("", "[HookAttribute<Acme.DeployContext>()]")]
    [InlineData("", "[Hooks.Hook<Acme.DeployContext>(Priority = 1)]")]
    [InlineData("using OnDeploy = Hooks.HookAttribute<Acme.DeployContext>;", "[OnDeploy]")]
    [InlineData("using OnDeploy = Hooks.HookAttribute<Acme.DeployContext>;", "[OnDeploy(Priority = 1)]")]
    [InlineData("using Hook = Hooks.HookAttribute<Acme.DeployContext>;", "[@Hook]")]
    public void Custom(string usings, string attribute) =>
        Assert.Single(Parsed.Hooks($$"""
            {{usings}}
            namespace Acme
            {
                [HookPoint("deploy")] public sealed class DeployContext : CustomHookContext;
                public static class Guards { {{attribute}} public static void A(DeployContext c) { } }
            }
            """));

    [Fact]
    public void BothOnOneMethod() =>
        Assert.Equal(["deploy", "SessionStart"], Parsed.Hooks("""
            [HookPoint("deploy")] public sealed class DeployContext : CustomHookContext;
            public static class Guards { [Hook<DeployContext>, Hook(HookPoint.SessionStart)] public static void A(HookContext c) { } }
            """).Select(hook => hook.Point.Name));

    [Fact]
    public void GlobalAlias() =>
        Assert.Single(Parsed.Hooks(HookCompilation.Library(
            "public static class Guards { [On(HookPoint.SessionStart)] public static void A(HookContext c) { } }",
            "global using On = Hooks.HookAttribute;")));

    [Fact]
    public void AnAttributeOfTheSameNameIsNone() =>
        Assert.Empty(Parsed.Hooks("""
            namespace Acme
            {
                public class HookAttribute(HookPoint point) : Attribute { public HookPoint Point => point; }
                public static class Guards { [Hook(HookPoint.SessionStart)] public static void A(HookContext c) { } }
            }
            """));
}
