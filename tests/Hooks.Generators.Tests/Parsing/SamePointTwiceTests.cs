namespace Hooks.Generators.Tests.Parsing;

/// <summary>HOOK007: the same point twice on one method.</summary>
public class SamePointTwiceTests
{
    private const string Contexts = """
        [HookPoint("a")] public sealed class AContext : CustomHookContext;
        [HookPoint("b")] public sealed class BContext : CustomHookContext;

        """;

    [Fact]
    public void AllAttributesOfThatPointAreLeftOut()
    {
        var hook = Parsed.Hook("""
            public static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)]
                [Hook(HookPoint.ToolError)]
                [Hook(HookPoint.BeforeToolCall, Priority = 3)]
                public static void A(ToolCallContext c) { }
            }
            """);

        Assert.Equal("ToolError", hook.Point.Name);
    }

    [Fact]
    public void CustomPoint() =>
        Assert.Empty(Parsed.Hooks(Contexts + "public static class Guards { [Hook<AContext>, Hook<AContext>] public static void A(HookContext c) { } }"));

    [Fact]
    public void DifferentPointsAreFine() =>
        Assert.Equal(4, Parsed.Hooks(Contexts + """
            public static class Guards
            {
                [Hook(HookPoint.BeforeToolCall), Hook(HookPoint.SessionStart), Hook<AContext>, Hook<BContext>] public static void A(HookContext c) { }
            }
            """).Count);

    [Fact]
    public void OverloadsAreDifferentMethods() =>
        Assert.Equal(2, Parsed.Hooks("""
            public static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)] public static void A(HookContext c) { }
                [Hook(HookPoint.BeforeToolCall)] public static void A(ToolCallContext c) { }
            }
            """).Count);
}
