namespace Hooks.Generators.Tests.Parsing;

/// <summary>HOOK011: numbers in the attribute that mean nothing.</summary>
public class NumbersTests
{
    [Theory]
    [InlineData("HookFailurePolicy.Default", true)]
    [InlineData("HookFailurePolicy.Throw", true)]
    [InlineData("(HookFailurePolicy)2", true)]
    [InlineData("default", true)]
    [InlineData("(HookFailurePolicy)4", false)]
    [InlineData("(HookFailurePolicy)9", false)]
    [InlineData("(HookFailurePolicy)(-1)", false)]
    [InlineData("HookFailurePolicy.Block | HookFailurePolicy.Continue", true)]
    [InlineData("~HookFailurePolicy.Block", false)]
    public void Policies(string policy, bool valid) =>
        Assert.Equal(valid, Parsed.Member($"[Hook(HookPoint.BeforeToolCall, OnFailure = {policy})] public static void A(HookContext c) {{ }}"));

    [Theory]
    [InlineData("-1", true)]
    [InlineData("int.MinValue", true)]
    [InlineData("HookPriority.Lowest - 1", true)]
    [InlineData("unchecked(HookPriority.Lowest - 1)", true)]
    [InlineData("unchecked(-HookPriority.Low * 2)", true)]
    [InlineData("unchecked((int)7L)", true)]
    [InlineData("unchecked((int)7.5)", true)]
    [InlineData("1 << 31", true)]
    [InlineData("unchecked(1 << 31)", true)]
    [InlineData("unchecked(HookPriority.Lowest + 1)", false)]
    [InlineData("unchecked(HookPriority.Highest - 1)", false)]
    [InlineData("unchecked(-HookPriority.Highest)", false)]
    [InlineData("unchecked(HookPriority.Lowest * 2)", false)]
    [InlineData("unchecked(HookPriority.Lowest + 1) + 5", false)]
    [InlineData("5 + (unchecked((HookPriority.Lowest + 1)))", false)]
    [InlineData("unchecked((int)4294967295)", false)]
    [InlineData("unchecked(checked(1 + 1) + HookPriority.Lowest)", false)]
    [InlineData("unchecked((int)7e20)", false)]
    public void Priorities(string priority, bool valid) =>
        Assert.Equal(valid, Parsed.Member($"[Hook(HookPoint.BeforeToolCall, Priority = {priority})] public static void A(HookContext c) {{ }}"));

    [Theory]
    [InlineData("TimeoutMilliseconds = 0", true)]
    [InlineData("TimeoutMilliseconds = int.MaxValue", true)]
    [InlineData("TimeoutMilliseconds = -1", false)]
    [InlineData("TimeoutMilliseconds = int.MinValue", false)]
    [InlineData("TimeoutMilliseconds = unchecked(int.MaxValue + 1)", false)]
    [InlineData("TimeoutMilliseconds = unchecked((int)4_294_967_296 + 500)", false)]
    [InlineData("Retries = 0", true)]
    [InlineData("Retries = 3", true)]
    [InlineData("Retries = -1", false)]
    [InlineData("Retries = unchecked(int.MinValue - 1)", false)]
    [InlineData("Retries = 2, TimeoutMilliseconds = -5", false)]
    public void TimesAndAttempts(string setting, bool valid) =>
        Assert.Equal(valid, Parsed.Member($"[Hook(HookPoint.BeforeToolCall, {setting})] public static void A(HookContext c) {{ }}"));

    [Fact]
    public void OfACustomPoint() =>
        Assert.Empty(Parsed.Hooks("""
            [HookPoint("deploy")] public sealed class DeployContext : CustomHookContext;
            public static class Guards { [Hook<DeployContext>(Priority = unchecked(HookPriority.Lowest + 1))] public static void A(DeployContext c) { } }
            """));

    [Fact]
    public void OnlyTheAttributeWithTheNumberIsLeftOut() =>
        Assert.Equal("AfterToolCall", Parsed.Hook("""
            public static class Guards
            {
                [Hook(HookPoint.BeforeToolCall, OnFailure = (HookFailurePolicy)9)]
                [Hook(HookPoint.AfterToolCall)]
                public static void A(ToolCallContext c) { }
            }
            """).Point.Name);

    [Fact]
    public void InAnotherFileThanTheBody() =>
        Assert.Empty(Parsed.Hooks(HookCompilation.Library(
            "public static partial class Guards { [Hook(HookPoint.BeforeToolCall, Priority = unchecked(HookPriority.Lowest + 1))] public static partial void A(ToolCallContext c); }",
            "public static partial class Guards { public static partial void A(ToolCallContext c) { } }")));
}
