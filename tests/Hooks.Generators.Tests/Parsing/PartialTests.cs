namespace Hooks.Generators.Tests.Parsing;

/// <summary>Partial types and methods, in one file or several.</summary>
public class PartialTests
{
    private const string Definition = "static partial class Guards { HOOK1 public static partial HookResult A(ToolCallContext c); }";
    private const string Implementation = "static partial class Guards { HOOK2 public static partial HookResult A(ToolCallContext c) => default; }";

    [Theory]
    [InlineData("[Hook(HookPoint.BeforeToolCall)]", "")]
    [InlineData("", "[Hook(HookPoint.BeforeToolCall)]")]
    public void HookOnEitherPartCountsOnce(string onDefinition, string onImplementation)
    {
        Assert.Single(Parsed.Hooks(OneFile(onDefinition, onImplementation)));
        Assert.Single(Parsed.Hooks(TwoFiles(onDefinition, onImplementation)));
    }

    [Fact]
    public void EachPartMayNameAPoint()
    {
        const string First = "[Hook(HookPoint.BeforeToolCall)]";
        const string Second = "[Hook(HookPoint.ToolError)]";

        Assert.Equal(["BeforeToolCall", "ToolError"], Parsed.Hooks(OneFile(First, Second)).Select(hook => hook.Point.Name));
        Assert.Equal(["BeforeToolCall", "ToolError"], Parsed.Hooks(TwoFiles(First, Second)).Select(hook => hook.Point.Name));
    }

    [Fact]
    public void TheSamePointOnBothPartsIsTwice()
    {
        const string Hook = "[Hook(HookPoint.BeforeToolCall)]";

        Assert.Empty(Parsed.Hooks(OneFile(Hook, Hook)));
        Assert.Empty(Parsed.Hooks(TwoFiles(Hook, Hook)));
    }

    [Fact]
    public void DefinitionWithoutBodyIsRefused() =>
        Assert.Empty(Parsed.Hooks("static partial class Guards { [Hook(HookPoint.BeforeToolCall)] static partial void A(ToolCallContext c); }"));

    [Fact]
    public void AsyncVoidStandsOnTheImplementation() =>
        Assert.Empty(Parsed.Hooks("""
            static partial class Guards
            {
                [Hook(HookPoint.BeforeToolCall)] public static partial void A(ToolCallContext c);
                public static async partial void A(ToolCallContext c) => await Task.Yield();
            }
            """));

    [Fact]
    public void TypeInSeveralFiles() =>
        Assert.Equal(2, Parsed.Hooks(HookCompilation.Library(
            "partial class Guards { [Hook(HookPoint.BeforeToolCall)] public void A(ToolCallContext c) { } }",
            "partial class Guards { [Hook(HookPoint.BeforeToolCall)] public void B(ToolCallContext c) { } }")).Count);

    private static HookCompilation OneFile(string onDefinition, string onImplementation) =>
        HookCompilation.Library(Definition.Replace("HOOK1", onDefinition) + Implementation.Replace("HOOK2", onImplementation));

    private static HookCompilation TwoFiles(string onDefinition, string onImplementation) =>
        HookCompilation.Library(Definition.Replace("HOOK1", onDefinition), Implementation.Replace("HOOK2", onImplementation));
}
