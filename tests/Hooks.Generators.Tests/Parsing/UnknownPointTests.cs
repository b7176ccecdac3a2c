namespace Hooks.Generators.Tests.Parsing;

/// <summary>HOOK008: points that do not exist.</summary>
public class UnknownPointTests
{
    [Theory]
    [InlineData("(HookPoint)9999")]
    [InlineData("(HookPoint)0")]
    [InlineData("(HookPoint)(-1)")]
    [InlineData("default")]
    public void NumberWithoutMember(string point) =>
        Assert.False(Parsed.Member($"[Hook({point})] public static void A(HookContext c) {{ }}"));

    // Each is the number of some other point.
    [Theory]
    [InlineData("HookPoint.BeforeToolCall | HookPoint.AfterToolCall")]
    [InlineData("(HookPoint.BeforeToolCall | HookPoint.PermissionRequest)")]
    [InlineData("HookPoint.BeforeToolCall + 1")]
    [InlineData("(HookPoint)(1 + 1)")]
    public void CalculatedNumber(string point) =>
        Assert.False(Parsed.Member($"[Hook({point})] public static void A(HookContext c) {{ }}"));

    [Fact]
    public void NumberOfAMember() =>
        Assert.Equal("SessionStart", Parsed.Hook("public static class Guards { [Hook((HookPoint)1)] public static void A(HookContext c) { } }").Point.Name);

    [Fact]
    public void ConstantAndNamedArgument() =>
        Assert.Equal("AfterTurn", Parsed.Hook("""
            public static class Guards
            {
                private const HookPoint Point = HookPoint.AfterTurn;
                [Hook(point: Point)] public static void A(HookContext c) { }
            }
            """).Point.Name);

    [Theory]
    [InlineData("[HookPoint(\"deploy\")] public sealed class Context : CustomHookContext;")]
    [InlineData("[HookPoint(\"deploy\")] internal sealed class Context : CustomHookContext;")]
    [InlineData("public abstract class Base : CustomHookContext; [HookPoint(\"deploy\")] public sealed class Context : Base;")]
    public void CustomPoint(string context) => Assert.Single(Custom(context, "Context"));

    [Theory]
    [InlineData("public sealed class Context : CustomHookContext;", "Context")]
    [InlineData("[HookPoint(\"deploy\")] public class Context : CustomHookContext;", "Context")]
    [InlineData("[HookPoint(\"deploy\")] public abstract class Context : CustomHookContext;", "Context")]
    [InlineData("[HookPoint(\"\")] public sealed class Context : CustomHookContext;", "Context")]
    [InlineData("[HookPoint(\"deploy\")] public sealed class Context<T> : CustomHookContext;", "Context<int>")]
    [InlineData("[HookPoint(\"deploy\")] file sealed class Context : CustomHookContext;", "Context")]
    [InlineData("public class Outer<T> { [HookPoint(\"deploy\")] public sealed class Context : CustomHookContext; }", "Outer<int>.Context")]
    [InlineData("[HookPoint(\"deploy\")] public class Base : CustomHookContext; public sealed class Context : Base;", "Context")]
    public void ClassThatIsNoCustomPoint(string context, string name) => Assert.Empty(Custom(context, name));

    [Fact]
    public void PrivateContext() =>
        Assert.Empty(Parsed.Hooks("""
            public static class Guards
            {
                [HookPoint("deploy")] private sealed class Context : CustomHookContext;
                [Hook<Context>] public static void A(HookContext c) { }
            }
            """));

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void ObsoleteContext(bool error, int expected) =>
        Assert.Equal(expected, Parsed.Hooks($$"""
            [HookPoint("deploy"), Obsolete("gone", {{(error ? "true" : "false")}})] public sealed class Context : CustomHookContext;
            [Obsolete("soon")] public static class Guards { [Hook<Context>] public static void A(HookContext c) { } }
            """).Count);

    [Fact]
    public void BuiltInContextIsNoCustomPoint()
    {
        // The constraint makes this an error of the compiler; the generator must not fail over it.
        var result = HookCompilation.Library("public static class Guards { [Hook<ToolCallContext>] public static void A(HookContext c) { } }").Generate();

        Assert.Null(result.Run.Exception);
        Assert.Null(result.Source);
    }

    [Fact]
    public void WhatTheUserHasNotFinishedTyping()
    {
        foreach (var attribute in new[] { "[Hook]", "[Hook(]", "[Hook(HookPoint.)]", "[Hook(HookPoint.Nope)]", "[Hook(1)]", "[Hook<>]", "[Hook<Nope>]", "[Hook(HookPoint.BeforeToolCall, Priority = )]", "[Hook(null)]" })
        {
            var result = HookCompilation.Library($"public static class Guards {{ {attribute} public static void A(HookContext c) {{ }} }}").Generate();

            Assert.Null(result.Run.Exception);
        }
    }

    private static IReadOnlyList<Model.HookModel> Custom(string context, string name) =>
        Parsed.Hooks($"{context} static class Guards {{ [Hook<{name}>] public static void A(HookContext c) {{ }} }}");
}
