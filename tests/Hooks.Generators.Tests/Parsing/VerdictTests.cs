namespace Hooks.Generators.Tests.Parsing;

/// <summary>HOOK003: a verdict at an observe-only point.</summary>
public class VerdictTests
{
    [Theory]
    [InlineData("HookResult")]
    [InlineData("Task<HookResult>")]
    [InlineData("ValueTask<HookResult>")]
    public void RefusedWhereHooksOnlyObserve(string type) =>
        Assert.False(Parsed.Member($"[Hook(HookPoint.AfterToolCall)] public static {type} Check(ToolCallContext c) => default!;"));

    [Theory]
    [InlineData("void")]
    [InlineData("Task")]
    [InlineData("ValueTask")]
    public void NoVerdictIsFineEverywhere(string type)
    {
        Assert.True(Parsed.Member($"[Hook(HookPoint.AfterToolCall)] public static {type} Check(ToolCallContext c) => throw null!;"));
        Assert.True(Parsed.Member($"[Hook(HookPoint.BeforeToolCall)] public static {type} Check(ToolCallContext c) => throw null!;"));
    }

    [Theory]
    [InlineData("[HookPoint(\"deploy\")]", false)]
    [InlineData("[HookPoint(\"deploy\", Blocking = false)]", false)]
    [InlineData("[HookPoint(\"deploy\", Allowed = HookResultKinds.Verdict)]", false)]
    [InlineData("[HookPoint(\"deploy\", Blocking = true)]", true)]
    public void CustomPointsSayWhatTheyAre(string attribute, bool allowed) =>
        Assert.Equal(allowed, Parsed.Hooks($$"""
            {{attribute}} public sealed class DeployContext : CustomHookContext;
            public static class Guards { [Hook<DeployContext>] public static HookResult A(DeployContext c) => default; }
            """).Count == 1);

    [Fact]
    public void OnlyTheOffendingAttributeIsLeftOut()
    {
        var hook = Parsed.Hook("""
            public static class Guards
            {
                [Hook(HookPoint.AfterToolCall), Hook(HookPoint.BeforeToolCall)] public static HookResult A(ToolCallContext c) => default;
            }
            """);

        Assert.Equal("BeforeToolCall", hook.Point.Name);
    }
}
